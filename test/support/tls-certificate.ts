/** A certificate for a server of a test, by its address, which nobody vouches for until a test does. Made up. */
import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { der } from '../../src/protocols/keys/der.ts'
import { keyPairPem } from '../../src/protocols/keys/make-key-pair.ts'

/** Key and certificate, as `tls.createSecureContext` takes both. */
export function tlsCertificate(address: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const algorithm = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2'))
  const name = der.sequence(
    der.set(der.sequence(der.objectIdentifier('2.5.4.3'), der.utf8String('made up for a test'))),
  )
  // iPAddress in subjectAltName. (RFC 5280 §4.2.1.6)
  const forAddress = der.sequence(
    der.objectIdentifier('2.5.29.17'),
    der.octetString(der.sequence(Buffer.from([0x87, 4, ...address.split('.').map(Number)]))),
  )
  const certificate = der.sequence(
    der.explicit(0, der.integer(Buffer.from([2]))),
    der.integer(randomBytes(16)),
    algorithm,
    name,
    der.sequence(der.time(new Date('2020-01-01T00:00:00Z')), der.time(new Date('2040-01-01T00:00:00Z'))),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    der.explicit(3, der.sequence(forAddress)),
  )
  const signed = der.sequence(certificate, algorithm, der.bitString(sign('sha256', certificate, privateKey)))
  return keyPairPem(privateKey, signed)
}
