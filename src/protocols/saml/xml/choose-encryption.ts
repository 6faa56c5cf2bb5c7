/** Chooses how to encrypt for a peer from the EncryptionMethod list of its metadata (SAML metadata §2.4.1.1). */
import {
  aes256Gcm,
  type ContentAlgorithm,
  contentAlgorithm,
  type KeyTransport,
  rsaOaepMgf1p,
  rsaOaepSha256,
} from './encryption-algorithms.ts'

export interface EncryptionMethods {
  readonly content: ContentAlgorithm
  readonly keyTransport: KeyTransport
}

/** With nothing listed: aes256-gcm and rsa-oaep-mgf1p, which every current implementation reads. */
export const defaultEncryption: EncryptionMethods = { content: aes256Gcm, keyTransport: rsaOaepMgf1p }

/**
 * The first of each kind that the peer lists and SEB uses, in the peer's order. Undefined when it lists only what SEB
 * does not use for it: then nothing can be sent to it, and the operator must be told.
 */
export function chooseEncryption(algorithmUris: readonly string[], allowCbc = false): EncryptionMethods | undefined {
  const transports = [rsaOaepMgf1p, rsaOaepSha256]
  const listedContent = algorithmUris.filter(
    (uri) => /#(?:aes|tripledes|camellia)[^#]*$/.test(uri) && !/#kw-/.test(uri),
  )
  const listedTransport = algorithmUris.filter((uri) => /#rsa-/.test(uri))
  const content = first(listedContent, (uri) => contentAlgorithm(uri, allowCbc), defaultEncryption.content)
  const keyTransport = first(
    listedTransport,
    (uri) => transports.find((transport) => transport.uri === uri),
    defaultEncryption.keyTransport,
  )
  return content === undefined || keyTransport === undefined ? undefined : { content, keyTransport }
}

function first<Found>(uris: readonly string[], find: (uri: string) => Found | undefined, otherwise: Found) {
  if (uris.length === 0) return otherwise
  for (const uri of uris) {
    const found = find(uri)
    if (found !== undefined) return found
  }
  return undefined
}
