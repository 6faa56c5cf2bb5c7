/** From what an identity provider said to what a service is told, rule by rule. Everybody and every number is made up. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Candidate } from '../../access/roles/door.store.ts'
import type { AssignmentAtTheDoor } from '../../access/roles/role-at-the-door.ts'
import { identityProviderSettings } from '../../organisations/identity-provider-settings.ts'
import { attributeNames } from '../../services/attribute.ts'
import { serviceSettings } from '../../services/service-settings.ts'
import { runPipeline } from './pipeline.ts'
import type { RuleContext } from './rule.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const now = day('2026-11-24')
const [clinic, other] = ['99999901', '99999902']

const organisation = {
  id: 'clinic',
  cvr: clinic,
  name: 'Klinikken',
  status: 'active',
  allowsPrivateLogIn: false,
} as const
const candidate: Candidate = {
  account: {
    id: 'account',
    personId: 'anna',
    key: 'anna',
    status: 'active',
    validFrom: day('2026-01-01'),
    validUntil: null,
    professionalUuid: '11111111-1111-4111-8111-111111111111',
    rid: '42',
    lastLogInAt: null,
    organisation,
    unit: { id: 'unit', name: 'Huset', sor: '999900000000011', pNumber: '1999999011', ydernummer: '099999' },
  },
  grant: { id: 'grant', validFrom: day('2026-01-01'), validUntil: null, roleIds: null, ceilings: {} },
  lastUsedAt: null,
}

const assignment: AssignmentAtTheDoor = {
  id: 'assignment',
  accountId: 'account',
  role: {
    id: 'role',
    key: 'refer',
    nameDa: 'Henviser',
    nameEn: 'Referrer',
    privileges: ['urn:dk:test:refer'],
    privilegeScope: 'cvr',
    status: 'active',
    retiredAt: null,
    lowestAssurance: 'Substantial',
    requiredEducationCodes: [],
    longestDays: null,
    scopes: [],
  },
  scopes: {},
  validFrom: day('2026-01-01'),
  validUntil: null,
  withdrawnAt: null,
  hours: null,
  unansweredFrom: null,
  assignedBy: 'administrator',
  reason: '',
  bundle: null,
}

const honest: RuleContext = {
  now,
  service: {
    id: 'service',
    key: 'medicine',
    protocol: 'saml',
    entityId: 'https://medicine.example',
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
    agreedAttributes: ['fullName', 'cvr', 'orgName', 'privileges'],
    metadata: {},
    settings: serviceSettings.parse({}),
    contact: null,
  },
  identityProvider: {
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
    allowedCvrs: [clinic, other],
    metadata: {},
    settings: identityProviderSettings.parse({}),
  },
  authentication: {
    kind: 'professional',
    subject: { value: 'anna', format: null, nameQualifier: null, spNameQualifier: null },
    sessionIndex: null,
    sessionNotOnOrAfter: null,
    assurance: 'Substantial',
    identityAssurance: 'High',
    authenticatorAssurance: 'Substantial',
    authenticatedAt: now.toISOString(),
    authorities: [],
    attributes: { fullName: ['Anna Bro'], cvr: [clinic], orgName: ['Another spelling'] },
    privileges: [],
    cprSealed: null,
    cprHash: null,
  },
  requestedAssurance: null,
  requestedKinds: null,
  askedAttributes: null,
  freshSince: null,
  highestAssurance: 'High',
  statedOrganisation: organisation,
  person: { personId: 'anna', found: 'known', contradicted: null },
  candidates: [candidate],
  assignments: [assignment],
  authorisations: [],
  chosenAccountId: null,
  unsealCpr: (sealed) => sealed.replace('sealed ', ''),
}

type Changes = { [Part in keyof RuleContext]?: Partial<RuleContext[Part]> | null }

/** The honest context with parts of its parts replaced. */
function run(changes: Changes = {}) {
  const replaced = Object.entries(changes).map(([part, change]) => {
    const before = honest[part as keyof RuleContext]
    const merges = typeof change === 'object' && change !== null && !Array.isArray(change) && !(change instanceof Date)
    return [part, merges ? { ...(before as object), ...change } : change]
  })
  return runPipeline({ ...honest, ...Object.fromEntries(replaced) })
}

