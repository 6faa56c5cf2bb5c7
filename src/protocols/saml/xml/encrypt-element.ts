/** Encrypts an element for one recipient as XML Encryption 1.1 has it: a fresh key for the content, RSA-OAEP for that key. */
import { constants, createCipheriv, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto'
import { keyWeakness } from '../../keys/key-strength.ts'
import { canonicalize } from './canonicalize.ts'
import { defaultEncryption, type EncryptionMethods } from './choose-encryption.ts'
import { type ContentAlgorithm, digestUri, type KeyTransport, mgfUri, rsaOaepMgf1p } from './encryption-algorithms.ts'
import { ns } from './namespaces.ts'
import { element } from './write-xml.ts'
import type { XmlElement } from './xml-element.ts'

export interface EncryptionRecipient {
  /** From the recipient's registered certificate. RSA of 2048 bits or more. */
  readonly publicKey: KeyObject
  /** See `chooseEncryption`. */
  readonly methods?: EncryptionMethods
}

/** The xenc:EncryptedData that stands for the element, with the EncryptedKey within its KeyInfo. */
export function encryptElement(plain: XmlElement, recipient: EncryptionRecipient): XmlElement {
  const { publicKey, methods = defaultEncryption } = recipient
  const weakness = publicKey.asymmetricKeyType === 'rsa' ? keyWeakness(publicKey) : 'not an RSA key'
  if (weakness !== undefined) throw new TypeError(`SEB does not encrypt for this key: ${weakness}`)

  const contentKey = randomBytes(methods.content.keyBytes)
  const content = encryptContent(canonicalize(plain), contentKey, methods.content)
  const key = encryptKey(contentKey, publicKey, methods.keyTransport)
  return element(
    'xenc:EncryptedData',
    { Type: `${ns.xenc}Element` },
    element('xenc:EncryptionMethod', { Algorithm: methods.content.uri }),
    element('ds:KeyInfo', {}, element('xenc:EncryptedKey', {}, keyMethod(methods.keyTransport), cipherData(key))),
    cipherData(content),
  )
}

function keyMethod(transport: KeyTransport): XmlElement {
  return element(
    'xenc:EncryptionMethod',
    { Algorithm: transport.uri },
    element('ds:DigestMethod', { Algorithm: digestUri(transport.digest) }),
    transport.uri === rsaOaepMgf1p.uri ? undefined : element('xenc11:MGF', { Algorithm: mgfUri(transport.mgf) }),
  )
}

function cipherData(bytes: Buffer): XmlElement {
  return element('xenc:CipherData', {}, element('xenc:CipherValue', {}, bytes.toString('base64')))
}

function encryptKey(contentKey: Buffer, publicKey: KeyObject, transport: KeyTransport): Buffer {
  // node:crypto takes one hash for both purposes; the two transports SEB writes have them alike.
  if (transport.digest !== transport.mgf) throw new TypeError('SEB does not write RSA-OAEP with two hashes')
  // A bare key means OAEP with SHA-1, and is much faster than one in an object that says so.
  if (transport.digest === 'sha1') return publicEncrypt(publicKey, contentKey)
  return publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: transport.digest },
    contentKey,
  )
}

/** IV, cipher text and (GCM) the tag of 128 bits, in this order (XML Encryption 1.1 §5.2). */
function encryptContent(plain: string, key: Buffer, algorithm: ContentAlgorithm): Buffer {
  const iv = randomBytes(algorithm.ivBytes)
  // PKCS #7 padding, node's own for CBC, is one of those that XML Encryption's padding allows (§5.2.2).
  if (algorithm.mode === 'cbc') {
    const cipher = createCipheriv(algorithm.cipher, key, iv)
    return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()])
  }
  const cipher = createCipheriv(algorithm.cipher as 'aes-256-gcm', key, iv, { authTagLength: 16 })
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
}
