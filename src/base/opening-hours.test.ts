import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openingAt, readWeekHours } from './opening-hours.ts'

const week = readWeekHours('mon-thu 08:00-16:00, fri 08:00-15:30') ?? []
const opening = { week, closedDays: ['12-24', '12-31'] }

test('hours are open from their first minute to before their last', () => {
  assert.deepEqual(openingAt(opening, new Date('2026-11-25T07:00:00Z')), {
    open: true,
    until: new Date('2026-11-25T15:00:00Z'),
  })
  assert.deepEqual(openingAt(opening, new Date('2026-11-25T15:00:00Z')), {
    open: false,
    next: new Date('2026-11-26T07:00:00Z'),
  })
})

test('Friday afternoon waits for Monday', () => {
  assert.deepEqual(openingAt(opening, new Date('2026-11-27T14:30:00Z')), {
    open: false,
    next: new Date('2026-11-30T07:00:00Z'),
  })
})

test('Christmas Eve, the holidays and the weekend are looked past', () => {
  assert.deepEqual(openingAt(opening, new Date('2026-12-24T09:00:00Z')), {
    open: false,
    next: new Date('2026-12-28T07:00:00Z'),
  })
})

test('summer time moves the hours with the clocks', () => {
  assert.deepEqual(openingAt(opening, new Date('2026-06-01T06:00:00Z')), {
    open: true,
    until: new Date('2026-06-01T14:00:00Z'),
  })
})

test('what never opens says so', () => {
  assert.deepEqual(openingAt({ week: week.map(() => null), closedDays: [] }, new Date('2026-11-25T07:00:00Z')), {
    open: false,
    next: null,
  })
})

test('hours that cannot be are not read', () => {
  for (const text of ['', 'mon 9-15', 'fri-mon 09:00-15:00', 'mon 15:00-09:00', 'mon 09:00-24:00', 'man 09:00-15:00'])
    assert.equal(readWeekHours(text), null, text)
})
