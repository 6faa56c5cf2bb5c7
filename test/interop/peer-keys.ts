/** A fresh RSA key and a self-signed certificate for a peer: nothing secret, made anew for every run. */
import { makeKeyPair } from '../../src/protocols/keys/make-key-pair.ts'

/** A private key (PKCS #8) and its certificate, both as PEM. */
export type PeerKeys = { privateKey: string; certificate: string }

/** Makes an RSA-2048 key with a certificate in `commonName`'s name, valid for a day on either side of now. */
export async function makePeerKeys(commonName: string): Promise<PeerKeys> {
  const day = 24 * 60 * 60 * 1000
  const now = Date.now()
  const pem = await makeKeyPair('rsa2048', {
    subject: { commonName },
    from: new Date(now - day),
    until: new Date(now + day),
  })
  const split = pem.indexOf('-----BEGIN CERTIFICATE-----')
  return { privateKey: pem.slice(0, split), certificate: pem.slice(split) }
}

/** The base64 body of a PEM, as metadata wants it. */
export function pemBody(text: string): string {
  return text.replace(/-----[^-]+-----|\s/g, '')
}
