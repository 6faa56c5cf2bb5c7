import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Capacity, CapacityKind, OrganisationCapacity } from './capacities/capacity.ts'
import { type Action, may, permissions, type Subject } from './may.ts'

const clinic = { id: 'clinic', cvr: '99999901', name: 'Clinic' }
const inClinic = (
  kind: OrganisationCapacity['kind'],
  limits: OrganisationCapacity['limits'] = { unitIds: null, serviceIds: null },
): OrganisationCapacity => ({
  kind,
  key: kind,
  accountId: 'me',
  organisation: clinic,
  unitName: null,
  limits,
})

const capacities: Record<CapacityKind, Capacity> = {
  employee: inClinic('employee'),
  administrator: inClinic('administrator'),
  'chief-administrator': inClinic('chief-administrator'),
  'security-officer': inClinic('security-officer'),
  signatory: inClinic('signatory'),
  'system-management': { kind: 'system-management', key: 's', organisation: null },
  'service-desk': { kind: 'service-desk', key: 'd', organisation: null },
  'service-owner': { kind: 'service-owner', key: 'o', service: { id: 'medicine', nameDa: 'M', nameEn: 'M' } },
  auditor: { kind: 'auditor', key: 'a', organisation: clinic },
}

const here: Subject = { organisationId: 'clinic', unitId: 'ward', serviceId: 'medicine', accountId: 'colleague' }
const elsewhere: Subject = {
  organisationId: 'municipality',
  unitId: 'other',
  serviceId: 'other',
  accountId: 'stranger',
}
const actions = Object.keys(permissions) as Action[]

/** Who may do what to a colleague in their own organisation and service. Whoever is not named may not. */
const allowed: Record<Action, readonly CapacityKind[]> = {
  'see-own-access': [],
  'see-own-capacities': ['system-management', 'service-desk', 'service-owner', 'auditor'],
  'read-own-notices': Object.keys(capacities) as CapacityKind[],
  'ask-for-access': [],
  'take-emergency-access': [],
  'review-emergency': ['administrator', 'chief-administrator'],
  'see-emergency-patterns': ['system-management', 'service-owner'],
  'ask-for-others': ['administrator'],
  'see-employees': ['administrator', 'chief-administrator', 'auditor'],
  'create-employee': ['administrator', 'chief-administrator'],
  'change-account': ['administrator', 'chief-administrator'],
  'simulate-access': ['administrator', 'chief-administrator'],
  'assign-role': ['administrator', 'chief-administrator'],
  'withdraw-role': ['administrator', 'chief-administrator'],
  'see-requests': ['administrator', 'chief-administrator'],
  'decide-request': ['administrator', 'chief-administrator'],
  'change-request-settings': ['chief-administrator'],
  'see-role-conflicts': ['administrator', 'chief-administrator'],
  'change-in-bulk': ['administrator', 'chief-administrator'],
  'ask-for-service': ['chief-administrator', 'security-officer', 'signatory'],
  'let-chiefs-ask': ['security-officer', 'signatory'],
  'export-access': ['administrator', 'chief-administrator', 'security-officer'],
  'see-organisation-log': ['chief-administrator', 'security-officer', 'auditor'],
  'tell-names': ['chief-administrator'],
  'allow-no-mail': ['chief-administrator'],
  'appoint-administrator': ['chief-administrator'],
  'name-own-stand-in': [],
  'see-roles': ['administrator', 'chief-administrator'],
  'change-bundles': ['chief-administrator'],
  'see-units': ['administrator', 'chief-administrator'],
  'change-units': ['chief-administrator'],
  'review-access': ['administrator', 'chief-administrator', 'security-officer'],
  'start-review': ['chief-administrator'],
  'read-review-report': ['chief-administrator', 'security-officer', 'auditor'],
  'start-reviews-everywhere': ['system-management'],
  'see-all-organisations': ['system-management', 'service-desk'],
  'change-organisations': ['system-management'],
  'appoint-first-chief': ['system-management'],
  'grant-service': ['system-management'],
  'see-enrolments': ['system-management', 'service-desk'],
  'decide-enrolment': ['system-management'],
  'change-services': ['system-management'],
  'decide-change-request': ['system-management'],
  'appoint-service-owner': ['system-management'],
  'change-role-conflicts': ['system-management', 'service-owner'],
  'change-own-service': ['service-owner'],
  'change-identity-providers': ['system-management'],
  'work-cases': ['system-management', 'service-desk'],
  'publish-status': ['system-management', 'service-desk'],
  'see-sealed-log': ['system-management', 'auditor'],
}

test('everybody may do exactly what the table says', () => {
  for (const action of actions)
    for (const [kind, capacity] of Object.entries(capacities) as [CapacityKind, Capacity][])
      assert.equal(may(capacity, action, here), allowed[action].includes(kind), `${kind}: ${action}`)
})

/** What is about nobody but the person who is logged in. */
const aboutOneself: readonly Action[] = ['read-own-notices', 'see-own-capacities']

test('nobody of one organisation may do anything to another', () => {
  for (const action of actions.filter((one) => !aboutOneself.includes(one)))
    for (const kind of [
      'employee',
      'administrator',
      'chief-administrator',
      'security-officer',
      'signatory',
      'service-owner',
      'auditor',
    ] as const)
      assert.equal(may(capacities[kind], action, elsewhere), false, `${kind}: ${action}`)
})

test('system management never assigns roles to an organisation’s people', () => {
  assert.equal(may(capacities['system-management'], 'assign-role', here), false)
})

test('nobody decides about themselves, with another account of theirs neither', () => {
  const twice = { ...capacities['chief-administrator'], otherAccountIds: ['my other one'] }
  for (const action of ['assign-role', 'withdraw-role', 'change-account', 'appoint-administrator'] as const)
    for (const accountId of ['me', 'my other one'])
      assert.equal(may(twice, action, { ...here, accountId }), false, `${action} ${accountId}`)
})

test('everybody with an account may see their own access, and nobody else’s', () => {
  assert.equal(may(capacities.employee, 'see-own-access', { accountId: 'me' }), true)
  assert.equal(may(capacities.employee, 'see-own-access', { accountId: 'colleague' }), false)
})

test('administrators say who steps in for themselves, and nobody else does', () => {
  for (const kind of ['administrator', 'chief-administrator'] as const) {
    assert.equal(may(capacities[kind], 'name-own-stand-in', { accountId: 'me' }), true)
    assert.equal(may(capacities[kind], 'name-own-stand-in', { accountId: 'colleague' }), false)
  }
  assert.equal(may(capacities.employee, 'name-own-stand-in', { accountId: 'me' }), false)
})

test('an administrator’s limits hold for units and services', () => {
  const limited = inClinic('administrator', { unitIds: ['ward'], serviceIds: ['medicine'] })
  assert.equal(may(limited, 'assign-role', here), true)
  assert.equal(may(limited, 'assign-role', { ...here, unitId: 'other ward' }), false)
  assert.equal(may(limited, 'assign-role', { ...here, unitId: null }), false)
  assert.equal(may(limited, 'assign-role', { ...here, serviceId: 'referrals' }), false)
})
