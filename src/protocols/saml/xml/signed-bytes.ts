/** Signing and verifying bytes with the algorithms SEB allows: what XML signatures and HTTP-Redirect signatures have in common. */
import { type KeyObject, sign, verify } from 'node:crypto'
import type { KeyPair } from '../../keys/key-pair.ts'
import { keyWeakness } from '../../keys/key-strength.ts'
import { MessageRefused } from '../message-refused.ts'
import {
  type EcdsaForm,
  ecdsaSha256,
  keyInput,
  rsaSha256,
  type SignatureAlgorithm,
  signatureAlgorithm,
} from './algorithms.ts'

/** What signing takes of a key pair of our own. */
export type SigningKey = Pick<KeyPair, 'privateKey' | 'certificateBase64'>

/** rsa-sha256 or ecdsa-sha256: what every peer can verify. */
export function algorithmFor(key: KeyObject): SignatureAlgorithm {
  const weakness = keyWeakness(key)
  if (weakness !== undefined) throw new TypeError(`SEB does not sign with this key: ${weakness}`)
  return key.asymmetricKeyType === 'ec' ? ecdsaSha256 : rsaSha256
}

export function signBytes(bytes: string | Uint8Array, key: KeyObject): Buffer {
  const algorithm = algorithmFor(key)
  return sign(algorithm.hash, buffer(bytes), keyInput(algorithm, key))
}

/**
 * Returns the one of the registered keys that made the signature. Throws when none did, when the algorithm is not allowed,
 * and when a registered key of the fitting kind is too weak. A key only ever verifies algorithms of its own kind.
 */
export function verifyBytes(
  bytes: string | Uint8Array,
  signature: Uint8Array,
  algorithmUri: string,
  keys: readonly KeyObject[],
  ecdsaForm?: EcdsaForm,
): KeyObject {
  const algorithm = signatureAlgorithm(algorithmUri)
  const data = buffer(bytes)
  for (const key of keys) {
    if (key.asymmetricKeyType !== algorithm.keyType) continue
    const weakness = keyWeakness(key)
    if (weakness !== undefined) throw new MessageRefused('key-not-allowed', weakness)
    if (verify(algorithm.hash, data, keyInput(algorithm, key, ecdsaForm), signature)) return key
  }
  throw new MessageRefused('signature-invalid', `none of ${keys.length} keys`)
}

function buffer(bytes: string | Uint8Array): Uint8Array {
  return typeof bytes === 'string' ? Buffer.from(bytes) : bytes
}
