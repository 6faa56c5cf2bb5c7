/** XML Encryption as an attacker may write it: anyone can encrypt for us, and everything about it can be wrong. */
import { constants, createCipheriv, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto'
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import type { AttackContext } from './forge.ts'

export interface EncryptionParts {
  key?: KeyObject
  algorithm?: string
  cipher?: string
  keyAlgorithm?: string
  padding?: number
  /** Within the method of the key. */
  inKeyMethod?: string
  /** Changes the bytes of IV, cipher text and tag. */
  change?: (bytes: Buffer) => Buffer
  type?: string
  /** Instead of the EncryptedKey. */
  keyInfo?: string
}

export function encrypted(c: AttackContext, xml: string, o: EncryptionParts = {}): string {
  const name = o.cipher ?? 'aes-256-gcm'
  const contentKey = randomBytes(name.includes('128') ? 16 : 32)
  const gcm = name.endsWith('gcm')
  const iv = randomBytes(gcm ? 12 : 16)
  const cipher = createCipheriv(name as 'aes-256-gcm', contentKey, iv)
  const text = Buffer.concat([iv, cipher.update(xml), cipher.final(), gcm ? cipher.getAuthTag() : Buffer.alloc(0)])
  const bytes = o.change?.(text) ?? text
  const wrapped = publicEncrypt(
    { key: o.key ?? c.sp.encryptionKey, padding: o.padding ?? constants.RSA_PKCS1_OAEP_PADDING },
    contentKey,
  )
  const encryptedKey =
    o.keyInfo ??
    `<xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${o.keyAlgorithm ?? `${ns.xenc}rsa-oaep-mgf1p`}">${o.inKeyMethod ?? ''}</xenc:EncryptionMethod>` +
      `${cipherData(wrapped)}</xenc:EncryptedKey>`
  return (
    `<saml:EncryptedAssertion xmlns:saml="${ns.saml}"><xenc:EncryptedData xmlns:xenc="${ns.xenc}" Type="${o.type ?? `${ns.xenc}Element`}">` +
    `<xenc:EncryptionMethod Algorithm="${o.algorithm ?? `${ns.xenc11}aes256-gcm`}"></xenc:EncryptionMethod>` +
    `<ds:KeyInfo xmlns:ds="${ns.ds}">${encryptedKey}</ds:KeyInfo>${cipherData(bytes)}</xenc:EncryptedData></saml:EncryptedAssertion>`
  )
}

const cipherData = (bytes: Buffer) =>
  `<xenc:CipherData><xenc:CipherValue>${bytes.toString('base64')}</xenc:CipherValue></xenc:CipherData>`
