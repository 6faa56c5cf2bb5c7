import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { SAML, type SamlConfig } from '@node-saml/node-saml'
import samlp from 'samlp'
import { type KeyPair, readKeyPair } from '../keys/key-pair.ts'
import { makeKeyPair } from '../keys/make-key-pair.ts'
import type { AuthnRequest } from './authn-request.ts'
import { encodePost } from './bindings/post.ts'
import { receivePost, receiveRedirect } from './bindings/receive.ts'
import { encodeRedirect } from './bindings/redirect.ts'
import { MessageRefused, type RefusalReason } from './message-refused.ts'
import { readAuthnRequest } from './read-authn-request.ts'
import { writeAuthnRequest } from './write-authn-request.ts'
import { parseXml } from './xml/parse-xml.ts'
import { signElement } from './xml/sign-element.ts'
import { writeXml } from './xml/write-xml.ts'

const now = new Date('2026-11-24T08:00:00Z')
const destination = new URL('https://seb.example/saml/sso')
const issuer = 'https://saml.service.example'
const expected = { destination: destination.href, issuer, now }
const loa = 'https://data.gov.dk/concept/core/nsis/loa/'
const refused = (reason: RefusalReason) => (error: unknown) =>
  error instanceof MessageRefused && error.reason === reason
let pem: string
let key: KeyPair

before(async () => {
  pem = await makeKeyPair('rsa2048', { subject: { commonName: 'Prøve' }, from: now, until: new Date('2036-01-01') })
  key = readKeyPair(pem, 'key')
})

const toSend = {
  id: '_1',
  now,
  issuer,
  destination,
  acsUrl: new URL('https://service.example/acs?x=1&y=2'),
  forceAuthn: true,
  isPassive: false,
  assurance: 'Substantial',
  logInKind: 'professional',
  requesterIds: ['https://saml.one.example', 'https://saml.two.example'],
} as const

function read(inner: string, attributes = ''): AuthnRequest {
  const xml = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1" Version="2.0" IssueInstant="2026-11-24T08:00:00Z" Destination="${destination.href}" ${attributes}><saml:Issuer>${issuer}</saml:Issuer>${inner}</samlp:AuthnRequest>`
  return readAuthnRequest(parseXml(xml), expected)
}

function contextOf(comparison: string, ...classRefs: string[]) {
  const refs = classRefs.map((ref) => `<saml:AuthnContextClassRef>${ref}</saml:AuthnContextClassRef>`).join('')
  return read(`<samlp:RequestedAuthnContext ${comparison}>${refs}</samlp:RequestedAuthnContext>`).context
}

test('what SEB asks is read back the same, by redirect and by post', () => {
  const request = writeAuthnRequest(toSend)
  const redirect = encodeRedirect({ parameter: 'SAMLRequest', xml: writeXml(request), destination, signWith: key })
  const post = encodePost({ parameter: 'SAMLRequest', xml: writeXml(signElement(request, key)), destination })
  assert.equal(post.kind, 'post')
  const form = new URLSearchParams(post.kind === 'post' ? post.fields : {}).toString()
  for (const message of [receiveRedirect(redirect.url.search), receivePost(form)]) {
    assert.equal(message.claimedIssuer, issuer)
    assert.deepEqual(readAuthnRequest(message.verified([key.certificate.publicKey]), expected), {
      id: '_1',
      issuer,
      issuedAt: now,
      replyTo: {
        url: 'https://service.example/acs?x=1&y=2',
        index: null,
        binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
      },
      forceAuthn: true,
      isPassive: false,
      context: { assurance: 'Substantial', logInKinds: ['professional'], others: [] },
      nameIdPolicy: { format: null, spNameQualifier: null, allowCreate: true },
      scoping: { proxyCount: null, identityProviders: null, requesterIds: [...toSend.requesterIds] },
      attributeListIndex: null,
    })
  }
})