function claims(changes: Changes = {}) {
  const verdict = run(changes)
  if (verdict.outcome !== 'released') assert.fail(JSON.stringify(verdict))
  return verdict.claims
}

function refusal(changes: Changes): string {
  const verdict = run(changes)
  return verdict.outcome === 'refused' ? verdict.refusal.reason : verdict.outcome
}

const said = (attributes: RuleContext['authentication']['attributes']) => ({
  authentication: { attributes: { ...honest.authentication.attributes, ...attributes } },
})

test('the honest way through: roles from SEB, names of the organisation from SEB, and nothing that is not agreed', () => {
  const { attributes, privileges, assurance } = claims()
  assert.deepEqual(Object.fromEntries(attributes), { fullName: ['Anna Bro'], cvr: [clinic], orgName: ['Klinikken'] })
  assert.deepEqual(privileges, [
    { scope: `urn:dk:gov:saml:cvrNumberIdentifier:${clinic}`, constraints: [], privileges: ['urn:dk:test:refer'] },
  ])
  assert.equal(assurance, 'Substantial')
})

test('an identity provider cannot give rights, authorisations or places of work', () => {
  const claimed = {
    ...said({ sor: ['1'], ydernummer: ['2'], hasUserAuthorization: ['true'], userAuthorizations: ['<x/>'] }),
    service: { agreedAttributes: ['sor', 'ydernummer', 'hasUserAuthorization', 'userAuthorizations', 'privileges'] },
  } satisfies Changes
  const released = claims({ ...claimed, assignments: [], service: { ...claimed.service, access: 'account' } })
  assert.deepEqual(Object.fromEntries(released.attributes), {
    sor: ['999900000000011'],
    ydernummer: ['099999'],
    hasUserAuthorization: ['false'],
  })
  assert.deepEqual([released.privileges, released.authorisations], [[], []])
  const dropped = released.trace.filter(({ why }) => why === 'the identity provider may not claim this')
  assert.deepEqual(dropped.map(({ what }) => what).sort(), [
    'hasUserAuthorization',
    'sor',
    'userAuthorizations',
    'ydernummer',
  ])
})

test('a private log-in says nothing of a workplace', () => {
  const alone = {
    ...said({
      professionalUuid: ['x'],
      rid: ['1'],
      productionUnit: ['2'],
      seNumber: ['3'],
      authorizedToRepresent: [other],
    }),
    service: { access: 'authenticated', logInKinds: ['person'], agreedAttributes: attributeNames },
    identityProvider: {
      logInKinds: ['person'],
      settings: identityProviderSettings.parse({ privileges: 'merge' }),
    },
    candidates: [],
  } satisfies Changes
  const authentication = {
    ...alone.authentication,
    kind: 'person' as const,
    privileges: [group(clinic, 'urn:theirs')],
  }
  const released = claims({ ...alone, authentication, statedOrganisation: null })
  assert.deepEqual([...released.attributes.keys()].sort(), ['fullName', 'hasUserAuthorization'])
  assert.deepEqual(released.privileges, [])
})

test('a local provider names no other organisation that the person may represent', () => {
  const asked = {
    ...said({ authorizedToRepresent: [clinic, '99999909'] }),
    service: { agreedAttributes: attributeNames },
  }
  assert.deepEqual(claims(asked).attributes.get('authorizedToRepresent'), [clinic])
  assert.deepEqual(
    claims({ ...asked, identityProvider: { kind: 'nemlog-in', allowedCvrs: null } }).attributes.get(
      'authorizedToRepresent',
    ),
    [clinic, '99999909'],
  )
})

test('an answer that mixes two people is wrong', () => {
  assert.equal(refusal({ person: { contradicted: 'cpr' } }), 'answer-wrong')
  assert.equal(refusal({ person: { contradicted: 'professional-uuid' } }), 'answer-wrong')
})

const group = (cvr: string, privilege: string) => ({
  scope: `urn:dk:gov:saml:cvrNumberIdentifier:${cvr}`,
  constraints: [],
  privileges: [privilege],
})

