/** What an identity provider's attributes become, after OIOSAML 3. Everybody is made up; the keys are real. */
import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { test } from 'node:test'
import { testKey } from '../../../test/support/test-keys.ts'
import { randomIds } from '../../base/ids.ts'
import type { Answer, LogInKind } from '../../brokering/authentication.ts'
import type { IdentityProvider } from '../../organisations/identity-provider.ts'
import {
  type IdentityProviderSettings,
  identityProviderSettings,
} from '../../organisations/identity-provider-settings.ts'
import { MessageRefused } from './message-refused.ts'
import { oioAttributes, samlAttributeNames } from './oio/attribute-names.ts'
import { writePrivileges } from './oio/write-privileges.ts'
import { readAnswer } from './read-answer.ts'
import { peekResponse } from './response/peek-response.ts'
import { writeErrorResponse, writeResponse } from './response/write-response.ts'
import type { SamlDeps } from './saml-deps.ts'
import type { Status } from './status.ts'

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
const names = samlAttributeNames
const professional = 'https://data.gov.dk/model/core/eid/professional/uuid/11111111-1111-4111-8111-111111111111'
const person = 'https://data.gov.dk/model/core/eid/person/uuid/22222222-2222-4222-8222-222222222222'

type Attributes = Record<string, readonly string[]>
const required: Attributes = { [oioAttributes.specVersion]: ['OIO-SAML-3.0'], [oioAttributes.loa]: ['Substantial'] }
const honest: Attributes = { ...required, [names.cvr]: ['99999901'], [names.orgName]: ['Klinikken'] }

interface Said {
  attributes?: Attributes
  nameId?: string
  asked?: LogInKind
  classRef?: string
  settings?: Partial<IdentityProviderSettings>
}

function provider(settings: Partial<IdentityProviderSettings> = {}): IdentityProvider {
  const key = { use: 'signing', certificate: theirs.certificateBase64, encryptionMethods: [] }
  return {
    id: 'nord',
    key: 'nord',
    entityId: 'https://nord.example',
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
    metadata: {
      entityId: 'https://nord.example',
      validUntil: null,
      organisationNames: {},
      identityProvider: {
        keys: [key],
        singleSignOn: [],
        singleLogout: [],
        nameIdFormats: [],
        wantsSignedRequests: true,
        presentation: { names: {}, keywords: [], logos: [] },
      },
      service: null,
    },
    settings: identityProviderSettings.parse(settings),
  }
}

const envelope = {
  issuer: 'https://nord.example',
  acsUrl: 'https://seb.example/saml/acs',
  inResponseTo: '_question',
  now,
  ids: randomIds,
}

function read(xml: string, { asked = 'professional', settings }: Said): Answer {
  return readAnswer(deps, peekResponse(xml), provider(settings), { messageId: '_question', logInKind: asked })
}

function answer(said: Said = {}): Answer {
  const { attributes = honest, nameId = professional, classRef = 'urn:oasis:names:tc:SAML:2.0:ac:classes:X509' } = said
  const { xml } = writeResponse(
    envelope,
    {
      audience: deps.spEntityId,
      nameId: { value: nameId, format: null, nameQualifier: null, spNameQualifier: null },
      authnInstant: new Date('2026-11-24T09:30:00Z'),
      sessionIndex: '_session',
      authnContextClassRef: classRef,
      authenticatingAuthorities: [],
      attributes: Object.entries(attributes).map(([name, values]) => ({ name, nameFormat: 'urn:any', values })),
      lifetimeSeconds: 300,
    },
    { signingKey: theirs, encryption: { publicKey: createPublicKey(decryption.privateKey) }, signResponse: false },
  )
  return read(xml, said)
}

function authentication(said: Said = {}) {
  const read = answer(said)
  return read.outcome === 'authenticated' ? read.authentication : assert.fail(JSON.stringify(read))
}

const withAttributes = (attributes: Attributes) => ({ attributes: { ...honest, ...attributes } })
const without = (...left: string[]) => ({
  attributes: Object.fromEntries(Object.entries(honest).filter(([name]) => !left.includes(name))),
})
const refusedFor = (reason: string, said: Said, detail = /./) =>
  assert.throws(
    () => answer(said),
    (error) => error instanceof MessageRefused && error.reason === reason && detail.test(error.detail),
  )

