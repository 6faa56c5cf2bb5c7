/** Makes a fresh key with a self-signed certificate: for a first start, the sandbox, tests and measurements. */
import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { type CertificateTerms, selfSign } from './self-sign.ts'

export const keyKinds = ['rsa2048', 'rsa3072', 'rsa4096', 'p256'] as const

export type KeyKind = (typeof keyKinds)[number]

const generate = promisify(generateKeyPair)

/** Returns one PEM text, private key (PKCS #8) first and certificate after it: what `readKeyPair` reads. */
export async function makeKeyPair(kind: KeyKind, terms: CertificateTerms): Promise<string> {
  const privateKey = await makeKey(kind)
  return keyPairPem(privateKey, selfSign(privateKey, terms))
}

/** A private key and the DER of its certificate as one PEM text. */
export function keyPairPem(privateKey: KeyObject, certificate: Buffer): string {
  const body = certificate.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return `${privateKey.export({ type: 'pkcs8', format: 'pem' })}-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`
}

async function makeKey(kind: KeyKind): Promise<KeyObject> {
  if (kind === 'p256') return (await generate('ec', { namedCurve: 'prime256v1' })).privateKey
  return (await generate('rsa', { modulusLength: Number(kind.slice('rsa'.length)) })).privateKey
}
