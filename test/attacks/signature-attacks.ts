/** Signatures that are not there, not right, of the wrong kind or by the wrong key, and algorithms nobody may use. (G14–G16, A2–A4) */
import { createPublicKey } from 'node:crypto'
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { attacks } from './attack.ts'
import { type AttackContext, assertion, response, type SignatureParts, signed } from './forge.ts'

const more = 'http://www.w3.org/2001/04/xmldsig-more#'

/** The honest answer but for its signature. */
const answer = (c: AttackContext, o: SignatureParts) => response(c, signed(c, assertion(c), o))
const honest = (c: AttackContext) => answer(c, {})

/** The ways in which a public key can be mistaken for a secret. */
const publicKeyAsSecret: readonly [string, (c: AttackContext) => Buffer][] = [
  ['PEM', (c) => Buffer.from(createPublicKey(c.idp.key.privateKey).export({ type: 'spki', format: 'pem' }))],
  [
    'PEM without its last line break',
    (c) => Buffer.from(createPublicKey(c.idp.key.privateKey).export({ type: 'spki', format: 'pem' }).toString().trim()),
  ],
  ['DER', (c) => createPublicKey(c.idp.key.privateKey).export({ type: 'spki', format: 'der' })],
  ['certificate', (c) => c.idp.key.certificate.raw],
  ['base64 of the certificate', (c) => Buffer.from(c.idp.key.certificateBase64)],
]

