import assert from 'node:assert/strict'
import {
  constants,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto'
import { test } from 'node:test'
import { Problem } from '../../base/problem.ts'
import { der } from './der.ts'
import { readKeyPair } from './key-pair.ts'
import { keyKinds, keyPairPem, makeKeyPair } from './make-key-pair.ts'
import { published, readOwnKeys } from './own-keys.ts'
import { selfSign } from './self-sign.ts'

const terms = {
  subject: { commonName: 'Prøve, "nøgle" + æøå', organisation: 'Opdigtet Region', country: 'DK' },
  from: new Date('2026-01-01T00:00:00Z'),
  until: new Date('2029-01-01T00:00:00Z'),
}
const refusedBecause = (text: RegExp) => (error: unknown) =>
  error instanceof Problem && error.code === 'configuration' && text.test(error.detail)

for (const kind of keyKinds) {
  test(`a made ${kind} key has a certificate that OpenSSL reads and that its own key signed`, async () => {
    const pair = readKeyPair(await makeKeyPair(kind, terms), 'made')
    const { certificate, privateKey } = pair
    assert.equal(pair.kind, kind === 'p256' ? 'ec' : 'rsa')
    assert.ok(certificate.verify(certificate.publicKey))
    assert.equal(certificate.ca, false)
    assert.equal(certificate.subject, 'C=DK\nO=Opdigtet Region\nCN=Prøve\\, \\"nøgle\\" \\+ æøå')
    assert.equal(certificate.validFromDate.toISOString(), '2026-01-01T00:00:00.000Z')
    assert.equal(certificate.validToDate.toISOString(), '2029-01-01T00:00:00.000Z')
    assert.deepEqual(new X509Certificate(Buffer.from(pair.certificateBase64, 'base64')).raw, certificate.raw)
    assert.ok(verify('sha256', Buffer.from('x'), certificate.publicKey, sign('sha256', Buffer.from('x'), privateKey)))
  })
}

test('a certificate may run past 2049, where X.509 changes its way of writing time', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const certificate = new X509Certificate(selfSign(privateKey, { ...terms, until: new Date('2051-07-08T09:10:11Z') }))
  assert.equal(certificate.validToDate.toISOString(), '2051-07-08T09:10:11.000Z')
})

const sha256 = der.sequence(der.objectIdentifier('2.16.840.1.101.3.4.2.1'), der.null())
const pkcs1 = der.sequence(der.objectIdentifier('1.2.840.113549.1.1.11'), der.null())
/** RSASSA-PSS with SHA-256, MGF1 of SHA-256 and a salt of 32 (RFC 4055 §3.1). */
const pss = der.sequence(
  der.objectIdentifier('1.2.840.113549.1.1.10'),
  der.sequence(
    der.explicit(0, sha256),
    der.explicit(1, der.sequence(der.objectIdentifier('1.2.840.113549.1.1.8'), sha256)),
    der.explicit(2, der.integer(Buffer.from([32]))),
  ),
)

/** The certificate as an OCES3 authority writes it: signed with PSS, for a key that is an ordinary RSA key. */
function signedWithPss(certificate: Buffer, privateKey: KeyObject): Buffer {
  const start = certificate.indexOf(Buffer.from([0x30, 0x82]), 4)
  const inner = certificate.subarray(start + 4, start + 4 + certificate.readUInt16BE(start + 2))
  const at = inner.indexOf(pkcs1)
  const signed = der.sequence(inner.subarray(0, at), pss, inner.subarray(at + pkcs1.length))
  const { RSA_PKCS1_PSS_PADDING: padding } = constants
  return der.sequence(signed, pss, der.bitString(sign('sha256', signed, { key: privateKey, padding, saltLength: 32 })))
}

test('a certificate that was signed with RSASSA-PSS, as those of OCES3 are, is read, and its key is an ordinary one', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const certificate = signedWithPss(selfSign(privateKey, terms), privateKey)
  const pair = readKeyPair(keyPairPem(privateKey, certificate), 'OCES3')
  assert.equal(pair.certificate.publicKey.asymmetricKeyType, 'rsa')
  assert.ok(pair.certificate.verify(pair.certificate.publicKey), 'OpenSSL finds the PSS signature right')
  assert.ok(certificate.includes(pss) && !certificate.includes(pkcs1))
  const signature = sign('sha256', Buffer.from('x'), pair.privateKey)
  assert.ok(verify('sha256', Buffer.from('x'), pair.certificate.publicKey, signature))
})

test('keys that are too weak are refused by name', () => {
  const weak = (key: ReturnType<typeof createPrivateKey>) => keyPairPem(key, selfSign(key, terms))
  const rsa1024 = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  const p224 = generateKeyPairSync('ec', { namedCurve: 'secp224r1' }).privateKey
  const koblitz = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey
  assert.throws(
    () => readKeyPair(weak(rsa1024), 'signing key'),
    refusedBecause(/^signing key: the RSA key has 1024 bits/),
  )
  assert.throws(() => readKeyPair(weak(p224), 'signing key'), refusedBecause(/secp224r1/))
  assert.throws(() => readKeyPair(weak(koblitz), 'signing key'), refusedBecause(/secp256k1/))
})

test('a certificate of another key, a missing part and a locked key are each refused with their own words', async () => {
  const one = await makeKeyPair('p256', terms)
  const other = await makeKeyPair('p256', terms)
  const key = (pem: string) => pem.slice(0, pem.indexOf('-----BEGIN CERTIFICATE'))
  const certificate = (pem: string) => pem.slice(pem.indexOf('-----BEGIN CERTIFICATE'))
  assert.throws(() => readKeyPair(key(one) + certificate(other), 'k'), refusedBecause(/does not belong/))
  assert.throws(() => readKeyPair(key(one), 'k'), refusedBecause(/no certificate/))
  assert.throws(() => readKeyPair(certificate(one), 'k'), refusedBecause(/no private key/))
  assert.throws(() => readKeyPair(one + key(other), 'k'), refusedBecause(/more than one private key/))
  assert.throws(() => readKeyPair(one + certificate(other), 'k'), refusedBecause(/more than one certificate/))
  assert.throws(() => readKeyPair('', 'k'), refusedBecause(/no private key/))
  const locked = createPrivateKey(key(one)).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'x',
  })
  assert.throws(() => readKeyPair(locked + certificate(one), 'k'), refusedBecause(/passphrase/))
})

test('a PEM that was cut anywhere is refused in words, never with a stray error', async () => {
  const pem = await makeKeyPair('p256', terms)
  for (let end = 0; end < pem.length - 2; end++)
    assert.throws(() => readKeyPair(pem.slice(0, end), 'k'), refusedBecause(/^k: /), `cut at ${end}`)
})

test('the key to come is published after the one in use, and only RSA keys may be decrypted with', async () => {
  const rsa = await makeKeyPair('rsa2048', terms)
  const ec = await makeKeyPair('p256', terms)
  const keys = readOwnKeys({ signing: [ec, rsa], decryption: [rsa] })
  assert.deepEqual(
    published(keys.signing).map(({ kind }) => kind),
    ['ec', 'rsa'],
  )
  assert.deepEqual(
    published(keys.decryption).map(({ kind }) => kind),
    ['rsa'],
  )
  assert.throws(() => readOwnKeys({ signing: [ec], decryption: [rsa, ec] }), refusedBecause(/must be an RSA key/))
})
