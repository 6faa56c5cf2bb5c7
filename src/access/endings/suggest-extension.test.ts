import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBeginning, readEnd } from '../../base/danish-time.ts'
import { suggestExtension } from './suggest-extension.ts'

const now = new Date('2026-11-24T09:00:00Z')
const suggest = (
  from: string,
  until: string,
  { longestDays = null, grantUntil = null }: { longestDays?: number | null; grantUntil?: string | null } = {},
) => {
  const [validFrom, validUntil] = [readBeginning(from), readEnd(until)]
  assert.ok(validFrom && validUntil)
  const role = { longestDays } as Parameters<typeof suggestExtension>[1]['role']
  const grant = { validUntil: grantUntil ? readEnd(grantUntil) : null } as Parameters<
    typeof suggestExtension
  >[1]['grant']
  const typed = suggestExtension({ scopes: { unit: ['1'] }, validFrom, validUntil, hours: null }, { role, grant }, now)
  return `${typed.from} ${typed.until}`
}

test('a role that ends is suggested once more, for as long, from the day after its last', () => {
  assert.equal(suggest('2026-11-01', '2026-11-30'), '2026-12-01 2026-12-30')
  assert.equal(suggest('2026-12-01', '2026-12-01'), '2026-12-02 2026-12-02')
})

test('over the days that the clocks are changed it is still as many days', () => {
  assert.equal(suggest('2027-02-01', '2027-02-28'), '2027-03-01 2027-03-28')
  assert.equal(suggest('2027-10-01', '2027-10-30'), '2027-10-31 2027-11-29')
})

test('it is no longer than the role may last, nor beyond the organisation’s grant', () => {
  assert.equal(suggest('2026-01-01', '2026-12-31', { longestDays: 30 }), '2027-01-01 2027-01-30')
  assert.equal(suggest('2026-01-01', '2026-12-31', { grantUntil: '2027-06-30' }), '2027-01-01 2027-06-30')
})

test('one that has ended meanwhile is suggested from today', () => {
  assert.equal(suggest('2026-11-01', '2026-11-10'), '2026-11-24 2026-12-03')
})
