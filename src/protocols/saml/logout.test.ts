import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { SAML } from '@node-saml/node-saml'
import { systemClock } from '../../base/clock.ts'
import { type KeyPair, readKeyPair } from '../keys/key-pair.ts'
import { makeKeyPair } from '../keys/make-key-pair.ts'
import { encodePost } from './bindings/post.ts'
import { receivePost, receiveRedirect } from './bindings/receive.ts'
import { encodeRedirect } from './bindings/redirect.ts'
import { MessageRefused, type RefusalReason } from './message-refused.ts'
import { readLogoutRequest } from './read-logout-request.ts'
import { loggedOutWholly, readLogoutResponse } from './read-logout-response.ts'
import { writeLogoutRequest } from './write-logout-request.ts'
import { type LogoutOutcome, writeLogoutResponse } from './write-logout-response.ts'
import { parseXml } from './xml/parse-xml.ts'
import { signElement } from './xml/sign-element.ts'
import { writeXml } from './xml/write-xml.ts'

const now = new Date('2026-11-24T08:00:00Z')
const destination = new URL('https://seb.example/saml/slo')
const issuer = 'https://saml.service.example'
const expected = { destination: destination.href, issuer, now }
const subject = {
  value: 'https://data.gov.dk/model/core/eid/professional/uuid/00000000-0000-4000-8000-000000000001',
  format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  nameQualifier: 'https://seb.example',
  spNameQualifier: issuer,
}
const request = { id: '_q', now, issuer, destination, subject, sessionIndexes: ['_s1', '_s2'], reason: 'user' } as const
const refused = (reason: RefusalReason) => (error: unknown) =>
  error instanceof MessageRefused && error.reason === reason
let pem: string
let key: KeyPair

before(async () => {
  pem = await makeKeyPair('rsa2048', { subject: { commonName: 'Prøve' }, from: now, until: new Date('2036-01-01') })
  key = readKeyPair(pem, 'key')
})

const nodeSaml = () =>
  new SAML({
    callbackUrl: 'https://service.example/acs',
    entryPoint: destination.href,
    logoutUrl: destination.href,
    issuer,
    idpCert: key.certificateBase64,
    privateKey: pem.slice(0, pem.indexOf('-----BEGIN CERTIFICATE')),
    signatureAlgorithm: 'sha256',
  })

test('a log-out request is read back to the letter, by redirect and by post', () => {
  const written = writeLogoutRequest(request)
  const redirect = encodeRedirect({ parameter: 'SAMLRequest', xml: writeXml(written), destination, signWith: key })
  const post = encodePost({ parameter: 'SAMLRequest', xml: writeXml(signElement(written, key)), destination })
  const form = new URLSearchParams(post.kind === 'post' ? post.fields : {}).toString()
  for (const message of [receiveRedirect(redirect.url.search), receivePost(form)])
    assert.deepEqual(readLogoutRequest(message.verified([key.certificate.publicKey]), expected), {
      id: '_q',
      issuer,
      issuedAt: now,
      subject,
      sessionIndexes: ['_s1', '_s2'],
      reason: 'urn:oasis:names:tc:SAML:2.0:logout:user',
    })
})

test('a log-out without a session index means all of the person’s sessions', () => {
  const read = readLogoutRequest(parseXml(writeXml(writeLogoutRequest({ ...request, sessionIndexes: [] }))), expected)
  assert.deepEqual(read.sessionIndexes, [])
})

test('every outcome of a log-out is read back, and only a whole one counts as whole', () => {
  const read = (outcome: LogoutOutcome) =>
    readLogoutResponse(
      parseXml(writeXml(writeLogoutResponse({ id: '_r', now, issuer, destination, inResponseTo: '_q', outcome }))),
      expected,
    )
  assert.deepEqual(read('success'), {
    id: '_r',
    issuer,
    issuedAt: now,
    inResponseTo: '_q',
    status: { top: 'Success', second: null },
  })
  assert.deepEqual(read('partial').status, { top: 'Success', second: 'PartialLogout' })
  assert.deepEqual(
    (['success', 'partial', 'failed', 'unknown-person'] as const).map((outcome) => loggedOutWholly(read(outcome))),
    [true, false, false, false],
  )
})