test('a request that somebody else signed, nobody signed, or that was changed after signing, is not read', () => {
  const request = writeAuthnRequest(toSend)
  const post = (xml: string) =>
    receivePost(new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString('base64') }).toString())
  const signed = writeXml(signElement(request, key))
  const keys = [key.certificate.publicKey]
  assert.throws(() => post(writeXml(request)).verified(keys), refused('signature-missing'))
  assert.throws(
    () => post(signed.replace('ForceAuthn="true"', 'ForceAuthn="false"')).verified(keys),
    refused('signature-digest'),
  )
  assert.throws(() => post(signed).verified([]), refused('signature-invalid'))
})

test('node-saml’s request is read with everything it asks for', async () => {
  const config: SamlConfig = {
    callbackUrl: 'https://service.example/acs',
    entryPoint: destination.href,
    issuer,
    idpCert: key.certificateBase64,
    privateKey: pem.slice(0, pem.indexOf('-----BEGIN CERTIFICATE')),
    signatureAlgorithm: 'sha256',
    forceAuthn: true,
    passive: true,
    identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    racComparison: 'minimum',
    authnContext: [`${loa}High`, `${loa}Substantial`, 'https://data.gov.dk/eid/Person', 'urn:example:own'],
    scoping: {
      proxyCount: 2,
      requesterId: ['https://saml.behind.example'],
      idpList: [{ entries: [{ providerId: 'https://saml.nemlog-in.example', name: 'Prøve' }] }],
    },
  }
  const message = receiveRedirect(new URL(await new SAML(config).getAuthorizeUrlAsync('state', undefined, {})).search)
  const root = message.verified([key.certificate.publicKey])
  const request = readAuthnRequest(root, { ...expected, now: new Date(root.requiredAttribute('IssueInstant')) })
  assert.equal(message.relayState, 'state')
  assert.deepEqual([request.forceAuthn, request.isPassive], [true, true])
  assert.equal(request.replyTo.url, 'https://service.example/acs')
  assert.deepEqual(request.context, { assurance: 'Substantial', logInKinds: ['person'], others: ['urn:example:own'] })
  assert.equal(request.nameIdPolicy?.format, config.identifierFormat)
  assert.deepEqual(request.scoping, {
    proxyCount: 2,
    identityProviders: ['https://saml.nemlog-in.example'],
    requesterIds: ['https://saml.behind.example'],
  })
})

test('the identity provider samlp verifies and reads SEB’s request', async () => {
  const { url } = encodeRedirect({
    parameter: 'SAMLRequest',
    xml: writeXml(writeAuthnRequest({ ...toSend, logInKind: null })),
    destination,
    relayState: 'state',
    signWith: key,
  })
  type Parse = (request: object, options: object, done: (error: unknown, data: unknown) => void) => void
  const parse = (samlp as unknown as { parseRequest: Parse }).parseRequest // its types know no options
  const asked = (search: string) =>
    new Promise((resolve, reject) =>
      parse(
        { query: Object.fromEntries(new URLSearchParams(search)), url: search, originalUrl: search },
        { signingCert: key.certificateBase64, relayState: 'state' },
        (error, data) => (error ? reject(error) : resolve(data)),
      ),
    )
  assert.deepEqual(await asked(url.search), {
    issuer,
    assertionConsumerServiceURL: toSend.acsUrl.href,
    destination: destination.href,
    forceAuthn: 'true',
    id: '_1',
    requestedAuthnContext: { authnContextClassRef: `${loa}Substantial` },
  })
  await assert.rejects(asked(url.search.replace(/Signature=(.)/, (_, c) => `Signature=${c === 'A' ? 'B' : 'A'}`)))
})

test('a level of assurance counts only as a minimum; the lowest of several is enough', () => {
  assert.equal(contextOf('Comparison="minimum"', `${loa}High`, `${loa}Low`).assurance, 'Low')
  assert.equal(contextOf('Comparison="minimum"', 'https://data.gov.dk/concept/core/loa/High').assurance, 'High')
  for (const comparison of [
    '',
    'Comparison="exact"',
    'Comparison="maximum"',
    'Comparison="better"',
    'Comparison="Minimum"',
  ])
    assert.throws(() => contextOf(comparison, `${loa}Low`), refused('request-malformed'), comparison)
  assert.throws(() => contextOf('Comparison="minimum"', `${loa}Low`, `${loa}Extreme`), refused('request-malformed'))
})

