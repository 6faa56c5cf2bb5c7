/** Encrypted assertions that anyone could have encrypted, and ways to learn something from how they are refused. (G18, G19, A22) */
import { constants } from 'node:crypto'
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { attacks } from './attack.ts'
import { type EncryptionParts, encrypted } from './encrypt.ts'
import { type AttackContext, assertion, evilAssertion, response, signed } from './forge.ts'

const honest = (c: AttackContext, o: EncryptionParts = {}) => response(c, encrypted(c, signed(c, assertion(c)), o))
const content = (c: AttackContext, text: string) => response(c, encrypted(c, text))

export const encryptionAttacks = [
  ...attacks(
    'G18',
    ['a forged assertion, encrypted', 'signature-missing', (c) => content(c, evilAssertion(c))],
    [
      'a forged assertion, encrypted, in a signed Response',
      'signature-missing',
      (c) => signed(c, content(c, evilAssertion(c))),
    ],
    [
      'a forged assertion with an unregistered signature, encrypted',
      'signature-invalid',
      (c) => content(c, signed(c, evilAssertion(c), { key: c.rogue.privateKey })),
    ],
    [
      'a changed assertion, encrypted',
      'signature-digest',
      (c) => content(c, signed(c, assertion(c)).replace('1111-1111', '6666-6666')),
    ],
    ['something else, encrypted', 'assertion-missing', (c) => content(c, '<x/>')],
    ['a whole Response, encrypted', 'assertion-missing', (c) => content(c, response(c, signed(c, assertion(c))))],
    [
      'an assertion in another namespace, encrypted',
      'assertion-missing',
      (c) => content(c, signed(c, assertion(c)).replace(ns.saml, 'urn:x')),
    ],
  ),
  ...attacks(
    'G19',
    ['encrypted for another key', 'decryption-failed', (c) => honest(c, { key: c.rogue.privateKey })],
    [
      'RSA 1.5',
      'decryption-failed',
      (c) => honest(c, { keyAlgorithm: `${ns.xenc}rsa-1_5`, padding: constants.RSA_PKCS1_PADDING }),
    ],
    ['RSA 1.5 called OAEP', 'decryption-failed', (c) => honest(c, { padding: constants.RSA_PKCS1_PADDING })],
    [
      'AES-CBC where it is not agreed',
      'decryption-failed',
      (c) => honest(c, { algorithm: `${ns.xenc}aes256-cbc`, cipher: 'aes-256-cbc' }),
    ],
    ['AES-GCM called CBC', 'decryption-failed', (c) => honest(c, { algorithm: `${ns.xenc}aes256-cbc` })],
    ['AES-CBC called GCM', 'decryption-failed', (c) => honest(c, { cipher: 'aes-256-cbc' })],
    ['a key of the wrong length', 'decryption-failed', (c) => honest(c, { cipher: 'aes-128-gcm' })],
    ['Triple DES', 'decryption-failed', (c) => honest(c, { algorithm: `${ns.xenc}tripledes-cbc` })],
    ['no algorithm anyone knows', 'decryption-failed', (c) => honest(c, { algorithm: '__proto__' })],
    ['a tag of 96 bits', 'decryption-failed', (c) => honest(c, { change: (bytes) => bytes.subarray(0, -4) })],
    ['a tag of 32 bits', 'decryption-failed', (c) => honest(c, { change: (bytes) => bytes.subarray(0, -12) })],
    ['no tag', 'decryption-failed', (c) => honest(c, { change: (bytes) => bytes.subarray(0, -16) })],
    ['a changed tag', 'decryption-failed', (c) => honest(c, { change: flip(-1) })],
    ['a changed initialisation vector', 'decryption-failed', (c) => honest(c, { change: flip(0) })],
    ['a changed cipher text', 'decryption-failed', (c) => honest(c, { change: flip(100) })],
    [
      'only an initialisation vector',
      'decryption-failed',
      (c) => honest(c, { change: (bytes) => bytes.subarray(0, 12) }),
    ],
    [
      'a label for OAEP',
      'decryption-failed',
      (c) => honest(c, { inKeyMethod: '<xenc:OAEPparams>AAAA</xenc:OAEPparams>' }),
    ],
    [
      'OAEP with a digest nobody may use',
      'decryption-failed',
      (c) =>
        honest(c, {
          inKeyMethod: `<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#md5"></ds:DigestMethod>`,
        }),
    ],
    ['no cipher text', 'decryption-failed', (c) => honest(c, { change: () => Buffer.alloc(0) })],
    ['no key', 'decryption-failed', (c) => honest(c, { keyInfo: '' })],
    [
      'a key to be fetched',
      'decryption-failed',
      (c) => honest(c, { keyInfo: '<ds:RetrievalMethod URI="http://127.0.0.1:1/"/>' }),
    ],
    [
      'a cipher text to be fetched',
      'decryption-failed',
      (c) =>
        honest(c).replace(
          /(.*)<xenc:CipherValue>[^<]*<\/xenc:CipherValue>/s,
          '$1<xenc:CipherReference URI="http://127.0.0.1:1/"/>',
        ),
    ],
    [
      'three hundred keys',
      'decryption-failed',
      (c) => honest(c).replace(/<xenc:EncryptedKey>.*<\/xenc:EncryptedKey>/s, (key) => key.repeat(150)),
    ],
    ['encrypted content instead of an element', 'decryption-failed', (c) => honest(c, { type: `${ns.xenc}Content` })],
    [
      'an empty EncryptedAssertion',
      'decryption-failed',
      (c) => response(c, `<saml:EncryptedAssertion xmlns:saml="${ns.saml}"/>`),
    ],
    [
      'a document type within the encryption',
      'decryption-failed',
      (c) => content(c, `<!DOCTYPE x>${signed(c, assertion(c))}`),
    ],
    [
      'a comment within the encryption',
      'decryption-failed',
      (c) => content(c, signed(c, assertion(c)).replace('</saml:NameID>', '<!-- --></saml:NameID>')),
    ],
    [
      'two assertions within the encryption',
      'decryption-failed',
      (c) => content(c, evilAssertion(c) + signed(c, assertion(c))),
    ],
    [
      'an attempt to break out of the encryption',
      'decryption-failed',
      (c) => content(c, `${signed(c, assertion(c))}</within><within>`),
    ],
    [
      'twenty thousand elements deep within the encryption',
      'decryption-failed',
      (c) => content(c, '<x>'.repeat(20_000)),
    ],
  ),
]

function flip(position: number) {
  return (bytes: Buffer) => {
    const copy = Buffer.from(bytes)
    const at = position < 0 ? copy.length + position : position
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }
}
