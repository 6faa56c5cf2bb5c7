/**
 * Content and key encryption that SEB takes part in (XML Encryption 1.1). AES-CBC only where a party is registered with
 * `allowCbc`, because it has no integrity of its own (G19); RSA 1.5 never.
 */
import { ns } from './namespaces.ts'

export interface ContentAlgorithm {
  readonly uri: string
  readonly mode: 'gcm' | 'cbc'
  readonly keyBytes: 16 | 24 | 32
  readonly ivBytes: 12 | 16
  /** The name node:crypto has for it. */
  readonly cipher: 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm' | 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc'
}

function gcm(bits: 128 | 192 | 256, keyBytes: 16 | 24 | 32): ContentAlgorithm {
  return { uri: `${ns.xenc11}aes${bits}-gcm`, mode: 'gcm', keyBytes, ivBytes: 12, cipher: `aes-${bits}-gcm` }
}

function cbc(bits: 128 | 192 | 256, keyBytes: 16 | 24 | 32): ContentAlgorithm {
  return { uri: `${ns.xenc}aes${bits}-cbc`, mode: 'cbc', keyBytes, ivBytes: 16, cipher: `aes-${bits}-cbc` }
}

export const aes256Gcm = gcm(256, 32)
export const aes128Gcm = gcm(128, 16)

const contentAlgorithms: ReadonlyMap<string, ContentAlgorithm> = new Map(
  [aes256Gcm, gcm(192, 24), aes128Gcm, cbc(256, 32), cbc(192, 24), cbc(128, 16)].map((each) => [each.uri, each]),
)

export function contentAlgorithm(uri: string, allowCbc: boolean): ContentAlgorithm | undefined {
  const found = contentAlgorithms.get(uri)
  return found?.mode === 'cbc' && !allowCbc ? undefined : found
}

export type OaepHash = 'sha1' | 'sha256'

/** RSA-OAEP with its two hash functions: of the label, and within the mask generation function MGF1. */
export interface KeyTransport {
  readonly uri: string
  readonly digest: OaepHash
  readonly mgf: OaepHash
}

/** XML Encryption 1.0's, with MGF1 of SHA-1 fixed. SHA-1's collisions do not matter within OAEP. */
export const rsaOaepMgf1p: KeyTransport = { uri: `${ns.xenc}rsa-oaep-mgf1p`, digest: 'sha1', mgf: 'sha1' }

/** XML Encryption 1.1's, as SEB writes it. */
export const rsaOaepSha256: KeyTransport = { uri: `${ns.xenc11}rsa-oaep`, digest: 'sha256', mgf: 'sha256' }

const oaepDigests: ReadonlyMap<string, OaepHash> = new Map([
  [`${ns.ds}sha1`, 'sha1'],
  [`${ns.xenc}sha256`, 'sha256'],
])

const oaepMasks: ReadonlyMap<string, OaepHash> = new Map([
  [`${ns.xenc11}mgf1sha1`, 'sha1'],
  [`${ns.xenc11}mgf1sha256`, 'sha256'],
])

/** The key transport an EncryptionMethod describes; its absent parameters mean SHA-1 (XML Encryption 1.1 §5.5.2). */
export function keyTransport(uri: string, digestUri?: string, mgfUri?: string): KeyTransport | undefined {
  if (uri !== rsaOaepMgf1p.uri && uri !== rsaOaepSha256.uri) return undefined
  if (uri === rsaOaepMgf1p.uri && mgfUri !== undefined) return undefined
  const digest = digestUri === undefined ? 'sha1' : oaepDigests.get(digestUri)
  const mgf = mgfUri === undefined ? 'sha1' : oaepMasks.get(mgfUri)
  return digest === undefined || mgf === undefined ? undefined : { uri, digest, mgf }
}

export function digestUri(hash: OaepHash): string {
  return hash === 'sha1' ? `${ns.ds}sha1` : `${ns.xenc}sha256`
}

export function mgfUri(hash: OaepHash): string {
  return `${ns.xenc11}mgf1${hash}`
}
