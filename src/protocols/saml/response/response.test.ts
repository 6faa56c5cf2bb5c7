/** What SEB writes as identity provider, SEB and an independent service provider read; and what it reads as service provider. */
import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { test } from 'node:test'
import { SAML, type SamlConfig } from '@node-saml/node-saml'
import { systemClock } from '../../../base/clock.ts'
import { randomIds } from '../../../base/ids.ts'
import { readKeyPair } from '../../keys/key-pair.ts'
import { makeKeyPair } from '../../keys/make-key-pair.ts'
import { secondsAfter } from '../saml-time.ts'
import { chooseEncryption } from '../xml/choose-encryption.ts'
import { ns } from '../xml/namespaces.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { element } from '../xml/write-xml.ts'
import { peekResponse } from './peek-response.ts'
import { type ResponseExpectations, readResponse } from './read-response.ts'
import {
  type AssertedPerson,
  type ResponseEnvelope,
  type ResponseProtection,
  writeErrorResponse,
  writeResponse,
} from './write-response.ts'

const now = new Date('2026-11-24T10:00:00Z')
const makeKey = async () => {
  const terms = { subject: { commonName: 'made up' }, from: now, until: new Date('2036-01-01T00:00:00Z') }
  return readKeyPair(await makeKeyPair('rsa2048', terms), 'test')
}
const ours = await makeKey()
const theirs = await makeKey()

const envelope: ResponseEnvelope = {
  issuer: 'https://saml.seb.example',
  acsUrl: 'https://service.example/acs?a=1&b=2',
  inResponseTo: '_request',
  now,
  ids: randomIds,
}

/** Made up, like every person here. */
const person: AssertedPerson = {
  audience: 'https://saml.service.example',
  nameId: {
    value: 'https://data.gov.dk/model/core/eid/professional/uuid/5f0c8f0e-0000-4000-8000-000000000001',
    format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    nameQualifier: null,
    spNameQualifier: 'https://saml.service.example',
  },
  authnInstant: secondsAfter(now, -600),
  sessionIndex: '_session',
  authnContextClassRef: 'https://data.gov.dk/concept/core/nsis/loa/Substantial',
  authenticatingAuthorities: ['https://saml.idp.example'],
  attributes: [
    {
      name: 'urn:name',
      nameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
      values: ['Åse <Ødegård> & "Co"'],
    },
    { name: 'urn:many', nameFormat: 'urn:x', friendlyName: 'many', values: ['12345678', '87654321', ''] },
    { name: 'urn:none', nameFormat: 'urn:x', values: [] },
    { name: 'urn:xml', nameFormat: 'urn:x', values: [element('uap:UserAuthorizationList')] },
  ],
  lifetimeSeconds: 300,
}

const protection: ResponseProtection = {
  signingKey: ours,
  encryption: { publicKey: createPublicKey(theirs.privateKey) },
  signResponse: false,
}

const expected: ResponseExpectations = {
  issuer: envelope.issuer,
  keys: [createPublicKey(ours.privateKey)],
  decryptionKeys: [theirs.privateKey],
  acsUrl: envelope.acsUrl,
  audience: person.audience,
  inResponseTo: '_request',
  now,
  requireEncryption: true,
}

for (const signResponse of [false, true]) {
  test(`an answer ${signResponse ? 'signed as a whole' : 'with only its assertion signed'} is read as it was written`, () => {
    const { xml, responseId, assertionId } = writeResponse(envelope, person, { ...protection, signResponse })
    const read = readResponse(Buffer.from(xml), expected)
    assert.ok(read.outcome === 'success')
    assert.equal(read.responseId, responseId)
    assert.equal(read.assertionId, assertionId)
    assert.equal(read.issuer, envelope.issuer)
    assert.deepEqual(read.nameId, person.nameId)
    assert.deepEqual(read.authnInstant, person.authnInstant)
    assert.equal(read.sessionIndex, '_session')
    assert.equal(read.sessionNotOnOrAfter, null)
    assert.equal(read.authnContextClassRef, person.authnContextClassRef)
    assert.deepEqual(read.authenticatingAuthorities, person.authenticatingAuthorities)
    assert.deepEqual([...read.attributes.keys()], ['urn:name', 'urn:many', 'urn:xml'])
    assert.deepEqual(read.attributes.get('urn:name'), ['Åse <Ødegård> & "Co"'])
    assert.deepEqual(read.attributes.get('urn:many'), ['12345678', '87654321', ''])
    assert.equal(parseXml(read.attributes.get('urn:xml')?.[0] ?? '').name, 'UserAuthorizationList')
    assert.deepEqual(read.notOnOrAfter, secondsAfter(now, 300 + 180))
  })
}

