import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AppointedAdministrator, decidersOf, type Place } from './deciders.ts'

const someone = (name: string, more: Partial<AppointedAdministrator> = {}): AppointedAdministrator => ({
  accountId: `account of ${name}`,
  personId: name,
  name,
  level: 'administrator',
  unitIds: null,
  serviceIds: null,
  away: null,
  ...more,
})
const awayFor = (name: string, more: { active?: boolean; lendsRights?: boolean } = {}) => ({
  until: new Date('2026-12-01T00:00:00Z'),
  standIn: { accountId: `account of ${name}`, personId: name, name, active: true, lendsRights: true, ...more },
})
const chief = someone('Chief', { level: 'chief' })
const ward = someone('Ward', { unitIds: ['ward'] })
const medicine = someone('Medicine', { serviceIds: ['medicine'] })
const place = (more: Partial<Place> = {}): Place => ({
  unitId: 'ward',
  serviceId: 'medicine',
  notPersonIds: [],
  escalated: false,
  ...more,
})
const names = (administrators: AppointedAdministrator[], more: Partial<Place> = {}) => {
  const { line, people } = decidersOf(administrators, place(more))
  return [line, ...people.map((one) => (one.standsInFor ? `${one.name} for ${one.standsInFor}` : one.name))]
}

test('a request is with those whose limits cover its unit and service', () => {
  assert.deepEqual(names([chief, ward, medicine]), ['administrators', 'Medicine', 'Ward'])
  assert.deepEqual(names([chief, ward, medicine], { unitId: 'other' }), ['administrators', 'Medicine'])
  assert.deepEqual(names([chief, ward, medicine], { unitId: null, serviceId: 'other' }), ['chiefs', 'Chief'])
})

test('a request that has waited is with the chief administrators too', () => {
  assert.deepEqual(names([chief, ward], { escalated: true }), ['escalated', 'Chief', 'Ward'])
})

test('nobody has their own: an administrator’s goes to another, and to a chief where there is none', () => {
  assert.deepEqual(names([chief, ward, medicine], { notPersonIds: ['Ward'] }), ['administrators', 'Medicine'])
  assert.deepEqual(names([chief, ward], { notPersonIds: ['Ward'] }), ['chiefs', 'Chief'])
  assert.deepEqual(names([chief], { notPersonIds: ['Chief'] }), ['chiefs'])
})

test('while somebody is away their stand-in has it, by name and for whom', () => {
  assert.deepEqual(names([chief, { ...ward, away: awayFor('Helper') }]), ['administrators', 'Helper for Ward'])
  assert.deepEqual(
    names([{ ...chief, away: awayFor('Helper') }]),
    ['chiefs', 'Helper for Chief'],
    'for a chief as well',
  )
})

test('a stand-in never has their own request, and one who has left is no stand-in', () => {
  assert.deepEqual(names([chief, { ...ward, away: awayFor('Helper') }], { notPersonIds: ['Helper'] }), [
    'chiefs',
    'Chief',
  ])
  assert.deepEqual(names([{ ...ward, away: awayFor('Helper', { active: false }) }]), ['administrators', 'Ward'])
})

test('one who was lent nothing steps in only while they may do as much themselves', () => {
  const away = awayFor('Medicine', { lendsRights: false })
  const wide = { ...medicine, unitIds: ['ward', 'other'], serviceIds: null }
  assert.deepEqual(names([wide, { ...ward, away }]), ['administrators', 'Medicine'])
  assert.deepEqual(names([medicine, { ...ward, away }]), ['administrators', 'Medicine', 'Ward'])
})

test('somebody who steps in for another and has it themselves is named once, as themselves', () => {
  assert.deepEqual(names([medicine, { ...ward, away: awayFor('Medicine') }]), ['administrators', 'Medicine'])
})
