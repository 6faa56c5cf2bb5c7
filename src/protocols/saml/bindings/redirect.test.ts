import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { before, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { SAML } from '@node-saml/node-saml'
import { type KeyPair, readKeyPair } from '../../keys/key-pair.ts'
import { makeKeyPair } from '../../keys/make-key-pair.ts'
import { MessageRefused, type RefusalReason } from '../message-refused.ts'
import { decodeRedirect, encodeRedirect, verifyRedirect } from './redirect.ts'

const terms = { subject: { commonName: 'Prøve' }, from: new Date('2026-01-01'), until: new Date('2036-01-01') }
const destination = new URL('https://seb.example/saml/sso')
const xml =
  '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1">æøå &amp; 😀</samlp:AuthnRequest>'
let rsa: KeyPair
let ec: KeyPair
let rsaPem: string

before(async () => {
  rsaPem = await makeKeyPair('rsa2048', terms)
  rsa = readKeyPair(rsaPem, 'rsa')
  ec = readKeyPair(await makeKeyPair('p256', terms), 'ec')
})

const refused = (reason: RefusalReason) => (error: unknown) =>
  error instanceof MessageRefused && error.reason === reason
const keyOf = (pair: KeyPair) => [pair.certificate.publicKey]
const deflated = (text: string | Buffer) => encodeURIComponent(deflateRawSync(text).toString('base64'))
const rsaSha256 = encodeURIComponent('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')

function sent(signWith: KeyPair, relayState?: string, to = destination): string {
  const outbound = encodeRedirect({ parameter: 'SAMLRequest', xml, destination: to, relayState, signWith })
  assert.equal(outbound.kind, 'redirect')
  return outbound.url.search
}

/** Signs a query of the test's own spelling, as a foreign library might. */
function signedQuery(query: string, key: KeyObject = rsa.privateKey): string {
  return `${query}&Signature=${encodeURIComponent(sign('sha256', Buffer.from(query), key).toString('base64'))}`
}

test('what is sent by redirect is read back whole, and its signature holds for the sender’s key alone', () => {
  for (const pair of [rsa, ec])
    for (const relayState of [undefined, '', "it's (a) *test* ~!", 'å😀&=?#+%41', 'x'.repeat(80)]) {
      const message = decodeRedirect(sent(pair, relayState))
      assert.equal(message.parameter, 'SAMLRequest')
      assert.equal(message.xml.toString(), xml)
      assert.equal(message.relayState, relayState)
      verifyRedirect(message, keyOf(pair))
      verifyRedirect(message, [
        generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey,
        ...keyOf(rsa),
        ...keyOf(ec),
      ])
      assert.throws(() => verifyRedirect(message, keyOf(pair === rsa ? ec : rsa)), refused('signature-invalid'))
      assert.throws(() => verifyRedirect(message, []), refused('signature-invalid'))
    }
})

test('a query that the destination already has is kept, and a fragment is not', () => {
  const query = sent(rsa, 'r', new URL('https://seb.example/saml/sso?tenant=a%20b#x'))
  assert.match(query, /^\?tenant=a%20b&SAMLRequest=/)
  verifyRedirect(decodeRedirect(query), keyOf(rsa))
})

test('node-saml’s signed request is accepted, byte for byte as it was sent', async () => {
  const saml = new SAML({
    callbackUrl: 'https://service.example/acs',
    entryPoint: destination.href,
    issuer: 'https://saml.service.example',
    idpCert: rsa.certificateBase64,
    privateKey: rsaPem.slice(0, rsaPem.indexOf('-----BEGIN CERTIFICATE')),
    signatureAlgorithm: 'sha256',
  })
  const url = new URL(await saml.getAuthorizeUrlAsync('https://service.example/side?a=1', undefined, {}))
  const message = decodeRedirect(url.search)
  assert.match(message.xml.toString(), /AuthnRequest/)
  assert.equal(message.relayState, 'https://service.example/side?a=1')
  verifyRedirect(message, keyOf(rsa))
})

test('node-saml accepts the log-out message SEB signs, and notices one changed byte', async () => {
  const saml = new SAML({
    callbackUrl: 'https://service.example/acs',
    issuer: 'https://saml.service.example',
    idpCert: rsa.certificateBase64,
  })
  const request =
    '<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1" Version="2.0" IssueInstant="2026-01-01T00:00:00Z"><saml:Issuer>https://seb.example</saml:Issuer><saml:NameID>x</saml:NameID></samlp:LogoutRequest>'
  const { url } = encodeRedirect({
    parameter: 'SAMLRequest',
    xml: request,
    destination,
    relayState: 'r',
    signWith: rsa,
  })
  const read = (query: string) =>
    saml.validateRedirectAsync(Object.fromEntries(new URLSearchParams(query)), query.replace(/^\?/, ''))
  const { profile } = await read(url.search)
  assert.equal(profile?.nameID, 'x')
  await assert.rejects(read(url.search.replace('RelayState=r', 'RelayState=s')))
})

test('the signature covers what was sent, in the sender’s own spelling and whatever the order', () => {
  const lowerCaseEscapes = signedQuery(
    `SAMLRequest=${deflated(xml).replace(/%[0-9A-F]{2}/g, (e) => e.toLowerCase())}&RelayState=a+b&SigAlg=${rsaSha256.toLowerCase()}`,
  )
  const message = decodeRedirect(lowerCaseEscapes)
  assert.equal(message.relayState, 'a b')
  verifyRedirect(message, keyOf(rsa))

  const shuffled = `?x=1&${lowerCaseEscapes.split('&').reverse().join('&')}`
  verifyRedirect(decodeRedirect(shuffled), keyOf(rsa))

  const respelt = lowerCaseEscapes.replace('RelayState=a+b', 'RelayState=a%20b')
  assert.throws(() => verifyRedirect(decodeRedirect(respelt), keyOf(rsa)), refused('signature-invalid'))
})

test('nothing that was signed can be changed, left out or added', () => {
  const good = sent(rsa, 'r')
  const without = (name: string) => good.replace(new RegExp(`&?${name}=[^&]*`), '')
  const fails = (query: string, reason: RefusalReason) =>
    assert.throws(() => verifyRedirect(decodeRedirect(query), keyOf(rsa)), refused(reason), query)

  fails(without('RelayState'), 'signature-invalid')
  fails(sent(rsa).replace('&SigAlg', '&RelayState=evil&SigAlg'), 'signature-invalid')
  fails(good.replace('RelayState=r', 'RelayState=s'), 'signature-invalid')
  fails(good.replace('SAMLRequest=', 'SAMLResponse='), 'signature-invalid')
  fails(good.replace(/SAMLRequest=[^&]*/, `SAMLRequest=${deflated(xml.replace('_1', '_2'))}`), 'signature-invalid')
  fails(good.replace('rsa-sha256', 'rsa-sha512'), 'signature-invalid')
  fails(good.replace('rsa-sha256', 'ecdsa-sha256'), 'signature-invalid')
  fails(without('Signature').replace(/&?SigAlg=[^&]*/, ''), 'signature-missing')
  fails(without('Signature'), 'signature-malformed')
  fails(without('SigAlg'), 'signature-malformed')
})

test('doubled parameters, and the binding’s names in disguise, are refused', () => {
  const good = sent(rsa, 'r').slice(1)
  for (const name of ['SAMLRequest', 'RelayState', 'SigAlg', 'Signature']) {
    const [own = ''] = good.split('&').filter((part) => part.startsWith(`${name}=`))
    for (const query of [`${good}&${own}`, `${own}&${good}`, `${good}&${name}`, `${good}&${name}=`])
      assert.throws(() => decodeRedirect(query), refused('transport-malformed'), query)
    const disguised = good.replace(name, `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`)
    assert.throws(() => decodeRedirect(disguised), refused('transport-malformed'), disguised)
  }
  assert.throws(() => decodeRedirect(`${good}&SAMLResponse=${deflated(xml)}`), refused('transport-malformed'))
})

test('only algorithms on the list are taken: no SHA-1, no HMAC, no name that is a property of objects', () => {
  for (const name of [
    'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    'http://www.w3.org/2001/04/xmldsig-more#rsa-md5',
    'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
    'http://www.w3.org/2000/09/xmldsig#dsa-sha1',
    'HTTP://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    '',
    'none',
    '__proto__',
    'constructor',
  ])
    assert.throws(
      () => decodeRedirect(signedQuery(`SAMLRequest=${deflated(xml)}&SigAlg=${encodeURIComponent(name)}`)),
      refused('algorithm-not-allowed'),
      name,
    )
})

test('an ECDSA signature is read in the form of XML Signature and in that of Java and .NET', () => {
  const query = `SAMLRequest=${deflated(xml)}&SigAlg=${encodeURIComponent('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256')}`
  for (const dsaEncoding of ['der', 'ieee-p1363'] as const)
    for (let round = 0; round < 50; round++) {
      const value = sign('sha256', Buffer.from(query), { key: ec.privateKey, dsaEncoding })
      const message = decodeRedirect(`${query}&Signature=${encodeURIComponent(value.toString('base64'))}`)
      verifyRedirect(message, keyOf(ec))
    }
})

test('a RelayState over 1,024 bytes is neither taken nor sent', () => {
  assert.throws(() => sent(rsa, 'x'.repeat(1025)), refused('transport-too-large'))
  assert.throws(() => sent(rsa, 'å'.repeat(513)), refused('transport-too-large'))
  const query = `SAMLRequest=${deflated(xml)}&RelayState=`
  assert.throws(() => decodeRedirect(query + 'x'.repeat(1025)), refused('transport-too-large'))
  assert.throws(() => decodeRedirect(`${query}a%0Ab`), refused('transport-malformed'))
})

test('a message that inflates beyond 64 KiB is refused', () => {
  const bomb = deflated(Buffer.alloc(60 * 1024 * 1024))
  assert.throws(() => decodeRedirect(`SAMLRequest=${bomb}`), refused('transport-too-large'))
  assert.equal(decodeRedirect(`SAMLRequest=${deflated(Buffer.alloc(64 * 1024))}`).xml.length, 64 * 1024)
  assert.throws(() => decodeRedirect(`SAMLRequest=${'A'.repeat(200_000)}`), refused('transport-too-large'))
})

test('whatever is cut, garbled or absent is refused and nothing else', () => {
  const good = sent(rsa, 'r')
  for (let end = 0; end < good.length - 1; end++)
    assert.throws(() => verifyRedirect(decodeRedirect(good.slice(0, end)), keyOf(rsa)), MessageRefused, `cut at ${end}`)
  for (let at = 1; at < good.length; at++) {
    if (good[at] === '%') continue
    const garbled = `${good.slice(0, at)}%${good.slice(at + 1)}`
    assert.throws(() => verifyRedirect(decodeRedirect(garbled), keyOf(rsa)), MessageRefused, `garbled at ${at}`)
  }
  for (const odd of [
    '',
    '?',
    '&&&',
    'SAMLRequest',
    'SAMLRequest=',
    'SAMLRequest=%',
    'SAMLRequest=%ff',
    'SAMLRequest=AA',
    'RelayState=1',
  ])
    assert.throws(() => decodeRedirect(odd), MessageRefused, odd)
  assert.throws(() => decodeRedirect(`${good}&SAMLEncoding=urn:other`), refused('transport-malformed'))
})
