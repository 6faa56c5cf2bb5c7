/** Signatures: SEB's own are verified by SEB and by an independent implementation, and what was tampered with falls. */
import assert from 'node:assert/strict'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { SignedXml } from 'xml-crypto'
import { type KeyPair, readKeyPair } from '../../keys/key-pair.ts'
import { type KeyKind, makeKeyPair } from '../../keys/make-key-pair.ts'
import type { RefusalReason } from '../message-refused.ts'
import { ns } from './namespaces.ts'
import { parseXml } from './parse-xml.ts'
import { signElement } from './sign-element.ts'
import { isSigned, verifySignature } from './verify-signature.ts'
import { element, writeXml } from './write-xml.ts'

const terms = {
  subject: { commonName: 'made up' },
  from: new Date('2026-01-01T00:00:00Z'),
  until: new Date('2036-01-01T00:00:00Z'),
}
const makeKey = async (kind: KeyKind) => readKeyPair(await makeKeyPair(kind, terms), 'test')
const rsa = await makeKey('rsa2048')
const otherRsa = await makeKey('rsa2048')
const ec = await makeKey('p256')
const publicKey = (pair: KeyPair) => createPublicKey(pair.privateKey)

function assertion(name = 'Æøå & <co>') {
  return element(
    'saml:Assertion',
    { ID: '_a1', Version: '2.0', IssueInstant: '2026-11-24T10:00:00Z' },
    element('saml:Issuer', {}, 'https://saml.example'),
    element('saml:Subject', {}, element('saml:NameID', {}, name)),
  )
}

for (const pair of [rsa, ec]) {
  test(`what SEB signs with ${pair.kind} SEB verifies, and reads only what was signed`, () => {
    const signed = parseXml(writeXml(signElement(assertion(), pair)))
    assert.ok(isSigned(signed))
    const verified = verifySignature(signed, [publicKey(otherRsa), publicKey(pair)])
    assert.equal(String(verified.canonical), writeXml(assertion()))
    assert.ok(!isSigned(verified.element), 'the signature itself is gone')
    assert.equal(verified.element.child(ns.saml, 'Subject').child(ns.saml, 'NameID').text, 'Æøå & <co>')
    assert.ok(verified.key.equals(publicKey(pair)))
  })
}

test('what SEB signs an independent implementation verifies, also within a larger document', () => {
  const response = element(
    'samlp:Response',
    { ID: '_r1' },
    element('saml:Issuer', {}, 'https://saml.example'),
    signElement(assertion(), rsa),
  )
  for (const [document, at] of [
    [writeXml(signElement(assertion(), rsa)), '/*'],
    [writeXml(response), '/*/*[local-name(.)="Assertion"]'],
    [writeXml(signElement(response, rsa)), '/*'],
  ] as const) {
    const verifier = new SignedXml({ publicCert: rsa.certificate.toString() })
    verifier.loadSignature(/<ds:Signature.*?<\/ds:Signature>/s.exec(signatureAt(document, at))?.[0] ?? '')
    assert.ok(verifier.checkSignature(document))
  }
})

/** In a doubly signed Response the outer signature comes first. */
function signatureAt(document: string, at: string): string {
  return at === '/*' ? document : document.slice(document.indexOf('<saml:Assertion'))
}

test('what an independent implementation signs SEB verifies', () => {
  for (const algorithm of ['rsa-sha256', 'rsa-sha512']) {
    const signer = new SignedXml({
      privateKey: rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      signatureAlgorithm: `http://www.w3.org/2001/04/xmldsig-more#${algorithm}`,
      canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    })
    signer.addReference({
      xpath: '/*',
      transforms: [`${ns.ds}enveloped-signature`, 'http://www.w3.org/2001/10/xml-exc-c14n#'],
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    })
    const unsigned = `<Assertion xmlns="${ns.saml}" xmlns:unused="urn:x"
       Version='2.0'  ID="_a1"><Issuer>https://saml.example</Issuer><a:b xmlns:a="urn:a" z="1&#10;2" a:y='"'> &#13;x </a:b></Assertion>`
    signer.computeSignature(unsigned, { location: { reference: '/*/*[1]', action: 'after' } })
    const verified = verifySignature(parseXml(signer.getSignedXml()), [publicKey(rsa)])
    assert.equal(verified.element.child('urn:a', 'b').text, ' \rx ')
  }
})

