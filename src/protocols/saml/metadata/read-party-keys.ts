/** Reads the keys in a party's metadata, and hands them out by what they are used for. */
import { type KeyObject, X509Certificate } from 'node:crypto'
import { keyName, keyWeakness } from '../../keys/key-strength.ts'
import { decodeBase64 } from '../xml/base64.ts'
import { ns } from '../xml/namespaces.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import type { PartyKey } from './party-metadata.ts'
import { refuseMetadata } from './refuse-metadata.ts'

/**
 * Reads every KeyDescriptor that holds a certificate. One without `use` is for both (SAML metadata §2.4.1.1). A key that
 * is too weak or a certificate that has expired is refused, whatever else there is: the operator is told which one.
 */
export function readPartyKeys(role: XmlElement, now: Date): PartyKey[] {
  const keys = role.children(ns.md, 'KeyDescriptor').flatMap((descriptor) => readKeyDescriptor(descriptor, now))
  requireSigningKey(keys, role.name)
  return keys
}

/** The key of one KeyDescriptor; none where it holds no certificate. */
export function readKeyDescriptor(descriptor: XmlElement, now: Date): PartyKey[] {
  const certificates = descriptor
    .children(ns.ds, 'KeyInfo')
    .flatMap((info) => info.children(ns.ds, 'X509Data'))
    .flatMap((data) => data.children(ns.ds, 'X509Certificate'))
  // A second certificate could be a chain or a second key; nobody may have to guess which keys count.
  if (certificates.length > 1) refuseMetadata('certificates-together')
  return certificates.map(({ text }) => ({
    use: readUse(descriptor),
    certificate: readCertificate(text, now),
    encryptionMethods: descriptor
      .children(ns.md, 'EncryptionMethod')
      .map((method) => method.requiredAttribute('Algorithm')),
  }))
}

export function requireSigningKey(keys: readonly PartyKey[], name: string): void {
  if (!keys.some(({ use }) => use !== 'encryption')) refuseMetadata('signing-key-missing', { name })
}

/** The keys that may have signed what the party sends. */
export function signingKeys(keys: readonly PartyKey[]): KeyObject[] {
  return keys.filter(({ use }) => use !== 'encryption').map(publicKeyOf)
}

/** The first RSA key to encrypt to, with the algorithms the party wants; nothing when it has none. */
export function encryptionKey(
  keys: readonly PartyKey[],
): { publicKey: KeyObject; encryptionMethods: readonly string[] } | undefined {
  return keys
    .filter(({ use }) => use !== 'signing')
    .map((key) => ({ publicKey: publicKeyOf(key), encryptionMethods: key.encryptionMethods }))
    .find(({ publicKey }) => publicKey.asymmetricKeyType === 'rsa')
}

function publicKeyOf({ certificate }: PartyKey): KeyObject {
  return new X509Certificate(Buffer.from(certificate, 'base64')).publicKey
}

function readUse(descriptor: XmlElement): PartyKey['use'] {
  const use = descriptor.attribute('use')
  if (use === undefined) return 'both'
  return use === 'signing' || use === 'encryption' ? use : refuseMetadata('key-use-unknown')
}

/** The DER of a certificate, in base64: read, strong enough, and not over. */
export function readCertificate(text: string, now: Date): string {
  const bytes = decodeBase64(text)
  if (bytes === undefined || bytes.length === 0) refuseMetadata('certificate-not-base64')
  const certificate = parseCertificate(bytes)
  const serial = certificate.serialNumber
  const weakness = keyWeakness(certificate.publicKey)
  if (weakness !== undefined) refuseMetadata('key-weak', { serial, weakness, key: keyName(certificate.publicKey) })
  if (certificate.validToDate <= now)
    refuseMetadata('certificate-expired', { serial, date: certificate.validToDate.toISOString().slice(0, 10) })
  return certificate.raw.toString('base64')
}

function parseCertificate(bytes: Buffer): X509Certificate {
  try {
    const certificate = new X509Certificate(bytes)
    void certificate.publicKey // read now, so that a broken key falls here
    return certificate
  } catch (error) {
    refuseMetadata('certificate-unreadable', {}, error)
  }
}