test('every attribute of the profile is read under SEB’s own name', () => {
  const uuid = '0a0b0c0d-0000-4000-8000-000000000001'
  const values: Attributes = {
    [names.fullName]: ['Anna Bro'],
    [names.firstName]: ['Anna Marie'],
    [names.lastName]: ['Bro'],
    [names.alias]: ['anna'],
    [names.email]: ['anna@example.dk', 'ab@example.dk'],
    [names.cpr]: ['0101019996'],
    [names.cprUuid]: [`urn:uuid:${uuid}`],
    [names.age]: ['125'],
    [names.dateOfBirth]: ['1901-01-01'],
    [names.professionalUuid]: [`urn:uuid:${uuid}`],
    [names.rid]: ['42'],
    [names.productionUnit]: ['1999999011'],
    [names.seNumber]: ['99999901'],
    [names.authorizedToRepresent]: ['99999901', '99999902'],
    [oioAttributes.ial]: ['High'],
    [oioAttributes.aal]: ['Low'],
  }
  const said = authentication(withAttributes(values))
  assert.deepEqual(said.attributes, {
    fullName: ['Anna Bro'],
    firstName: ['Anna Marie'],
    lastName: ['Bro'],
    alias: ['anna'],
    email: ['anna@example.dk', 'ab@example.dk'],
    cprUuid: [uuid],
    age: ['125'],
    dateOfBirth: ['1901-01-01'],
    professionalUuid: [uuid],
    rid: ['42'],
    productionUnit: ['1999999011'],
    seNumber: ['99999901'],
    authorizedToRepresent: ['99999901', '99999902'],
    cvr: ['99999901'],
    orgName: ['Klinikken'],
  })
  assert.deepEqual([said.cpr, said.identityAssurance, said.authenticatorAssurance], ['0101019996', 'High', 'Low'])
  assert.equal(said.authenticatedAt, '2026-11-24T09:30:00.000Z')
})

test('what SEB has no use for is let be: signing, the OCES number, a token, another profile’s version', () => {
  const said = authentication(
    withAttributes({
      'https://data.gov.dk/model/core/signing/allowed': ['true'],
      'https://data.gov.dk/model/core/eid/person/pid': ['9208-2002-2-000000000001'],
      'https://data.gov.dk/model/core/eid/bootstrapToken': ['PHg+'],
      [oioAttributes.healthSpecVersion]: ['OIO-SAML-H-3.0'],
    }),
  )
  assert.deepEqual(Object.keys(said.attributes).sort(), ['cvr', 'orgName'])
})

test('a UUID is taken with or without its prefix and in either case, and nothing else is a UUID', () => {
  for (const name of [names.professionalUuid, names.cprUuid]) {
    for (const written of ['URN:UUID:0A0B0C0D-0000-4000-8000-00000000000A', '0a0b0c0d-0000-4000-8000-00000000000a']) {
      const { attributes } = authentication(withAttributes({ [name]: [written] }))
      assert.deepEqual(attributes.professionalUuid ?? attributes.cprUuid, ['0a0b0c0d-0000-4000-8000-00000000000a'])
    }
    for (const written of ['', ' 0a0b0c0d-0000-4000-8000-00000000000a', '0a0b0c0d', 'urn:uuid:x'])
      refusedFor('attribute-malformed', withAttributes({ [name]: [written] }))
  }
})

test('a CPR number has ten digits, and no other form is guessed at', () => {
  for (const written of ['010101-9996', '010101999', '01010199960', ' 0101019996', '０１０１０１９９９６'])
    refusedFor('attribute-malformed', withAttributes({ [names.cpr]: [written] }), /cprNumber/)
})

test('the version must be that of OIOSAML 3', () => {
  for (const version of [['DK-SAML-2.0'], ['OIO-SAML-3.0', 'DK-SAML-2.0'], ['oio-saml-3.0'], []])
    refusedFor('attribute-malformed', withAttributes({ [oioAttributes.specVersion]: version }), /specVersion/)
})

test('a professional comes with the name of the organisation, a private person without', () => {
  refusedFor('attribute-malformed', without(names.orgName), /orgName/)
  refusedFor('attribute-malformed', withAttributes({ [names.orgName]: [''] }), /orgName/)
  assert.equal(authentication({ attributes: required, nameId: person, asked: 'person' }).kind, 'person')
})

test('a name of the other kind than was asked for is refused, whichever way round', () => {
  const wrong = (said: Said) => {
    const read = answer(said)
    return read.outcome === 'refused' && read.why
  }
  assert.equal(wrong({ nameId: person }), 'wrong-log-in-kind')
  assert.equal(wrong({ nameId: professional, asked: 'person' }), 'wrong-log-in-kind')
})

