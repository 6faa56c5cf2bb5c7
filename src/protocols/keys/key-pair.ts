/** A private key with the certificate that tells others its public half; what SEB signs and decrypts with. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { Problem } from '../../base/problem.ts'
import { keyKind, keyWeakness } from './key-strength.ts'

export type KeyPair = {
  privateKey: KeyObject
  certificate: X509Certificate
  /** The certificate's DER in base64 without line breaks, as it stands in `ds:X509Certificate`. */
  certificateBase64: string
  kind: 'rsa' | 'ec'
}

const privateKeyBlock = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA |EC )?PRIVATE KEY-----/g
const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/**
 * Reads one PEM text that holds exactly one private key and one certificate, in any order. `name` is what the operator
 * calls the key; it opens every complaint. A chain is refused: SAML and OIDC peers pin the certificate itself.
 */
export function readKeyPair(pem: string, name: string): KeyPair {
  const refuse = (why: string, cause?: unknown) => new Problem('configuration', `${name}: ${why}`, { cause })

  if (pem.includes('BEGIN ENCRYPTED PRIVATE KEY') || pem.includes('Proc-Type: 4,ENCRYPTED'))
    throw refuse('the private key is locked with a passphrase; give it without one')
  const [keyPem, ...moreKeys] = pem.match(privateKeyBlock) ?? []
  const [certificatePem, ...moreCertificates] = pem.match(certificateBlock) ?? []
  if (!keyPem) throw refuse('holds no private key in PEM form (PKCS #8, PKCS #1 or SEC 1)')
  if (!certificatePem) throw refuse('holds no certificate in PEM form')
  if (moreKeys.length > 0) throw refuse('holds more than one private key')
  if (moreCertificates.length > 0) throw refuse('holds more than one certificate; give only the key’s own')

  const privateKey = attempt(() => createPrivateKey(keyPem), refuse, 'the private key cannot be read')
  const certificate = attempt(() => new X509Certificate(certificatePem), refuse, 'the certificate cannot be read')
  const weakness = keyWeakness(privateKey)
  if (weakness) throw refuse(weakness)
  if (!certificate.checkPrivateKey(privateKey))
    throw refuse('the certificate does not belong to the private key beside it')

  return { privateKey, certificate, certificateBase64: certificate.raw.toString('base64'), kind: keyKind(privateKey) }
}

function attempt<T>(read: () => T, refuse: (why: string, cause: unknown) => Problem, why: string): T {
  try {
    return read()
  } catch (error) {
    throw refuse(why, error)
  }
}