export const signatureAttacks = [
  ...attacks(
    'A2',
    ['no signature at all', 'signature-missing', (c) => response(c, assertion(c))],
    ['a stripped signature', 'signature-missing', (c) => honest(c).replace(/<ds:Signature .*<\/ds:Signature>/s, '')],
    [
      'an empty ds:Signature',
      'signature-malformed',
      (c) => honest(c).replace(/(<ds:Signature [^>]*>).*(<\/ds:Signature>)/s, '$1$2'),
    ],
    ['an empty SignatureValue', 'signature-invalid', (c) => honest(c).replace(/(<ds:SignatureValue>)[^<]*/, '$1')],
    [
      'a SignatureValue of zeros',
      'signature-invalid',
      (c) => honest(c).replace(/(<ds:SignatureValue>)[^<]*/, `$1${Buffer.alloc(256).toString('base64')}`),
    ],
    [
      'a SignatureValue that is not base64',
      'signature-malformed',
      (c) => honest(c).replace('<ds:SignatureValue>', '<ds:SignatureValue>!'),
    ],
    [
      'a SignatureValue in an element of its own',
      'xml-structure',
      (c) => honest(c).replace(/(<ds:SignatureValue>)([^<]*)/, '$1<ds:x>$2</ds:x>'),
    ],
    [
      'no SignatureValue',
      'signature-malformed',
      (c) => honest(c).replace(/<ds:SignatureValue>[^<]*<\/ds:SignatureValue>/, ''),
    ],
    ['no SignedInfo', 'signature-malformed', (c) => honest(c).replace(/<ds:SignedInfo>.*<\/ds:SignedInfo>/s, '')],
    [
      'the parts of the signature in another order',
      'signature-malformed',
      (c) =>
        honest(c).replace(
          /(<ds:SignedInfo>.*<\/ds:SignedInfo>)(<ds:SignatureValue>[^<]*<\/ds:SignatureValue>)/s,
          '$2$1',
        ),
    ],
    ['a changed name', 'signature-digest', (c) => honest(c).replace('11111111-1111', '66666666-6666')],
    ['a changed attribute', 'signature-digest', (c) => honest(c).replace('99999991', '99999992')],
    [
      'an added attribute',
      'signature-digest',
      (c) => honest(c).replace('<saml:Attribute ', '<saml:Attribute Name="x"/><saml:Attribute '),
    ],
    ['white space added', 'signature-digest', (c) => honest(c).replace('<saml:Conditions', '\n<saml:Conditions')],
    [
      'a changed digest',
      'signature-invalid',
      (c) => honest(c).replace(/(<ds:DigestValue>)[^<]*/, `$1${Buffer.alloc(32).toString('base64')}`),
    ],
    [
      'a wrong digest, rightly signed',
      'signature-digest',
      (c) => answer(c, { digestValue: Buffer.alloc(32).toString('base64') }),
    ],
    ['an empty digest, rightly signed', 'signature-malformed', (c) => answer(c, { digestValue: '' })],
    [
      'a signed Response whose own signature is wrong',
      'signature-invalid',
      (c) => signed(c, response(c, signed(c, assertion(c))), { key: c.rogue.privateKey }),
    ],
  ),
  ...attacks(
    'G14',
    [
      'an unregistered key that calls itself the real one',
      'signature-invalid',
      (c) => answer(c, { key: c.rogue.privateKey }),
    ],
    [
      'an unregistered key with its own certificate',
      'signature-invalid',
      (c) =>
        answer(c, {
          key: c.rogue.privateKey,
          keyInfo: `<ds:X509Data><ds:X509Certificate>${c.rogue.certificateBase64}</ds:X509Certificate></ds:X509Data>`,
        }),
    ],
    [
      'an unregistered key with both certificates',
      'signature-invalid',
      (c) =>
        answer(c, {
          key: c.rogue.privateKey,
          keyInfo: [c.rogue, c.idp.key]
            .map(
              (key) => `<ds:X509Data><ds:X509Certificate>${key.certificateBase64}</ds:X509Certificate></ds:X509Data>`,
            )
            .join(''),
        }),
    ],
    [
      'an unregistered key as RSAKeyValue',
      'signature-invalid',
      (c) => {
        const { n = '', e = '' } = createPublicKey(c.rogue.privateKey).export({ format: 'jwk' })
        const base64 = (text: string) => Buffer.from(text, 'base64url').toString('base64')
        const keyInfo = `<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>${base64(n)}</ds:Modulus><ds:Exponent>${base64(e)}</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>`
        return answer(c, { key: c.rogue.privateKey, keyInfo })
      },
    ],
    [
      'an unregistered key with nothing in KeyInfo',
      'signature-invalid',
      (c) => answer(c, { key: c.rogue.privateKey, keyInfo: '' }),
    ],
    [
      'an unregistered key by name',
      'signature-invalid',
      (c) => answer(c, { key: c.rogue.privateKey, keyInfo: '<ds:KeyName>../../../etc/passwd</ds:KeyName>' }),
    ],
    [
      'an unregistered key to be fetched',
      'signature-invalid',
      (c) =>
        answer(c, {
          key: c.rogue.privateKey,
          keyInfo: '<ds:RetrievalMethod URI="http://127.0.0.1:1/key"></ds:RetrievalMethod>',
        }),
    ],
  ),
  ...attacks(
    'G15',
    ...publicKeyAsSecret.map(
      ([name, secret]) =>
        [
          `HMAC with the public key as its secret: ${name}`,
          'algorithm-not-allowed',
          (c: AttackContext) => answer(c, { method: `${more}hmac-sha256`, secret: secret(c) }),
        ] as const,
    ),
    [
      'HMAC truncated to nothing',
      'algorithm-not-allowed',
      (c) =>
        answer(c, { method: `${ns.ds}hmac-sha1`, hash: 'sha1', secret: Buffer.alloc(1) }).replace(
          /(hmac-sha1">)/,
          '$1<ds:HMACOutputLength>0</ds:HMACOutputLength>',
        ),
    ],
  ),
  ...attacks(
    'G16',
    ['RSA with SHA-1', 'algorithm-not-allowed', (c) => answer(c, { method: `${ns.ds}rsa-sha1`, hash: 'sha1' })],
    ['RSA with MD5', 'algorithm-not-allowed', (c) => answer(c, { method: `${more}rsa-md5`, hash: 'md5' })],
    ['RSA with RIPEMD-160', 'algorithm-not-allowed', (c) => answer(c, { method: `${more}rsa-ripemd160` })],
    ['DSA', 'algorithm-not-allowed', (c) => answer(c, { method: `${ns.ds}dsa-sha1` })],
    ['an algorithm called none', 'algorithm-not-allowed', (c) => answer(c, { method: 'none' })],
    ['an empty algorithm', 'algorithm-not-allowed', (c) => answer(c, { method: '' })],
    ['an algorithm called __proto__', 'algorithm-not-allowed', (c) => answer(c, { method: '__proto__' })],
    ['an algorithm called constructor', 'algorithm-not-allowed', (c) => answer(c, { method: 'constructor' })],
    ['an algorithm with a space', 'algorithm-not-allowed', (c) => answer(c, { method: `${more}rsa-sha256 ` })],
    [
      'no algorithm',
      'xml-structure',
      (c) => honest(c).replace(/<ds:SignatureMethod Algorithm="[^"]*">/, '<ds:SignatureMethod>'),
    ],
    ['an RSA signature called ECDSA', 'signature-invalid', (c) => answer(c, { method: `${more}ecdsa-sha256` })],
    ['SHA-256 called SHA-512', 'signature-invalid', (c) => answer(c, { method: `${more}rsa-sha512` })],
    [
      'PKCS #1 called PSS',
      'signature-invalid',
      (c) => answer(c, { method: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1' }),
    ],
    ['PSS called PKCS #1', 'signature-invalid', (c) => answer(c, { pss: true })],
    ['a SHA-1 digest', 'algorithm-not-allowed', (c) => answer(c, { digestMethod: `${ns.ds}sha1`, digestHash: 'sha1' })],
    ['an MD5 digest', 'algorithm-not-allowed', (c) => answer(c, { digestMethod: `${more}md5`, digestHash: 'md5' })],
    ['a digest called __proto__', 'algorithm-not-allowed', (c) => answer(c, { digestMethod: '__proto__' })],
  ),
]
