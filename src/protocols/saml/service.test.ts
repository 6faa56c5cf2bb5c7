/** What SEB tells a service, read with software that nobody here wrote. Everybody is made up; the keys are real. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { DOMParser } from '@xmldom/xmldom'
import { decrypt } from 'xml-encryption'
import { testKey } from '../../../test/support/test-keys.ts'
import { testService } from '../../../test/support/test-service.ts'
import { randomIds } from '../../base/ids.ts'
import type { ReleasedClaims } from '../../brokering/attributes/claims.ts'
import type { Outbound } from '../../brokering/ports.ts'
import { type RefusalReason, refusalReasons } from '../../brokering/refusal.ts'
import type { SignIn } from '../../brokering/sign-in.ts'
import type { Service } from '../../services/service.ts'
import { type ServiceSettings, serviceSettings } from '../../services/service-settings.ts'
import { receiveRedirect } from './bindings/receive.ts'
import { readMetadata } from './metadata/read-metadata.ts'
import { oioAttributes, samlAttributeNames } from './oio/attribute-names.ts'
import { readPrivileges } from './oio/read-privileges.ts'
import { readLogoutRequest } from './read-logout-request.ts'
import type { SamlDeps } from './saml-deps.ts'
import { samlServiceProtocol } from './service.ts'

const now = new Date('2026-11-24T10:00:00Z')
const [signing, decryption, theirs] = await Promise.all([testKey(), testKey(), testKey()])
const deps: SamlDeps = {
  clock: { now: () => now },
  ids: randomIds,
  keys: { signing: [signing], decryption: [decryption] },
  publicUrl: new URL('https://seb.example'),
  idpEntityId: 'https://seb.example/saml/metadata',
  spEntityId: 'https://seb.example/saml/sp/metadata',
  desk: { phone: '', mail: '' },
}
const protocol = samlServiceProtocol(deps)
const party = testService({
  key: 'medicine',
  signingKey: theirs,
  now: () => now,
  seb: { sso: 'https://seb.example/saml/sso', idpEntityId: deps.idpEntityId, certificate: signing.certificateBase64 },
})

function service(settings: Partial<ServiceSettings> = {}): Service {
  return {
    id: 'medicine',
    key: 'medicine',
    protocol: 'saml',
    entityId: party.entityId,
    nameDa: 'Medicinkort',
    nameEn: 'Medication Record',
    shortName: 'Medicin',
    descriptionDa: '',
    descriptionEn: '',
    address: null,
    audience: 'professional',
    environment: 'test',
    lowestAssurance: 'Substantial',
    access: 'role',
    logInKinds: ['professional'],
    critical: false,
    enabled: true,
    agreedAttributes: [],
    metadata: readMetadata(party.metadata, { now }),
    settings: serviceSettings.parse(settings),
    contact: null,
  }
}

const claims: ReleasedClaims = {
  kind: 'professional',
  assurance: 'Substantial',
  identityAssurance: 'High',
  authenticatorAssurance: null,
  attributes: new Map([
    ['fullName', ['Anna Bro']],
    ['email', ['anna@example.dk', 'ab@example.dk']],
    ['authorizedToRepresent', ['99999901', '99999902']],
    ['cprUuid', ['0a0b0c0d-0000-4000-8000-00000000000a']],
    ['hasUserAuthorization', ['true']],
  ]),
  privileges: [
    { scope: 'urn:dk:gov:saml:cvrNumberIdentifier:99999901', constraints: [], privileges: ['urn:dk:test:read'] },
  ],
  authorisations: [{ code: 'ZZ001', educationCode: '7170', educationType: 'Læge' }],
  trace: [],
  pairwiseSubject: '33333333-3333-8333-8333-333333333333',
  authenticatedAt: '2026-11-24T08:15:00.000Z',
  authorities: ['https://nord.example'],
  holdsUntil: null,
}

const signIn: SignIn = {
  id: 'sign-in',
  reference: '4F7K92QD',
  version: 1,
  serviceId: 'medicine',
  request: {
    protocol: 'saml',
    messageId: '_question',
    replyTo: party.acsUrl,
    relayState: 'mine',
    forceAuthn: false,
    isPassive: false,
    assurance: null,
    logInKinds: null,
    identityProviders: null,
    attributes: null,
    requesterIds: [],
  },
  browserHash: null,
  answerTicketHash: null,
  identityProviderId: null,
  logInKind: null,
  upstreamMessageId: null,
  authentication: null,
  sessionId: null,
  accountId: null,
  refusal: null,
  createdAt: now,
  expiresAt: now,
  answeredAt: null,
}

const [saml, samlp] = ['urn:oasis:names:tc:SAML:2.0:assertion', 'urn:oasis:names:tc:SAML:2.0:protocol']

/** As much of an element as is looked at here. */
interface Xml {
  textContent: string | null
  /** Empty where it is not there. */
  getAttribute(name: string): string | null
  getElementsByTagNameNS(namespace: string, name: string): ArrayLike<Xml>
}