test('privileges of a provider are dropped unless it is trusted for them, and then kept for its own organisation only', () => {
  const authentication = { privileges: [group(clinic, 'urn:theirs'), group(other, 'urn:foreign')] }
  assert.ok(!JSON.stringify(claims({ authentication }).privileges).includes('urn:theirs'))
  const settings = identityProviderSettings.parse({ privileges: 'merge' })
  const trusted = claims({ authentication, identityProvider: { settings } })
  assert.deepEqual(
    trusted.privileges.flatMap(({ privileges }) => privileges),
    ['urn:theirs', 'urn:dk:test:refer'],
  )
  assert.ok(
    trusted.trace.some(({ what, sent }) => what === 'privileges of the identity provider' && !sent),
    'what was left out is told too',
  )
})

test('a provider speaks for each of its organisations, for exactly one at a time, and for no other', () => {
  const second = {
    ...candidate,
    account: { ...candidate.account, organisation: { ...organisation, id: 'other', cvr: other } },
  }
  assert.equal(
    claims({ ...said({ cvr: [other] }), candidates: [second], statedOrganisation: { ...organisation, id: 'other' } })
      .candidate?.account.organisation.cvr,
    other,
  )
  assert.equal(refusal(said({ cvr: ['99999903'] })), 'organisation-not-allowed')
  for (const cvr of [
    [],
    [clinic, other],
    ['9999990'],
    ['999999012'],
    ['９９９９９９０１'],
    [` ${clinic}`],
    ['DK999999'],
  ])
    assert.equal(refusal(said({ cvr })), 'answer-wrong', JSON.stringify(cvr))
})

test('a provider for all organisations may name any, and must still name one', () => {
  assert.ok(claims({ identityProvider: { allowedCvrs: null } }))
  assert.equal(refusal({ ...said({ cvr: [] }), identityProvider: { allowedCvrs: null } }), 'answer-wrong')
})

test('the level told is the lowest of what was said, what the provider may say and what SEB may say', () => {
  const high = { assurance: 'High', identityAssurance: 'High', authenticatorAssurance: 'High' } as const
  assert.equal(claims({ authentication: high }).assurance, 'High')
  assert.equal(claims({ authentication: high, highestAssurance: 'Substantial' as never }).assurance, 'Substantial')
  const capped = claims({ authentication: high, identityProvider: { highestAssurance: 'Substantial' } })
  assert.deepEqual(
    [capped.assurance, capped.identityAssurance, capped.authenticatorAssurance],
    ['Substantial', 'Substantial', 'Substantial'],
  )
  assert.equal(claims().assurance, 'Substantial', 'never raised')
})

test('a level below what the service needs, or what it asked for this time, is refused', () => {
  assert.equal(refusal({ authentication: { assurance: 'Low' } }), 'level-too-low')
  assert.equal(refusal({ requestedAssurance: 'High' as never }), 'level-too-low')
  assert.equal(refusal({ authentication: { assurance: 'High' }, highestAssurance: 'Low' as never }), 'level-too-low')
})

test('a kind of log-in that the service, the request or the provider does not take is refused', () => {
  assert.equal(refusal({ authentication: { kind: 'person' } }), 'wrong-log-in-kind')
  assert.equal(refusal({ service: { logInKinds: ['person'] } }), 'wrong-log-in-kind')
  assert.equal(refusal({ requestedKinds: ['person'] }), 'wrong-log-in-kind')
  assert.equal(refusal({ identityProvider: { logInKinds: ['person'] } }), 'wrong-log-in-kind')
})

test('a service that asked for a new log-in does not get an old one', () => {
  const at = (authenticatedAt: string) => ({ authentication: { authenticatedAt }, freshSince: now })
  assert.equal(refusal(at('2026-11-23T23:00:00Z')), 'answer-wrong')
  assert.ok(claims(at('2026-11-23T23:57:01Z')), 'clocks may differ by three minutes')
  assert.ok(claims(at('2026-11-24T00:00:01Z')))
})

test('a private log-in stands for an account only where the organisation allows it', () => {
  const asPerson = {
    service: { logInKinds: ['person'] },
    identityProvider: { logInKinds: ['person'] },
    authentication: { kind: 'person', attributes: { fullName: ['Anna Bro'] } },
    statedOrganisation: null,
  } satisfies Changes
  assert.equal(refusal(asPerson), 'no-account')
  const allowing = {
    ...candidate,
    account: { ...candidate.account, organisation: { ...organisation, allowsPrivateLogIn: true } },
  }
  assert.equal(claims({ ...asPerson, candidates: [allowing] }).candidate?.account.id, 'account')
})

