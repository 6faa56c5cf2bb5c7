/**
 * Decrypts an EncryptedAssertion (or another element that wraps one xenc:EncryptedData). Whatever is wrong with the
 * encryption, the answer is one and the same, and it comes after the same work (G19).
 */
import { createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'
import { MessageRefused } from '../message-refused.ts'
import { decodeBase64 } from './base64.ts'
import { escapeValue } from './canonicalize.ts'
import { decryptKey } from './decrypt-key.ts'
import { type ContentAlgorithm, contentAlgorithm, type KeyTransport, keyTransport } from './encryption-algorithms.ts'
import { ns } from './namespaces.ts'
import { parseXml } from './parse-xml.ts'
import { responseLimits, type XmlLimits } from './scan-xml.ts'
import type { NamespaceScope, XmlElement } from './xml-element.ts'

export interface DecryptionOptions {
  /** Only for a party that is registered so; off otherwise. */
  readonly allowCbc?: boolean
  readonly limits?: XmlLimits
}

/** How many EncryptedKeys may stand in one message: each costs a private operation with each of our keys. */
const mostEncryptedKeys = 2

/** The one element that was encrypted. `keys` are our own private keys: the present one, and the next or the former. */
export function decryptElement(
  wrapper: XmlElement,
  keys: readonly KeyObject[],
  { allowCbc = false, limits = responseLimits }: DecryptionOptions = {},
): XmlElement {
  try {
    const encrypted = readEncrypted(wrapper, allowCbc)
    const contentKey = findContentKey(encrypted, keys)
    const plain = decryptContent(encrypted.value, contentKey, encrypted.algorithm)
    return parseWithin(plain, wrapper.scope, limits)
  } catch {
    // The cause is not kept either: it would end in a log that someone may come to see.
    throw new MessageRefused('decryption-failed')
  }
}

interface Encrypted {
  readonly algorithm: ContentAlgorithm
  readonly value: Buffer
  readonly keys: readonly { readonly transport: KeyTransport; readonly value: Buffer }[]
}

function readEncrypted(wrapper: XmlElement, allowCbc: boolean): Encrypted {
  const data = wrapper.child(ns.xenc, 'EncryptedData')
  const type = data.attribute('Type')
  if (type !== undefined && type !== `${ns.xenc}Element`) throw new MessageRefused('decryption-failed')
  const method = data.child(ns.xenc, 'EncryptionMethod')
  const algorithm = contentAlgorithm(method.requiredAttribute('Algorithm'), allowCbc)
  if (algorithm === undefined) throw new MessageRefused('decryption-failed')
  // The key stands in KeyInfo, or beside the data as Shibboleth and Lasso write it. A RetrievalMethod is never followed.
  const within = data.optionalChild(ns.ds, 'KeyInfo')?.children(ns.xenc, 'EncryptedKey') ?? []
  const keys = [...within, ...wrapper.children(ns.xenc, 'EncryptedKey')]
  if (keys.length > mostEncryptedKeys) throw new MessageRefused('decryption-failed')
  return { algorithm, value: cipherValue(data), keys: keys.map(readEncryptedKey) }
}

function readEncryptedKey(key: XmlElement) {
  const method = key.child(ns.xenc, 'EncryptionMethod')
  if (method.optionalChild(ns.xenc, 'OAEPparams') !== undefined) throw new MessageRefused('decryption-failed')
  const transport = keyTransport(
    method.requiredAttribute('Algorithm'),
    method.optionalChild(ns.ds, 'DigestMethod')?.requiredAttribute('Algorithm'),
    method.optionalChild(ns.xenc11, 'MGF')?.requiredAttribute('Algorithm'),
  )
  if (transport === undefined) throw new MessageRefused('decryption-failed')
  return { transport, value: cipherValue(key) }
}

/** The bytes themselves; a CipherReference would be something to fetch, and nothing is fetched. */
function cipherValue(parent: XmlElement): Buffer {
  const bytes = decodeBase64(parent.child(ns.xenc, 'CipherData').child(ns.xenc, 'CipherValue').text)
  if (bytes === undefined) throw new MessageRefused('decryption-failed')
  return bytes
}

/** The first key that opens and has the right length; a random one otherwise, so that failing takes the same way on. */
function findContentKey({ keys, algorithm }: Encrypted, ours: readonly KeyObject[]): Buffer {
  for (const { transport, value } of keys) {
    for (const privateKey of ours) {
      const found = decryptKey(value, privateKey, transport)
      if (found?.length === algorithm.keyBytes) return found
    }
  }
  return randomBytes(algorithm.keyBytes)
}

function decryptContent(bytes: Buffer, key: Buffer, algorithm: ContentAlgorithm): Buffer {
  const iv = bytes.subarray(0, algorithm.ivBytes)
  if (algorithm.mode === 'cbc') {
    const decipher = createDecipheriv(algorithm.cipher, key, iv).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(bytes.subarray(algorithm.ivBytes)), decipher.final()])
    // Only the last byte of the padding says anything (XML Encryption 1.1 §5.2.2).
    const padding = padded.at(-1) ?? 0
    if (padding < 1 || padding > 16) throw new MessageRefused('decryption-failed')
    return padded.subarray(0, -padding)
  }
  if (bytes.length < algorithm.ivBytes + 16) throw new MessageRefused('decryption-failed')
  // The tag is the last 128 bits, always: a shorter one could be forged (CVE-2026-32313).
  const decipher = createDecipheriv(algorithm.cipher as 'aes-256-gcm', key, iv, { authTagLength: 16 })
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(algorithm.ivBytes, -16)), decipher.final()])
}

/**
 * Parses the plain text where it stood: it may use prefixes that are declared around it (XML Encryption 1.1 §4.4).
 * Text that tries to close the element put around it makes the document malformed.
 */
function parseWithin(plain: Buffer, scope: NamespaceScope, limits: XmlLimits): XmlElement {
  let open = '<within'
  for (const [prefix, uri] of scope) {
    if (prefix !== 'xml') open += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeValue(uri)}"`
  }
  const within = parseXml(Buffer.concat([Buffer.from(`${open}>`), plain, Buffer.from('</within>')]), limits)
  const [only, ...more] = within.nodes.filter((node) => typeof node !== 'string' || /\S/.test(node))
  if (only === undefined || typeof only === 'string' || more.length > 0) throw new MessageRefused('decryption-failed')
  return only
}