test('kind of log-in and other references ride beside the level; those of other systems ask for no level', () => {
  const legacy = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'
  assert.deepEqual(contextOf('Comparison="minimum"', `${loa}Low`, 'https://data.gov.dk/eid/Professional'), {
    assurance: 'Low',
    logInKinds: ['professional'],
    others: [],
  })
  assert.deepEqual(
    contextOf(
      '',
      '\n https://data.gov.dk/eid/Person\n',
      'https://data.gov.dk/eid/Professional',
      'https://data.gov.dk/eid/Person',
    ),
    { assurance: null, logInKinds: ['person', 'professional'], others: [] },
  )
  assert.deepEqual(contextOf('Comparison="exact"', legacy), { assurance: null, logInKinds: null, others: [legacy] })
  assert.deepEqual(read('').context, { assurance: null, logInKinds: null, others: [] })
})

test('a request asks for nothing that it does not say', () => {
  assert.deepEqual(read(''), {
    id: '_1',
    issuer,
    issuedAt: now,
    replyTo: { url: null, index: null, binding: null },
    forceAuthn: false,
    isPassive: false,
    context: { assurance: null, logInKinds: null, others: [] },
    nameIdPolicy: null,
    scoping: { proxyCount: null, identityProviders: null, requesterIds: [] },
    attributeListIndex: null,
  })
})

test('Conditions and Extensions, as NemLog-in and apps send them, do not disturb', () => {
  read(
    '<samlp:Extensions><nl:AppSwitch xmlns:nl="https://data.gov.dk/eid/saml/extensions"/></samlp:Extensions><saml:Conditions><saml:AudienceRestriction><saml:Audience>https://x.example</saml:Audience></saml:AudienceRestriction></saml:Conditions>',
  )
})

test('booleans and numbers are read as XML has them, and nothing else is guessed', () => {
  assert.deepEqual(
    [read('', 'ForceAuthn="1" IsPassive="0"').forceAuthn, read('', 'IsPassive="1"').isPassive],
    [true, true],
  )
  assert.equal(read('', 'AssertionConsumerServiceIndex="65535"').replyTo.index, 65535)
  assert.equal(read('', 'AttributeConsumingServiceIndex="7"').attributeListIndex, 7)
  for (const odd of [
    'ForceAuthn="TRUE"',
    'IsPassive="yes"',
    'ForceAuthn=""',
    'AssertionConsumerServiceIndex="-1"',
    'AssertionConsumerServiceIndex="1.0"',
    'AssertionConsumerServiceIndex=""',
    'AttributeConsumingServiceIndex="0x1"',
    'AssertionConsumerServiceIndex="1" AssertionConsumerServiceURL="https://service.example/acs"',
    'AssertionConsumerServiceIndex="1" ProtocolBinding="urn:x"',
  ])
    assert.throws(() => read('', odd), refused('request-malformed'), odd)
})

test('what is doubled, or not an AuthnRequest at all, is refused', () => {
  for (const twice of ['<samlp:RequestedAuthnContext/>', '<samlp:Scoping/>', '<samlp:NameIDPolicy/>'])
    assert.throws(() => read(twice + twice), refused('xml-structure'))
  assert.throws(() => read('<samlp:Scoping><samlp:IDPList/><samlp:IDPList/></samlp:Scoping>'), refused('xml-structure'))
  assert.throws(
    () => read('<samlp:Scoping><samlp:IDPList><samlp:IDPEntry/></samlp:IDPList></samlp:Scoping>'),
    refused('xml-structure'),
  )
  assert.throws(() => readAuthnRequest(parseXml('<AuthnRequest/>'), expected), refused('request-malformed'))
})

test('a message cut anywhere is refused, by redirect and by post', () => {
  const xml = writeXml(signElement(writeAuthnRequest(toSend), key))
  for (let end = 0; end < xml.length; end++) {
    const body = new URLSearchParams({ SAMLRequest: Buffer.from(xml.slice(0, end)).toString('base64') }).toString()
    assert.throws(() => receivePost(body), MessageRefused, `cut at ${end}`)
  }
})