test('a local provider may name its users in its own way: then it is what was asked for', () => {
  const said = authentication({ nameId: 'C=DK,O=99999901,CN=Anna Bro,Serial=42' })
  assert.deepEqual([said.kind, said.subject.value], ['professional', 'C=DK,O=99999901,CN=Anna Bro,Serial=42'])
})

test('without a level, or with one that nobody knows, nobody is logged in', () => {
  refusedFor('assurance-missing', without(oioAttributes.loa))
  for (const level of ['high', 'Høj', '3', 'https://data.gov.dk/concept/core/nsis/loa/High', '', ' High'])
    refusedFor('assurance-malformed', withAttributes({ [oioAttributes.loa]: [level] }))
  refusedFor('assurance-malformed', withAttributes({ [oioAttributes.ial]: ['Very high'] }))
  refusedFor('attribute-malformed', withAttributes({ [oioAttributes.loa]: ['High', 'Low'] }))
})

test('where attribute and context state different levels, the lower counts', () => {
  const context = (level: string) => `https://data.gov.dk/concept/core/nsis/loa/${level}`
  assert.equal(authentication({ classRef: context('Low') }).assurance, 'Low')
  assert.equal(authentication({ classRef: context('High') }).assurance, 'Substantial')
})

test('the old level counts only where the provider is set to be believed in it', () => {
  const old = (level: string, settings: Said['settings']) => ({
    attributes: { ...without(oioAttributes.loa).attributes, [oioAttributes.legacyAssuranceLevel]: [level] },
    ...(settings && { settings }),
  })
  refusedFor('assurance-missing', old('3', undefined))
  assert.equal(authentication(old('3', { acceptLegacyAssuranceLevel: true })).assurance, 'Substantial')
  assert.equal(authentication(old('4', { acceptLegacyAssuranceLevel: true })).assurance, 'Substantial')
  refusedFor('assurance-missing', old('5', { acceptLegacyAssuranceLevel: true }))
})

test('one value is one value: where two stand, nobody chooses between them', () => {
  for (const name of [names.cvr, names.fullName, names.cpr, names.rid])
    refusedFor('attribute-malformed', withAttributes({ [name]: ['0101019996', '0101019997'] }), /more than once/)
})

test('a value is at most 256 characters', () => {
  assert.ok(authentication(withAttributes({ [names.fullName]: ['å'.repeat(256)] })))
  refusedFor('attribute-malformed', withAttributes({ [names.fullName]: ['å'.repeat(257)] }), /too long/)
})

test('privileges are read only from a provider that is trusted for them, and then strictly', () => {
  const groups = [{ scope: 'urn:dk:gov:saml:cvrNumberIdentifier:99999901', constraints: [], privileges: ['urn:x'] }]
  const list = writePrivileges(groups, '1.2') ?? ''
  const sent = (...values: string[]) => withAttributes({ [names.privileges]: values })
  assert.deepEqual(authentication(sent(list)).privileges, [])
  assert.deepEqual(authentication(sent('not a list')).privileges, [], 'not even looked into')
  const settings = { privileges: 'merge' } as const
  assert.deepEqual(authentication({ ...sent(list), settings }).privileges, groups)
  assert.throws(() => answer({ ...sent('not a list'), settings }), MessageRefused)
  refusedFor('attribute-malformed', { ...sent(list, list), settings }, /more than once/)
})

test('what a provider says when it says no is understood', () => {
  const why = (status: Status) => {
    const said = read(writeErrorResponse(envelope, status, theirs), {})
    return said.outcome === 'refused' && said.why
  }
  assert.equal(why({ top: 'Responder', second: 'AuthnFailed' }), 'cancelled')
  assert.equal(why({ top: 'Responder', second: 'RequestDenied' }), 'cancelled')
  assert.equal(why({ top: 'Responder', second: 'NoAuthnContext' }), 'level-too-low')
  assert.equal(why({ top: 'Responder', second: 'NoPassive' }), 'no-passive')
  assert.equal(why({ top: 'Responder', second: 'NoAvailableIDP' }), 'provider-down')
  assert.equal(why({ top: 'Responder', second: null }), 'provider-down')
  assert.equal(why({ top: 'Requester', second: null }), 'answer-wrong')
  assert.equal(why({ top: 'VersionMismatch', second: null }), 'answer-wrong')
})

test('the message and its assertion may be used once, for as long as they would be believed', () => {
  const said = answer()
  assert.ok(said.outcome === 'authenticated')
  assert.equal(said.once.messageIds.length, 2)
  assert.equal(said.once.issuer, 'https://nord.example')
  assert.ok(said.once.until > now)
})
