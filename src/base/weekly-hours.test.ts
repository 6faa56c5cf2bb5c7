import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  everHolds,
  holdsAt,
  isWithin,
  nextBeginning,
  nextEnd,
  nextMomentInAll,
  type WeeklyHours,
} from './weekly-hours.ts'

const at = (text: string) => new Date(text)
const mondays: WeeklyHours[] = [{ days: [1], from: '15:00', until: '23:00' }]
const nights: WeeklyHours[] = [{ days: [6], from: '22:00', until: '07:00' }]

test('a shift begins and ends on the minute, by clocks in Denmark, summer and winter', () => {
  assert.equal(holdsAt(mondays, at('2026-11-30T13:59:59Z')), false)
  assert.equal(holdsAt(mondays, at('2026-11-30T14:00:00Z')), true)
  assert.equal(holdsAt(mondays, at('2026-11-30T21:59:59Z')), true)
  assert.equal(holdsAt(mondays, at('2026-11-30T22:00:00Z')), false)
  assert.equal(holdsAt(mondays, at('2026-06-29T13:00:00Z')), true)
  assert.equal(holdsAt(mondays, at('2026-12-01T15:00:00Z')), false)
  assert.equal(holdsAt(null, at('2026-12-01T15:00:00Z')), true)
})

test('a night shift is one shift, over midnight and from Sunday into Monday', () => {
  assert.equal(holdsAt(nights, at('2026-11-28T22:00:00Z')), true)
  assert.equal(holdsAt(nights, at('2026-11-29T05:59:00Z')), true)
  assert.equal(holdsAt(nights, at('2026-11-29T06:00:00Z')), false)
  const sundays: WeeklyHours[] = [{ days: [7], from: '22:00', until: '07:00' }]
  assert.equal(holdsAt(sundays, at('2026-11-30T05:00:00Z')), true)
  assert.equal(holdsAt(sundays, at('2026-11-23T05:00:00Z')), true)
})

test('the same beginning and end is a whole day', () => {
  const friday: WeeklyHours[] = [{ days: [5], from: '08:00', until: '08:00' }]
  assert.equal(holdsAt(friday, at('2026-11-28T06:59:00Z')), true)
  assert.equal(holdsAt(friday, at('2026-11-28T07:00:00Z')), false)
})

test('the hour that comes twice counts twice, and the one that is skipped never comes', () => {
  const early: WeeklyHours[] = [{ days: [7], from: '02:15', until: '02:45' }]
  assert.equal(holdsAt(early, at('2026-10-25T00:30:00Z')), true)
  assert.equal(holdsAt(early, at('2026-10-25T01:30:00Z')), true)
  const minutes = Array.from(
    { length: 300 },
    (_, minute) => new Date(at('2026-03-28T23:00:00Z').getTime() + minute * 60_000),
  )
  assert.equal(
    minutes.some((minute) => holdsAt(early, minute)),
    false,
  )
})

test('the next beginning is told, after a change of the clock too', () => {
  assert.deepEqual(nextBeginning(mondays, at('2026-11-25T12:00:00Z')), at('2026-11-30T14:00:00Z'))
  assert.deepEqual(nextBeginning(mondays, at('2026-11-30T22:00:00Z')), at('2026-12-07T14:00:00Z'))
  assert.deepEqual(nextBeginning(mondays, at('2026-03-24T12:00:00Z')), at('2026-03-30T13:00:00Z'))
  const skipped: WeeklyHours[] = [{ days: [7], from: '02:30', until: '04:00' }]
  assert.deepEqual(nextBeginning(skipped, at('2026-03-28T12:00:00Z')), at('2026-03-29T01:00:00Z'))
  assert.equal(nextBeginning([], at('2026-03-28T12:00:00Z')), null)
})

