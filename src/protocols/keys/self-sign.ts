/** A self-signed X.509 certificate: only a vessel for a public key, since SAML peers pin certificates and trust no chain. */
import { createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import { der } from './der.ts'

export type CertificateSubject = { commonName: string; organisation?: string; country?: string }

export type CertificateTerms = { subject: CertificateSubject; from: Date; until: Date }

/** Makes the certificate and returns its DER. Signed with SHA-256 and the key's own algorithm (RFC 5280 §4.1). */
export function selfSign(privateKey: KeyObject, { subject, from, until }: CertificateTerms): Buffer {
  const algorithm =
    privateKey.asymmetricKeyType === 'ec'
      ? der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2')) // ecdsa-with-SHA256
      : der.sequence(der.objectIdentifier('1.2.840.113549.1.1.11'), der.null()) // sha256WithRSAEncryption
  const name = distinguishedName(subject)
  const certificate = der.sequence(
    der.explicit(0, der.integer(Buffer.from([2]))), // version 3
    der.integer(randomBytes(16)),
    algorithm,
    name,
    der.sequence(der.time(from), der.time(until)),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    der.explicit(3, der.sequence(notAnAuthority, usableForSignaturesAndKeys)),
  )
  return der.sequence(certificate, algorithm, der.bitString(sign('sha256', certificate, privateKey)))
}

function distinguishedName({ country, organisation, commonName }: CertificateSubject): Buffer {
  return der.sequence(
    ...(country ? [relative('2.5.4.6', der.printableString(country))] : []),
    ...(organisation ? [relative('2.5.4.10', der.utf8String(organisation))] : []),
    relative('2.5.4.3', der.utf8String(commonName)),
  )
}

function relative(type: string, text: Buffer): Buffer {
  return der.set(der.sequence(der.objectIdentifier(type), text))
}

/** basicConstraints, critical, CA absent and so false (RFC 5280 §4.2.1.9). */
const notAnAuthority = der.sequence(der.objectIdentifier('2.5.29.19'), der.true(), der.octetString(der.sequence()))

/** keyUsage, critical: digitalSignature, keyEncipherment (RFC 5280 §4.2.1.3). */
const usableForSignaturesAndKeys = der.sequence(
  der.objectIdentifier('2.5.29.15'),
  der.true(),
  der.octetString(der.bitString(Buffer.from([0b1010_0000]), 5)),
)