test('an answer has one encrypted assertion and nothing of the person in clear', () => {
  const { xml } = writeResponse(envelope, person, protection)
  assert.match(xml, /<saml:EncryptedAssertion/)
  assert.doesNotMatch(xml, /<saml:Assertion|Åse|12345678/)
})

test('a first look finds the request an answer belongs to', () => {
  const { xml } = writeResponse(envelope, person, protection)
  const { claimedIssuer, claimedInResponseTo } = peekResponse(xml)
  assert.equal(claimedIssuer, envelope.issuer)
  assert.equal(claimedInResponseTo, '_request')
  assert.equal(readResponse(peekResponse(xml), expected).outcome, 'success')
  assert.throws(() => peekResponse('<a/>'), { reason: 'xml-structure' })
})

test('clocks may differ by 179 seconds either way, and not by 301', () => {
  const { xml } = writeResponse(envelope, { ...person, lifetimeSeconds: 60 }, protection)
  const at = (seconds: number) => () => readResponse(xml, { ...expected, now: secondsAfter(now, seconds) })
  at(-179)()
  at(60 + 179)()
  assert.throws(at(-301), { reason: 'not-yet-valid' })
  assert.throws(at(60 + 301), { reason: 'expired' })
})

test('an answer nobody asked for is read only where that is expected', () => {
  const { xml } = writeResponse({ ...envelope, inResponseTo: null }, person, protection)
  assert.throws(() => readResponse(xml, expected), { reason: 'in-response-to-wrong' })
  assert.equal(readResponse(xml, { ...expected, inResponseTo: null }).outcome, 'success')
  const asked = writeResponse(envelope, person, protection).xml
  assert.throws(() => readResponse(asked, { ...expected, inResponseTo: null }), { reason: 'in-response-to-wrong' })
})

test('an answer in clear is read unless encryption is agreed', () => {
  const { xml } = writeResponse(envelope, person, { ...protection, encryption: null })
  assert.equal(readResponse(xml, { ...expected, requireEncryption: false }).outcome, 'success')
  assert.throws(() => readResponse(xml, expected), { reason: 'encryption-required' })
})

test('an answer that says no is signed, and its status is read', () => {
  const xml = writeErrorResponse(envelope, { top: 'Responder', second: 'NoAuthnContext' }, ours)
  assert.match(xml, /<ds:Signature/)
  const read = readResponse(xml, expected)
  assert.ok(read.outcome === 'no-success')
  assert.deepEqual(read.status, { top: 'Responder', second: 'NoAuthnContext' })
})

test('an assertion never lives longer than five minutes', () => {
  assert.throws(() => writeResponse(envelope, { ...person, lifetimeSeconds: 301 }, protection), RangeError)
})

test('an independent service provider accepts what SEB writes', async () => {
  const present = systemClock.now()
  for (const content of ['aes256-gcm', 'aes128-gcm']) {
    for (const signResponse of [false, true]) {
      const methods = chooseEncryption([`${ns.xenc11}${content}`])
      assert.ok(methods)
      const { xml } = writeResponse({ ...envelope, now: present }, person, {
        signingKey: ours,
        encryption: { publicKey: createPublicKey(theirs.privateKey), methods },
        signResponse,
      })
      const config: SamlConfig = {
        callbackUrl: envelope.acsUrl,
        entryPoint: 'https://saml.seb.example/sso',
        issuer: person.audience,
        audience: person.audience,
        idpCert: ours.certificate.toString(),
        idpIssuer: envelope.issuer,
        decryptionPvk: theirs.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        wantAssertionsSigned: true,
        wantAuthnResponseSigned: signResponse,
      }
      const { profile } = await new SAML(config).validatePostResponseAsync({
        SAMLResponse: Buffer.from(xml).toString('base64'),
      })
      assert.equal(profile?.nameID, person.nameId.value)
      assert.equal(profile?.['urn:name'], 'Åse <Ødegård> & "Co"')
    }
  }
})
