import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WeeklyHours } from '../../base/weekly-hours.ts'
import { type Holding, inTheWay } from './conflict-rule.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const rule = (atMost: number, ...roles: string[]) => ({ atMost, roles: roles.map((id) => ({ id })) })
const holding = (
  roleId: string,
  from = '2026-01-01',
  until: string | null = null,
  hours: WeeklyHours[] | null = null,
) => ({ roleId, from: day(from), until: until === null ? null : day(until), hours: [hours] }) satisfies Holding
const names = (found: readonly Holding[]) => found.map(({ roleId }) => roleId).sort()

test('of two roles that are not for the same person, the second stands against the first', () => {
  const held = [holding('orders'), holding('reads')]
  assert.deepEqual(names(inTheWay(rule(1, 'orders', 'approves'), held, holding('approves'))), ['orders'])
})

test('a role that the rule does not speak of is never in the way', () => {
  assert.deepEqual(inTheWay(rule(1, 'orders', 'approves'), [holding('orders')], holding('reads')), [])
})

test('of a set at most so many may be held, and the next is one too many', () => {
  const atMostTwo = rule(2, 'a', 'b', 'c')
  assert.deepEqual(inTheWay(atMostTwo, [holding('a')], holding('b')), [])
  assert.deepEqual(names(inTheWay(atMostTwo, [holding('a'), holding('b')], holding('c'))), ['a', 'b'])
})

test('the same role twice, for other units, is one role', () => {
  const held = [holding('a'), holding('a')]
  assert.deepEqual(inTheWay(rule(1, 'a', 'b'), held, holding('a')), [])
  assert.deepEqual(inTheWay(rule(2, 'a', 'b', 'c'), held, holding('b')), [])
})

test('one that ends on the day the other begins is not held with it, and one that begins later is', () => {
  const both = rule(1, 'a', 'b')
  const spring = holding('a', '2026-01-01', '2026-06-01')
  assert.deepEqual(inTheWay(both, [spring], holding('b', '2026-06-01')), [])
  assert.deepEqual(names(inTheWay(both, [spring], holding('b', '2026-05-31'))), ['a'])
  assert.deepEqual(names(inTheWay(both, [holding('a', '2027-01-01')], holding('b', '2026-05-31'))), ['a'])
  assert.deepEqual(inTheWay(both, [holding('a', '2027-01-01')], holding('b', '2026-05-31', '2027-01-01')), [])
})

test('two that are in the set in turn, each in its own half year, are never two at a time', () => {
  const held = [holding('a', '2026-01-01', '2026-06-01'), holding('b', '2026-06-01', '2026-12-01')]
  assert.deepEqual(inTheWay(rule(2, 'a', 'b', 'c'), held, holding('c')), [])
})

test('hours of the week that do not meet keep roles apart, and those that do bring them together', () => {
  const both = rule(1, 'a', 'b')
  const mondays = [{ days: [1], from: '15:00', until: '23:00' }]
  const tuesdays = [{ days: [2], from: '08:00', until: '16:00' }]
  const mondayNights = [{ days: [1], from: '22:00', until: '07:00' }]
  const tuesdayDawn = [{ days: [2], from: '06:00', until: '08:00' }]
  const weekly = (roleId: string, hours: WeeklyHours[]) => holding(roleId, '2026-01-01', null, hours)
  assert.deepEqual(inTheWay(both, [weekly('a', mondays)], weekly('b', tuesdays)), [])
  assert.deepEqual(names(inTheWay(both, [weekly('a', mondays)], weekly('b', mondayNights))), ['a'])
  assert.deepEqual(names(inTheWay(both, [weekly('a', mondayNights)], weekly('b', tuesdayDawn))), ['a'])
  assert.deepEqual(names(inTheWay(both, [weekly('a', mondays)], holding('b'))), ['a'])
  const sundayNight = [{ days: [7], from: '23:00', until: '05:00' }]
  const mondayDawn = [{ days: [1], from: '04:00', until: '06:00' }]
  assert.deepEqual(names(inTheWay(both, [weekly('a', sundayNight)], weekly('b', mondayDawn))), ['a'])
})