test('hours of a role and of an account that must both hold have a first moment together, or none', () => {
  const evenings: WeeklyHours[] = [{ days: [1, 2, 3, 4, 5], from: '20:00', until: '06:00' }]
  assert.deepEqual(nextMomentInAll([mondays, evenings, null], at('2026-11-25T12:00:00Z')), at('2026-11-30T19:00:00Z'))
  const tuesdays: WeeklyHours[] = [{ days: [2], from: '08:00', until: '16:00' }]
  assert.equal(nextMomentInAll([mondays, tuesdays], at('2026-11-25T12:00:00Z')), null)
})

test('whether anything is ever open between two days is known before it is given', () => {
  const week = { from: at('2026-11-24T00:00:00Z'), until: at('2026-11-30T14:00:00Z') }
  assert.equal(everHolds([mondays], week), false)
  assert.equal(everHolds([mondays], { ...week, until: at('2026-11-30T14:01:00Z') }), true)
  assert.equal(everHolds([mondays], { ...week, until: null }), true)
  assert.equal(everHolds([mondays], { from: at('2026-11-30T21:59:00Z'), until: at('2026-12-01T00:00:00Z') }), true)
  // The night when the clock is put forward has no such hour, and the next has.
  const early: WeeklyHours[] = [{ days: [7], from: '02:15', until: '02:45' }]
  const night = { from: at('2027-03-27T23:00:00Z'), until: at('2027-03-28T22:00:00Z') }
  assert.equal(everHolds([early], night), false)
  assert.equal(everHolds([early], { ...night, until: at('2027-04-04T22:00:00Z') }), true)
})

test('hours are within others when all of theirs are, over midnight and over the end of the week too', () => {
  const sundayNight: WeeklyHours[] = [{ days: [7], from: '22:00', until: '07:00' }]
  const mondayDawn: WeeklyHours[] = [{ days: [1], from: '05:00', until: '07:00' }]
  assert.equal(isWithin(mondayDawn, sundayNight), true)
  assert.equal(isWithin(sundayNight, mondayDawn), false)
  assert.equal(isWithin([{ days: [1], from: '05:00', until: '07:01' }], sundayNight), false)
  assert.equal(isWithin(null, sundayNight), false)
  assert.equal(isWithin(sundayNight, null), true)
  const allDays = [1, 2, 3, 4, 5, 6, 7]
  assert.equal(isWithin(null, [{ days: allDays, from: '00:00', until: '00:00' }]), true)
  assert.equal(isWithin(null, [{ days: allDays, from: '08:00', until: '07:59' }]), false)
})

test('the end of what holds now is told, over midnight, over the week and over a change of the clock', () => {
  assert.deepEqual(nextEnd(mondays, at('2026-11-30T14:00:00Z')), at('2026-11-30T22:00:00Z'))
  assert.equal(nextEnd(mondays, at('2026-11-30T22:00:00Z')), null)
  assert.deepEqual(nextEnd(nights, at('2026-11-28T22:30:00Z')), at('2026-11-29T06:00:00Z'))
  const sundays: WeeklyHours[] = [{ days: [7], from: '22:00', until: '07:00' }]
  assert.deepEqual(nextEnd(sundays, at('2026-11-29T21:00:00Z')), at('2026-11-30T06:00:00Z'))
  // One after the other is one.
  assert.deepEqual(
    nextEnd([...mondays, { days: [1], from: '23:00', until: '02:00' }], at('2026-11-30T15:00:00Z')),
    at('2026-12-01T01:00:00Z'),
  )
  assert.deepEqual(nextEnd(nights, at('2026-10-24T22:00:00Z')), at('2026-10-25T06:00:00Z'))
  assert.deepEqual(nextEnd(nights, at('2027-03-27T23:00:00Z')), at('2027-03-28T05:00:00Z'))
  assert.equal(
    nextEnd([{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '00:00' }], at('2026-11-30T15:00:00Z')),
    null,
  )
  assert.equal(nextEnd(null, at('2026-11-30T15:00:00Z')), null)
})
