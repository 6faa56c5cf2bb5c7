/**
 * Every algorithm SEB accepts or uses in SAML, by its URI (RFC 9231, XML Encryption 1.1). What is not in one of these lists
 * does not exist: no SHA-1 or MD5 digest, no HMAC, no RSA 1.5, no other canonicalisation.
 */
import { constants, type KeyObject, type SignKeyObjectInput } from 'node:crypto'
import { MessageRefused } from '../message-refused.ts'
import { ns } from './namespaces.ts'

type Hash = 'sha256' | 'sha384' | 'sha512'

export interface SignatureAlgorithm {
  readonly uri: string
  readonly keyType: 'rsa' | 'ec'
  readonly hash: Hash
  readonly pss: boolean
}

const dsigMore = 'http://www.w3.org/2001/04/xmldsig-more#'
const dsigMore2007 = 'http://www.w3.org/2007/05/xmldsig-more#'

function byUri<Entry extends { readonly uri: string }>(...entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.uri, entry]))
}

export const rsaSha256: SignatureAlgorithm = {
  uri: `${dsigMore}rsa-sha256`,
  keyType: 'rsa',
  hash: 'sha256',
  pss: false,
}
export const ecdsaSha256: SignatureAlgorithm = {
  uri: `${dsigMore}ecdsa-sha256`,
  keyType: 'ec',
  hash: 'sha256',
  pss: false,
}

const signatureAlgorithms = byUri<SignatureAlgorithm>(
  rsaSha256,
  { uri: `${dsigMore}rsa-sha384`, keyType: 'rsa', hash: 'sha384', pss: false },
  { uri: `${dsigMore}rsa-sha512`, keyType: 'rsa', hash: 'sha512', pss: false },
  { uri: `${dsigMore2007}sha256-rsa-MGF1`, keyType: 'rsa', hash: 'sha256', pss: true },
  { uri: `${dsigMore2007}sha384-rsa-MGF1`, keyType: 'rsa', hash: 'sha384', pss: true },
  { uri: `${dsigMore2007}sha512-rsa-MGF1`, keyType: 'rsa', hash: 'sha512', pss: true },
  ecdsaSha256,
  { uri: `${dsigMore}ecdsa-sha384`, keyType: 'ec', hash: 'sha384', pss: false },
  { uri: `${dsigMore}ecdsa-sha512`, keyType: 'ec', hash: 'sha512', pss: false },
)

export function signatureAlgorithm(uri: string): SignatureAlgorithm {
  return allowed(signatureAlgorithms, uri, 'signature')
}

export interface DigestAlgorithm {
  readonly uri: string
  readonly hash: Hash
  readonly bytes: number
}

export const digestSha256: DigestAlgorithm = { uri: `${ns.xenc}sha256`, hash: 'sha256', bytes: 32 }

const digestAlgorithms = byUri<DigestAlgorithm>(
  digestSha256,
  { uri: `${dsigMore}sha384`, hash: 'sha384', bytes: 48 },
  { uri: `${ns.xenc}sha512`, hash: 'sha512', bytes: 64 },
)

export function digestAlgorithm(uri: string): DigestAlgorithm {
  return allowed(digestAlgorithms, uri, 'digest')
}

/** Exclusive canonicalisation without comments (https://www.w3.org/TR/xml-exc-c14n/): the only one. */
export const exclusiveCanonicalization = ns.ec
export const envelopedSignature = `${ns.ds}enveloped-signature`

function allowed<Entry>(list: ReadonlyMap<string, Entry>, uri: string, kind: string): Entry {
  const found = list.get(uri)
  if (found === undefined) throw new MessageRefused('algorithm-not-allowed', `${kind} ${uri.slice(0, 100)}`)
  return found
}

/** r and s side by side, as XML Signature has them (RFC 9231 §2.3.6), or as ASN.1, which some put into query strings. */
export type EcdsaForm = 'ieee-p1363' | 'der'

/**
 * The key as `crypto.sign` and `crypto.verify` want it. PSS salts are as long as the hash (RFC 9231 §2.3.10). A bare key means
 * PKCS #1 v1.5, and is a third faster than one in an object that says so.
 */
export function keyInput(
  algorithm: SignatureAlgorithm,
  key: KeyObject,
  ecdsaForm: EcdsaForm = 'ieee-p1363',
): KeyObject | SignKeyObjectInput {
  if (algorithm.keyType === 'ec') return { key, dsaEncoding: ecdsaForm }
  if (!algorithm.pss) return key
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
}
