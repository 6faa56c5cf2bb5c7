import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DoorFacts, decideRoles } from './effective-roles.ts'
import type { AssignmentAtTheDoor } from './role-at-the-door.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

const facts: DoorFacts = {
  now: day('2026-11-24'),
  account: {
    id: 'account',
    personId: 'person',
    key: 'anna',
    status: 'active',
    validFrom: day('2026-01-01'),
    validUntil: null,
    professionalUuid: null,
    rid: null,
    organisation: { id: 'clinic', cvr: '99999991', name: 'Clinic', status: 'active', allowsPrivateLogIn: false },
    unit: null,
  },
  grant: { id: 'grant', validFrom: day('2026-01-01'), validUntil: null, roleIds: null, ceilings: {} },
  assurance: 'Substantial',
  educationCodes: ['7170'],
}

const assignment: AssignmentAtTheDoor = {
  id: 'assignment',
  accountId: 'account',
  role: {
    id: 'role',
    key: 'refer',
    nameDa: 'Henviser',
    nameEn: 'Referrer',
    privileges: ['urn:refer'],
    privilegeScope: 'cvr',
    status: 'active',
    retiredAt: null,
    lowestAssurance: 'Substantial',
    requiredEducationCodes: ['7170'],
    longestDays: null,
    scopes: [
      {
        key: 'unit',
        kind: 'sor',
        required: true,
        many: true,
        allowedValues: null,
        pattern: '\\d{6,18}',
        constraintName: 'urn:sor',
      },
    ],
  },
  scopes: { unit: ['123456'] },
  validFrom: day('2026-02-01'),
  validUntil: day('2026-12-01'),
  withdrawnAt: null,
  hours: null,
  unansweredFrom: null,
  assignedBy: 'administrator',
  reason: '',
  bundle: null,
}

const outcome = (changedFacts: Partial<DoorFacts>, changed: Partial<AssignmentAtTheDoor> = {}) =>
  decideRoles({ ...facts, ...changedFacts }, [{ ...assignment, ...changed }])[0]?.fails
const withAccount = (changed: Partial<DoorFacts['account']>) => outcome({ account: { ...facts.account, ...changed } })
const withGrant = (changed: Partial<NonNullable<DoorFacts['grant']>>) =>
  outcome({
    grant: { id: 'grant', validFrom: day('2026-01-01'), validUntil: null, roleIds: null, ceilings: {}, ...changed },
  })
const withRole = (changed: Partial<AssignmentAtTheDoor['role']>) =>
  outcome({}, { role: { ...assignment.role, ...changed } })

test('a role has effect while everything it depends on holds', () => {
  assert.equal(outcome({}), null)
})

test('a suspended, ended or not yet begun account stops every role', () => {
  assert.equal(withAccount({ status: 'suspended' }), 'account-not-active')
  assert.equal(withAccount({ validUntil: facts.now }), 'account-not-active')
  assert.equal(withAccount({ validFrom: day('2026-12-24') }), 'account-not-active')
})

test('a closed organisation stops every role', () => {
  assert.equal(
    withAccount({ organisation: { ...facts.account.organisation, status: 'closed' } }),
    'organisation-not-active',
  )
})

test('without a grant that is valid now there is no role', () => {
  assert.equal(outcome({ grant: null }), 'service-not-granted')
  assert.equal(withGrant({ validUntil: facts.now }), 'service-not-granted')
})

test('a grant of other roles does not cover this one', () => {
  assert.equal(withGrant({ roleIds: ['another'] }), 'role-not-in-grant')
  assert.equal(withGrant({ roleIds: ['another', 'role'] }), null)
})

test('a role ends by itself at the moment it was set to', () => {
  assert.equal(outcome({ now: new Date(day('2026-12-01').getTime() - 1) }), null)
  assert.equal(outcome({ now: day('2026-12-01') }), 'ended')
  assert.equal(outcome({}, { validFrom: day('2026-12-24'), validUntil: null }), 'not-yet-valid')
})

test('a role never lasts longer than its service allows', () => {
  assert.equal(withRole({ longestDays: 30 }), 'ended')
})

test('a withdrawn or retired role has no effect', () => {
  assert.equal(outcome({}, { withdrawnAt: facts.now }), 'withdrawn')
  assert.equal(withRole({ retiredAt: facts.now }), 'role-not-active')
  assert.equal(withRole({ status: 'draft' }), 'role-not-active')
})

test('a data scope must be given where it is required, and be one the role takes', () => {
  assert.equal(outcome({}, { scopes: {} }), 'scope-missing')
  assert.equal(outcome({}, { scopes: { unit: ['not a number'] } }), 'scope-not-allowed')
  assert.equal(outcome({}, { scopes: { unit: ['123456'], other: ['1'] } }), 'scope-not-allowed')
})

test('a data scope above the ceiling of the grant has no effect', () => {
  assert.equal(withGrant({ ceilings: { sor: ['654321'] } }), 'scope-not-allowed')
  assert.equal(withGrant({ ceilings: { sor: ['654321', '123456'] } }), null)
})

test('a role that needs an authorisation is nothing without it', () => {
  assert.equal(outcome({ educationCodes: [] }), 'authorisation-missing')
})

test('a role that needs a stronger log-in waits for it', () => {
  assert.equal(withRole({ lowestAssurance: 'High' }), 'assurance-too-low')
})

test('a scope that is called as something every object has must be given like any other', () => {
  const scopes = assignment.role.scopes.map((scope) => ({ ...scope, key: 'constructor' }))
  assert.equal(outcome({}, { role: { ...assignment.role, scopes }, scopes: {} }), 'scope-missing')
})

test('a data scope with a character that no message can carry has no effect', () => {
  const scopes = assignment.role.scopes.map((scope) => ({ ...scope, pattern: null }))
  assert.equal(
    outcome({}, { role: { ...assignment.role, scopes }, scopes: { unit: ['12\u00003'] } }),
    'scope-not-allowed',
  )
})

test('a role, and an account, that hold in hours of the week hold then and no other time', () => {
  const mondays = [{ days: [1], from: '15:00', until: '23:00' }]
  const [before, during, after] = ['13:59', '14:00', '22:00'].map((time) => new Date(`2026-11-30T${time}:00Z`))
  assert.ok(before && during && after)
  assert.equal(outcome({ now: before }, { hours: mondays }), 'outside-hours')
  assert.equal(outcome({ now: during }, { hours: mondays }), null)
  assert.equal(outcome({ now: after }, { hours: mondays }), 'outside-hours')
  assert.equal(outcome({ now: after, account: { ...facts.account, hours: mondays } }), 'account-outside-hours')
  assert.equal(outcome({ now: during, account: { ...facts.account, hours: mondays } }), null)
})