test('with several accounts that would give access the person is asked, and the choice is followed', () => {
  const second: Candidate = { ...candidate, account: { ...candidate.account, id: 'second', key: 'anna-2' } }
  const both = { candidates: [candidate, second], assignments: [assignment, { ...assignment, accountId: 'second' }] }
  const asked = run(both)
  assert.equal(asked.outcome === 'choose-account' && asked.choices.length, 2)
  assert.equal(claims({ ...both, chosenAccountId: 'second' as never }).candidate?.account.id, 'second')
  assert.equal(claims({ ...both, assignments: [assignment] }).candidate?.account.id, 'account', 'only one is of use')
})

test('each thing that can be missing at the door has its own name', () => {
  assert.equal(refusal({ statedOrganisation: null, candidates: [] }), 'unknown-organisation')
  assert.equal(refusal({ candidates: [] }), 'no-account')
  const suspended = { ...candidate, account: { ...candidate.account, status: 'suspended' as const } }
  assert.equal(refusal({ candidates: [suspended] }), 'account-not-active')
  assert.equal(refusal({ candidates: [{ ...candidate, grant: null }] }), 'service-not-granted')
  assert.equal(refusal({ assignments: [] }), 'role-missing')
  assert.equal(refusal({ assignments: [{ ...assignment, withdrawnAt: day('2026-10-01') }] }), 'role-ended')
})

test('somebody without a role is sent on with nothing where the service is set to take them', () => {
  const settings = serviceSettings.parse({ withoutRole: 'empty-privileges' })
  assert.deepEqual(claims({ assignments: [], service: { settings } }).privileges, [])
})

test('roles are told within the production unit or the authorisation where they hold there', () => {
  const within = (privilegeScope: 'p-number' | 'authorisation', requiredEducationCodes: string[] = []) => ({
    ...assignment,
    role: { ...assignment.role, privilegeScope, requiredEducationCodes },
  })
  assert.deepEqual(
    claims({ assignments: [within('p-number')] }).privileges.map(({ scope }) => scope),
    ['urn:dk:gov:saml:productionUnitIdentifier:1999999011'],
  )
  const doctor = { code: 'ZZ001', educationCode: '7170', educationType: 'Læge' }
  const nurse = { code: 'ZZ002', educationCode: '5166', educationType: 'Sygeplejerske' }
  assert.deepEqual(
    claims({ assignments: [within('authorisation', ['7170'])], authorisations: [doctor, nurse] }).privileges.map(
      ({ scope }) => scope,
    ),
    ['urn:dk:healthcare:saml:userAuthorization:AuthorizationCode:ZZ001:EducationCode:7170'],
  )
})

test('what a role is limited to is told as constraints', () => {
  const scope = { required: true, many: true, allowedValues: null, pattern: null }
  const limited = {
    ...assignment,
    role: {
      ...assignment.role,
      scopes: [
        { ...scope, key: 'unit', kind: 'sor' as const, constraintName: 'urn:dk:gov:saml:sorIdentifier' },
        { ...scope, key: 'number', kind: 'ydernummer' as const, constraintName: 'urn:dk:sundhed:seb:ydernummer' },
      ],
    },
    scopes: { unit: ['999900000000011', '999900000000012'], number: ['099999'] },
  }
  assert.deepEqual(claims({ assignments: [limited] }).privileges[0]?.constraints, [
    { name: 'urn:dk:gov:saml:sorIdentifier', value: '999900000000011' },
    { name: 'urn:dk:gov:saml:sorIdentifier', value: '999900000000012' },
    { name: 'urn:dk:sundhed:seb:ydernummer', value: '099999' },
  ])
})

test('a CPR number is told only to a service that is agreed to get it', () => {
  const authentication = { cprSealed: 'sealed 0101019996' }
  assert.equal(claims({ authentication }).attributes.get('cpr'), undefined)
  const agreed = claims({ authentication, service: { agreedAttributes: ['cpr'] } })
  assert.deepEqual(agreed.attributes.get('cpr'), ['0101019996'])
  assert.ok(!JSON.stringify(agreed.trace).includes('0101019996'), 'and never explained by its value')
  const notAsked = claims({ authentication, service: { agreedAttributes: ['cpr'] }, askedAttributes: ['fullName'] })
  assert.equal(notAsked.attributes.get('cpr'), undefined)
})