const parsed = (xml: string): Xml => new DOMParser().parseFromString(xml, 'text/xml').documentElement
const all = (within: Xml, name: string, namespace = saml): Xml[] =>
  Array.from(within.getElementsByTagNameNS(namespace, name))
const one = (within: Xml, name: string, namespace = saml): Xml => {
  const [only, ...more] = all(within, name, namespace)
  assert.ok(only && more.length === 0, `${more.length + Number(Boolean(only))} ${name}`)
  return only
}

function xmlOf(outbound: Outbound): string {
  assert.ok(outbound.kind === 'post')
  assert.equal(outbound.url.href, party.acsUrl)
  assert.equal(outbound.fields['RelayState'], 'mine')
  return Buffer.from(outbound.fields['SAMLResponse'] ?? '', 'base64').toString()
}

/** The Response, and the assertion in it as the service decrypts it. */
async function told(settings: Partial<ServiceSettings> = {}, changed: Partial<ReleasedClaims> = {}) {
  const { outbound, name } = protocol.respond(service(settings), signIn, { ...claims, ...changed }, '_session')
  const response = parsed(xmlOf(outbound))
  const [encrypted = ''] = /<xenc:EncryptedData.*<\/xenc:EncryptedData>/s.exec(xmlOf(outbound)) ?? []
  const key = theirs.privateKey.export({ type: 'pkcs8', format: 'pem' })
  const assertion = encrypted === '' ? one(response, 'Assertion') : parsed(await promisify(decrypt)(encrypted, { key }))
  return { response, assertion, name }
}

const values = (assertion: Xml, attribute: string) =>
  all(assertion, 'Attribute')
    .filter((each) => each.getAttribute('Name') === attribute)
    .flatMap((each) => all(each, 'AttributeValue').map(({ textContent }) => textContent ?? ''))

test('one assertion, encrypted, and nothing else: who says it, about whom, for whom, until when', async () => {
  const { response, assertion } = await told()
  one(response, 'EncryptedAssertion')
  assert.equal(all(response, 'Assertion').length, 0)
  assert.equal(all(response, 'Signature', 'http://www.w3.org/2000/09/xmldsig#').length, 0, 'the Response is not signed')

  const issuer = one(assertion, 'Issuer')
  assert.deepEqual([issuer.textContent, issuer.getAttribute('Format')], [deps.idpEntityId, ''])
  one(assertion, 'Subject')
  one(assertion, 'AttributeStatement')
  one(assertion, 'Signature', 'http://www.w3.org/2000/09/xmldsig#')
  assert.equal(one(assertion, 'SubjectConfirmation').getAttribute('Method'), 'urn:oasis:names:tc:SAML:2.0:cm:bearer')
  const data = one(assertion, 'SubjectConfirmationData')
  assert.equal(data.getAttribute('Recipient'), party.acsUrl)
  assert.equal(data.getAttribute('InResponseTo'), '_question')
  assert.equal(data.getAttribute('NotOnOrAfter'), '2026-11-24T10:05:00Z')
  assert.equal(data.getAttribute('NotBefore'), '', 'which the core specification forbids here')
  assert.equal(one(one(assertion, 'Conditions'), 'Audience').textContent, party.entityId)
  assert.equal(one(assertion, 'Conditions').getAttribute('NotOnOrAfter'), '2026-11-24T10:05:00Z')
})