test('only the registered keys count, whatever KeyInfo says', () => {
  const signed = parseXml(writeXml(signElement(assertion(), rsa)))
  refused(() => verifySignature(signed, [publicKey(otherRsa)]), 'signature-invalid')
  refused(() => verifySignature(signed, [publicKey(ec)]), 'signature-invalid')
  refused(() => verifySignature(signed, []), 'signature-invalid')
})

test('a registered key that is too weak verifies nothing', () => {
  const { publicKey: weak } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const signed = parseXml(writeXml(signElement(assertion(), rsa)))
  refused(() => verifySignature(signed, [weak]), 'key-not-allowed')
})

const tampered: readonly [string, (xml: string) => string, RefusalReason][] = [
  ['a changed name', (xml) => xml.replace('Æøå', 'Æøa'), 'signature-digest'],
  ['a changed digest', (xml) => xml.replace(/<ds:DigestValue>./, '<ds:DigestValue>'), 'signature-invalid'],
  ['no signature', (xml) => xml.replace(/<ds:Signature.*<\/ds:Signature>/s, ''), 'signature-missing'],
  ['an empty signature', (xml) => xml.replace(/(<ds:SignatureValue>)[^<]*/, '$1'), 'signature-invalid'],
  ['a signature that is not base64', (xml) => xml.replace(/(<ds:SignatureValue>)/, '$1*'), 'signature-malformed'],
  ['HMAC', (xml) => xml.replace('rsa-sha256', 'hmac-sha256'), 'algorithm-not-allowed'],
  ['RSA with SHA-1', (xml) => xml.replace(/[^"]*rsa-sha256/, `${ns.ds}rsa-sha1`), 'algorithm-not-allowed'],
  ['another kind of key', (xml) => xml.replace('rsa-sha256', 'ecdsa-sha256'), 'signature-invalid'],
  [
    'an algorithm named __proto__',
    (xml) => xml.replace(/Algorithm="[^"]*rsa-sha256/, 'Algorithm="__proto__'),
    'algorithm-not-allowed',
  ],
  [
    'inclusive canonicalisation',
    (xml) => xml.replace(`Algorithm="${ns.ec}"`, 'Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"'),
    'signature-transform',
  ],
  ['a ds:Object', (xml) => xml.replace('</ds:KeyInfo>', '</ds:KeyInfo><ds:Object/>'), 'signature-malformed'],
  [
    'a signature after the subject',
    (xml) => xml.replace(/(<ds:Signature.*<\/ds:Signature>)(.*)(<\/saml:Assertion>)/s, '$2$1$3'),
    'signature-malformed',
  ],
]

for (const [name, change, reason] of tampered) {
  test(`${name} is refused`, () => {
    const xml = writeXml(signElement(assertion(), rsa))
    const changed = change(xml)
    assert.notEqual(changed, xml)
    refused(() => verifySignature(parseXml(changed), [publicKey(rsa), publicKey(ec)]), reason)
  })
}

test('SEB signs only what begins with its issuer and has an ID', () => {
  assert.throws(() => signElement(element('saml:Assertion', {}, element('saml:Issuer')), rsa), TypeError)
  assert.throws(() => signElement(element('saml:Assertion', { ID: '_1' }), rsa), TypeError)
})

test('metadata is signed at its beginning', () => {
  const signed = signElement(element('md:EntityDescriptor', { ID: '_m' }, element('md:SPSSODescriptor')), ec)
  assert.equal(verifySignature(parseXml(writeXml(signed)), [publicKey(ec)]).element.elements.length, 1)
})

function refused(attempt: () => unknown, reason: RefusalReason) {
  assert.throws(attempt, { reason })
}
