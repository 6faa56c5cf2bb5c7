/** What SEB asks an identity provider, in the letter of the message. The provider is made up; the keys are real. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { testKey } from '../../../test/support/test-keys.ts'
import { testProvider } from '../../../test/support/test-provider.ts'
import { randomIds } from '../../base/ids.ts'
import type { UpstreamQuestion } from '../../brokering/ports.ts'
import type { IdentityProvider } from '../../organisations/identity-provider.ts'
import { identityProviderSettings } from '../../organisations/identity-provider-settings.ts'
import { readMetadata } from './metadata/read-metadata.ts'
import type { SamlDeps } from './saml-deps.ts'
import { samlUpstream } from './upstream.ts'
import { parseXml } from './xml/parse-xml.ts'

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
const upstream = samlUpstream(deps)
const party = testProvider({
  entityId: 'https://nord.example',
  key: theirs,
  now: () => now,
  seb: {
    acs: 'https://seb.example/saml/acs',
    spEntityId: deps.spEntityId,
    signing: signing.certificate,
    decryption: decryption.certificate,
  },
})

function provider(changes: { metadata?: string; settings?: object } = {}): IdentityProvider {
  return {
    id: 'nord',
    key: 'nord',
    entityId: party.entityId,
    kind: 'local',
    nameDa: 'Nord',
    nameEn: 'North',
    category: 'region',
    region: null,
    municipality: null,
    aliases: [],
    keywords: [],
    logInKinds: ['professional'],
    enabled: true,
    profile: 'oiosaml-3',
    highestAssurance: 'High',
    allowedCvrs: null,
    metadata: readMetadata(changes.metadata ?? party.metadata, { now }),
    settings: identityProviderSettings.parse(changes.settings ?? {}),
  }
}

const question: UpstreamQuestion = {
  requesterIds: ['https://medicine.example', 'https://behind-medicine.example'],
  logInKind: 'professional',
  assurance: 'Substantial',
  forceAuthn: false,
  isPassive: false,
}

function asked(to = provider(), changes: Partial<UpstreamQuestion> = {}) {
  const { outbound, messageId } = upstream.begin(to, { ...question, ...changes })
  assert.ok(outbound.kind === 'redirect')
  const message = outbound.url.searchParams.get('SAMLRequest') ?? ''
  const root = parseXml(inflateRawSync(Buffer.from(message, 'base64')))
  return { url: outbound.url, messageId, root, read: party.read(outbound.url) }
}

test('a signed question by redirect: the answer is wanted by POST at one named address', () => {
  const { url, root, messageId, read } = asked()
  assert.equal(url.origin + url.pathname, 'https://nord.example/sso')
  assert.equal(root.attribute('AssertionConsumerServiceURL'), 'https://seb.example/saml/acs')
  assert.equal(root.attribute('ProtocolBinding'), 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST')
  assert.equal(root.attribute('AssertionConsumerServiceIndex'), undefined)
  assert.equal(root.attribute('Destination'), 'https://nord.example/sso')
  assert.deepEqual([read.issuer, read.id], [deps.spEntityId, messageId])
})

test('no two questions have the same ID, and none can be guessed', () => {
  const ids = Array.from({ length: 100 }, () => asked().messageId)
  assert.equal(new Set(ids).size, 100)
  assert.ok(
    ids.every((id) => /^_[0-9a-f]{32,}$/.test(id)),
    `128 bits or more: ${ids[0]}`,
  )
})

test('both booleans are spelt out, and follow what the service asked', () => {
  const { root } = asked()
  assert.deepEqual([root.attribute('ForceAuthn'), root.attribute('IsPassive')], ['false', 'false'])
  const both = asked(provider(), { forceAuthn: true, isPassive: true }).root
  assert.deepEqual([both.attribute('ForceAuthn'), both.attribute('IsPassive')], ['true', 'true'])
})

test('level and kind of log-in go in one context, the level as a minimum', () => {
  assert.deepEqual(asked().read.context, { assurance: 'Substantial', logInKinds: ['professional'], others: [] })
  const citizen = asked(provider(), { assurance: 'High', logInKind: 'person' }).read.context
  assert.deepEqual(citizen, { assurance: 'High', logInKinds: ['person'], others: [] })
})

test('no particular form of name is asked for: metadata says which', () => {
  assert.deepEqual(asked().read.nameIdPolicy, { format: null, spNameQualifier: null, allowCreate: true })
})

test('there is always a RelayState, of at most 80 bytes, that says nothing', () => {
  const [one, other] = [asked().read.relayState, asked().read.relayState]
  assert.match(one ?? '', /^[0-9a-f]{16,80}$/)
  assert.notEqual(one, other)
})

test('the provider is told which services the person is on the way to, unless it is set not to be', () => {
  assert.deepEqual(asked().read.scoping.requesterIds, question.requesterIds)
  const silent = asked(provider({ settings: { sendRequesterId: false } }))
  assert.deepEqual(silent.read.scoping.requesterIds, [])
  assert.equal(silent.root.optionalChild('urn:oasis:names:tc:SAML:2.0:protocol', 'Scoping'), undefined)
})

test('a provider that takes questions by POST only gets a signed one there', () => {
  const metadata = party.metadata.replace(
    /(<md:SingleSignOnService Binding="[^"]*)HTTP-Redirect/,
    (_, before: string) => `${before}HTTP-POST`,
  )
  const { outbound } = upstream.begin(provider({ metadata }), question)
  assert.ok(outbound.kind === 'post')
  assert.match(Buffer.from(outbound.fields['SAMLRequest'] ?? '', 'base64').toString(), /<ds:Signature/)
  assert.ok(outbound.fields['RelayState'])
})

test('an answer to a log-out goes to the address that the provider has for answers', () => {
  const metadata = party.metadata.replace('/slo"/>', '/slo" ResponseLocation="https://nord.example/slo/done"/>')
  const asks = upstream.logOut(provider({ metadata }), {
    subject: { value: 'anna', format: null, nameQualifier: null, spNameQualifier: null },
    sessionIndex: null,
  })
  assert.equal(asks?.outbound.url.pathname, '/slo')
  const answers = upstream.answerLogOut(provider({ metadata }), { messageId: '_asked', relayState: null }, true)
  assert.equal(answers?.url.pathname, '/slo/done')
})
