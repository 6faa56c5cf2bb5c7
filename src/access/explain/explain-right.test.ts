import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DoorFacts } from '../roles/effective-roles.ts'
import type { AssignmentAtTheDoor } from '../roles/role-at-the-door.ts'
import { explainRight } from './explain-right.ts'

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
  educationCodes: [],
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
    requiredEducationCodes: [],
    longestDays: 30,
    scopes: [],
  },
  scopes: {},
  validFrom: day('2026-11-01'),
  validUntil: null,
  withdrawnAt: null,
  hours: null,
  unansweredFrom: null,
  assignedBy: 'administrator',
  reason: '',
  bundle: null,
}

const broken = (right: ReturnType<typeof explainRight>) =>
  right.links.filter(({ fails }) => fails.length > 0).map(({ kind }) => kind)

test('a right that has effect has a path in which every link holds', () => {
  const right = explainRight(facts, assignment)
  assert.deepEqual([right.holds, right.why, broken(right)], [true, null, []])
})

test('every broken link is shown, and the first one is the reason', () => {
  const right = explainRight({ ...facts, grant: null }, { ...assignment, withdrawnAt: day('2026-11-20') })
  assert.deepEqual([right.holds, right.why, broken(right)], [false, 'service-not-granted', ['grant', 'period']])
})

test('a role that may only last so long tells when it ends by itself', () => {
  assert.deepEqual(explainRight(facts, assignment).endsAt, day('2026-12-01'))
})
