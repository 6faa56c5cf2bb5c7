/** Has SEB's answers decrypted and verified by software that nobody here wrote. */
import { verify } from 'node:crypto'
import { DOMParser } from '@xmldom/xmldom'
import { type SignatureAlgorithm, SignedXml } from 'xml-crypto'
import { decrypt } from 'xml-encryption'
import type { KeyPair } from '../src/protocols/keys/key-pair.ts'
import type { LoggedIn } from './log-in.ts'

/** Throws when the answer does not hold. node-saml knows no ECDSA, so there the libraries beneath it are called. */
export async function verifyAnswer({ service, samlResponse }: LoggedIn, seb: KeyPair): Promise<void> {
  if (seb.kind === 'rsa') await service.read({ SAMLResponse: samlResponse })
  else verifyEcdsa(await decrypted(samlResponse, service.decryptionKey), seb)
}

function decrypted(samlResponse: string, { privateKey }: KeyPair): Promise<string> {
  const xml = Buffer.from(samlResponse, 'base64').toString()
  const encrypted = /<xenc:EncryptedData[\s\S]*<\/xenc:EncryptedData>/.exec(xml)?.[0] ?? ''
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' })
  return new Promise((resolve, reject) => {
    decrypt(encrypted, { key }, (error, plain) => (error ? reject(error) : resolve(plain)))
  })
}

function verifyEcdsa(assertion: string, seb: KeyPair): void {
  const document = new DOMParser().parseFromString(assertion, 'text/xml')
  const [signature] = Array.from(document.getElementsByTagNameNS('http://www.w3.org/2000/09/xmldsig#', 'Signature'))
  const signed = new SignedXml({ publicCert: seb.certificate.toString() })
  signed.SignatureAlgorithms[ecdsaSha256] = EcdsaSha256
  signed.loadSignature(signature as unknown as Node)
  if (!signed.checkSignature(assertion)) throw new Error('the signature does not hold')
}

const ecdsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256'

/** The algorithm itself; what is signed, and whether the digests are right, xml-crypto finds out. */
class EcdsaSha256 implements SignatureAlgorithm {
  getAlgorithmName = () => ecdsaSha256

  getSignature = (): string => {
    throw new Error('only verifies')
  }

  verifySignature = (material: string, key: string, value: string): boolean =>
    verify('sha256', Buffer.from(material), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(value, 'base64'))
}