test('the time of the log-in is the provider’s own, and the session has a name for log-out', async () => {
  const statement = one((await told()).assertion, 'AuthnStatement')
  assert.equal(statement.getAttribute('AuthnInstant'), '2026-11-24T08:15:00Z')
  assert.equal(statement.getAttribute('SessionIndex'), '_session')
  assert.equal(one(statement, 'AuthenticatingAuthority').textContent, 'https://nord.example')
  assert.equal(statement.getAttribute('SessionNotOnOrAfter'), '')
})

test('the class reference is the level, or what is set for the service', async () => {
  const reference = async (settings: Partial<ServiceSettings>) =>
    one((await told(settings)).assertion, 'AuthnContextClassRef').textContent
  assert.equal(await reference({}), 'https://data.gov.dk/concept/core/nsis/loa/Substantial')
  const fixed = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'
  assert.equal(await reference({ authnContextClassRef: fixed }), fixed)
})

test('a name is a UUID for this service, or says nothing at all where it is transient', async () => {
  const persistent = one((await told()).assertion, 'NameID')
  assert.equal(persistent.textContent, `https://data.gov.dk/model/core/eid/professional/uuid/${claims.pairwiseSubject}`)
  assert.equal(persistent.getAttribute('Format'), 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent')
  const citizen = one((await told({}, { kind: 'person' })).assertion, 'NameID')
  assert.equal(citizen.textContent, `https://data.gov.dk/model/core/eid/person/uuid/${claims.pairwiseSubject}`)
  const [first, second] = await Promise.all([told({ nameIdFormat: 'transient' }), told({ nameIdFormat: 'transient' })])
  assert.notEqual(first.name.value, second.name.value)
  assert.ok(!first.name.value.includes(claims.pairwiseSubject))
  assert.equal(one(first.assertion, 'NameID').getAttribute('Format'), first.name.format)
})

test('attributes are written as the profile has them, many values as many', async () => {
  const { assertion } = await told()
  assert.deepEqual(values(assertion, oioAttributes.specVersion), ['OIO-SAML-3.0'])
  assert.deepEqual(values(assertion, oioAttributes.loa), ['Substantial'])
  assert.deepEqual(values(assertion, oioAttributes.ial), ['High'])
  assert.deepEqual(values(assertion, oioAttributes.aal), [], 'what is not known is left out')
  assert.deepEqual(values(assertion, samlAttributeNames.email), ['anna@example.dk', 'ab@example.dk'])
  assert.deepEqual(values(assertion, samlAttributeNames.authorizedToRepresent), ['99999901', '99999902'])
  assert.deepEqual(values(assertion, samlAttributeNames.cprUuid), ['urn:uuid:0a0b0c0d-0000-4000-8000-00000000000a'])
  for (const attribute of all(assertion, 'Attribute')) {
    const kind = attribute.getAttribute('Name')?.startsWith('dk:') ? 'basic' : 'uri'
    assert.equal(attribute.getAttribute('NameFormat'), `urn:oasis:names:tc:SAML:2.0:attrname-format:${kind}`)
  }
})

test('privileges go in the version that the service knows, authorisations in the health sector’s list', async () => {
  for (const [bppVersion, namespace] of [
    ['1.2', 'http://digst.dk/oiosaml/basic_privilege_profile'],
    ['1.1', 'http://itst.dk/oiosaml/basic_privilege_profile'],
  ] as const) {
    const { assertion } = await told({ bppVersion })
    const [list = ''] = values(assertion, samlAttributeNames.privileges)
    assert.deepEqual(readPrivileges(list), claims.privileges)
    assert.ok(Buffer.from(list, 'base64').toString().includes(namespace))
    const [authorisations = ''] = values(assertion, samlAttributeNames.userAuthorizations)
    assert.match(Buffer.from(authorisations, 'base64').toString(), />ZZ001<.*>7170<.*>Læge</)
  }
})

test('what is set for the service holds: also sign the Response, live shorter, go in clear', async () => {
  const signed = await told({ signResponse: true })
  assert.ok(all(signed.response, 'Signature', 'http://www.w3.org/2000/09/xmldsig#').length > 0)
  const brief = await told({ assertionLifetimeSeconds: 60 })
  assert.equal(one(brief.assertion, 'Conditions').getAttribute('NotOnOrAfter'), '2026-11-24T10:01:00Z')
  const clear = await told({ encryptAssertion: false })
  assert.equal(all(clear.response, 'EncryptedAssertion').length, 0)
  assert.equal(one(clear.response, 'NameID').textContent, clear.name.value)
})

const expectedStatus: Record<RefusalReason, string> = {
  'unknown-organisation': 'RequestDenied',
  'service-not-granted': 'RequestDenied',
  'no-account': 'UnknownPrincipal',
  'account-not-active': 'RequestDenied',
  'role-missing': 'RequestDenied',
  'role-ended': 'RequestDenied',
  'outside-hours': 'RequestDenied',
  'level-too-low': 'NoAuthnContext',
  'provider-not-activated': 'NoSupportedIDP',
  'provider-down': 'NoAvailableIDP',
  'answer-wrong': 'AuthnFailed',
  'organisation-not-allowed': 'AuthnFailed',
  'wrong-log-in-kind': 'NoAuthnContext',
  'cookie-lost': 'AuthnFailed',
  'too-late': 'AuthnFailed',
  'already-answered': 'AuthnFailed',
  cancelled: 'AuthnFailed',
  'no-passive': 'NoPassive',
}

test('every refusal has its status in SAML, in an answer that is signed and holds nothing of the person', () => {
  for (const reason of refusalReasons) {
    const xml = xmlOf(protocol.refuse(service(), signIn, { reason, detail: 'for the audit only' }))
    const codes = all(parsed(xml), 'StatusCode', samlp).map((code) => code.getAttribute('Value')?.split(':').at(-1))
    assert.deepEqual(codes, ['Responder', expectedStatus[reason]], reason)
    assert.equal(all(parsed(xml), 'Signature', 'http://www.w3.org/2000/09/xmldsig#').length, 1)
    assert.doesNotMatch(xml, /Assertion|NameID|audit/)
  }
})

test('a log-out names the person exactly as the assertion did', async () => {
  for (const nameIdFormat of ['persistent', 'transient'] as const) {
    const { assertion, name } = await told({ nameIdFormat })
    const sent = protocol.logOut(service(), { name, sessionIndex: '_session' })
    assert.ok(sent?.outbound.kind === 'redirect')
    const message = receiveRedirect(sent.outbound.url.search.slice(1))
    const expected = { destination: `${party.entityId}/slo`, issuer: deps.idpEntityId, now }
    const { subject, sessionIndexes } = readLogoutRequest(message.verified([signing.certificate.publicKey]), expected)
    const written = one(assertion, 'NameID')
    assert.equal(subject.value, written.textContent)
    assert.equal(subject.format, written.getAttribute('Format'))
    assert.deepEqual(
      [subject.nameQualifier ?? '', subject.spNameQualifier ?? ''],
      [written.getAttribute('NameQualifier'), written.getAttribute('SPNameQualifier')],
    )
    assert.deepEqual(sessionIndexes, ['_session'])
  }
})