test('node-saml’s log-out request and response are read', async () => {
  const profile = {
    issuer,
    nameID: subject.value,
    nameIDFormat: subject.format,
    nameQualifier: subject.nameQualifier,
    spNameQualifier: subject.spNameQualifier,
    sessionIndex: '_s1',
  }
  const asked = receiveRedirect(new URL(await nodeSaml().getLogoutUrlAsync(profile, 'r', {})).search)
  const root = asked.verified([key.certificate.publicKey])
  const read = readLogoutRequest(root, { ...expected, now: new Date(root.requiredAttribute('IssueInstant')) })
  assert.deepEqual(read.subject, subject)
  assert.deepEqual(read.sessionIndexes, ['_s1'])

  const answerUrl = await nodeSaml().getLogoutResponseUrlAsync({ ...profile, ID: '_q' }, 'r', {}, true)
  const answered = receiveRedirect(new URL(answerUrl).search)
  const answer = answered.verified([key.certificate.publicKey])
  assert.equal(answered.parameter, 'SAMLResponse')
  const response = readLogoutResponse(answer, { ...expected, now: new Date(answer.requiredAttribute('IssueInstant')) })
  assert.equal(response.inResponseTo, '_q')
  assert.ok(loggedOutWholly(response))
})

test('node-saml reads SEB’s log-out request and response, by redirect and by post', async () => {
  const today = { ...request, now: systemClock.now(), id: '_today' }
  const written = writeLogoutRequest(today)
  const check = async (search: string) =>
    nodeSaml().validateRedirectAsync(Object.fromEntries(new URLSearchParams(search)), search.slice(1))
  const asked = encodeRedirect({ parameter: 'SAMLRequest', xml: writeXml(written), destination, signWith: key })
  assert.equal((await check(asked.url.search)).profile?.nameID, subject.value)

  const post = encodePost({ parameter: 'SAMLRequest', xml: writeXml(signElement(written, key)), destination })
  const fields = { ...(post.kind === 'post' ? post.fields : {}) }
  const posted = await nodeSaml().validatePostRequestAsync(fields)
  assert.equal(posted.profile?.nameID, subject.value)
  assert.equal(posted.profile?.sessionIndex, '_s1')

  const answer = writeLogoutResponse({ ...today, id: '_r', inResponseTo: '_q', outcome: 'success' })
  const sent = encodeRedirect({ parameter: 'SAMLResponse', xml: writeXml(answer), destination, signWith: key })
  assert.equal((await check(sent.url.search)).loggedOut, true)
  await assert.rejects(check(sent.url.search.replace('SigAlg', 'RelayState=x&SigAlg')))
})

test('a log-out that is stale, nameless, encrypted, or of another kind is refused', () => {
  const xml = writeXml(writeLogoutRequest(request))
  const fails = (from: string | RegExp, to: string, reason: RefusalReason) => {
    assert.notEqual(xml.replace(from, to), xml)
    assert.throws(() => readLogoutRequest(parseXml(xml.replace(from, to)), expected), refused(reason), to)
  }
  fails('NotOnOrAfter="2026-11-24T08:05:00Z"', 'NotOnOrAfter="2026-11-24T07:57:00Z"', 'expired')
  fails('NotOnOrAfter="2026-11-24T08:05:00Z"', 'NotOnOrAfter="soon"', 'time-malformed')
  fails(/<saml:NameID.*<\/saml:NameID>/, '', 'subject-missing')
  fails(
    /<saml:NameID.*<\/saml:NameID>/,
    '<saml:EncryptedID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>',
    'subject-missing',
  )
  fails(/LogoutRequest/g, 'LogoutDemand', 'request-malformed')
  assert.throws(() => readLogoutResponse(parseXml(xml), expected), refused('request-malformed'))
  readLogoutRequest(parseXml(xml.replace('08:05:00Z', '07:57:01Z')), expected)
})

test('an answer that names no request, or another’s in a wrong form, is refused', () => {
  const xml = writeXml(
    writeLogoutResponse({ id: '_r', now, issuer, destination, inResponseTo: '_q', outcome: 'success' }),
  )
  const read = (changed: string) => () => readLogoutResponse(parseXml(changed), expected)
  assert.throws(read(xml.replace(' InResponseTo="_q"', '')), refused('in-response-to-wrong'))
  assert.throws(read(xml.replace('InResponseTo="_q"', 'InResponseTo="?"')), refused('id-malformed'))
  assert.throws(read(xml.replace(/<samlp:Status>.*<\/samlp:Status>/, '')), refused('status-malformed'))
})
