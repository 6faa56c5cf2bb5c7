/**
 * SEB's own keys and how they are changed without anyone noticing: the next key is published beside the present one
 * well before it is used, and messages encrypted to either are read (research: at least 24 hours ahead).
 */
import { Problem } from '../../base/problem.ts'
import { type KeyPair, readKeyPair } from './key-pair.ts'

/** The key in use, and the one to come when a change is under way. */
export type NowAndNext = readonly [now: KeyPair, next?: KeyPair]

export type OwnKeys = { readonly signing: NowAndNext; readonly decryption: NowAndNext }

/** The PEM texts of one use, in the same order. */
export type NowAndNextPem = readonly [now: string, next?: string]

/** Reads all own keys. Decryption keys must be RSA, since others wrap their content keys with RSA-OAEP. */
export function readOwnKeys(pem: { signing: NowAndNextPem; decryption: NowAndNextPem }): OwnKeys {
  const keys = { signing: readPair(pem.signing, 'signing key'), decryption: readPair(pem.decryption, 'decryption key') }
  if (published(keys.decryption).some(({ kind }) => kind !== 'rsa'))
    throw new Problem('configuration', 'decryption key: must be an RSA key')
  return keys
}

/** Every key of one use, as it is published in metadata: the present one first. */
export function published([now, next]: NowAndNext): readonly KeyPair[] {
  return next ? [now, next] : [now]
}

function readPair([now, next]: NowAndNextPem, name: string): NowAndNext {
  const present = readKeyPair(now, `${name} (now)`)
  return next === undefined ? [present] : [present, readKeyPair(next, `${name} (next)`)]
}
