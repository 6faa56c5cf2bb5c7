import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterWorkingDays, beforeWorkingDays } from './working-days.ts'

const at = (text: string) => new Date(`${text}+01:00`)
const summer = (text: string) => new Date(`${text}+02:00`)

test('three working days after a Friday morning is Wednesday morning', () => {
  assert.deepEqual(afterWorkingDays(at('2026-11-20T10:00'), 3), at('2026-11-25T10:00'))
})

test('what begins at the weekend begins on Monday', () => {
  assert.deepEqual(afterWorkingDays(at('2026-11-21T14:00'), 1), at('2026-11-24T00:00'))
})

test('public holidays are no working days, and Christmas is long', () => {
  assert.deepEqual(afterWorkingDays(at('2026-12-23T09:00'), 3), at('2026-12-29T09:00'), '24 is one, 25 is none')
  assert.deepEqual(afterWorkingDays(summer('2026-04-01T09:00'), 1), summer('2026-04-07T09:00'), 'all of Easter')
})

test('the time of the day stays when the clocks change', () => {
  assert.deepEqual(afterWorkingDays(at('2026-03-27T09:00'), 1), summer('2026-03-30T09:00'))
})

test('what has waited so long is exactly what began long enough ago, at any hour of a year', () => {
  const hour = 3_600_000
  const beginning = at('2026-01-01T00:00').getTime()
  for (let days = 1; days <= 3; days += 1)
    for (let tried = 0; tried < 300; tried += 1) {
      const began = new Date(beginning + tried * 28.9 * hour)
      const due = afterWorkingDays(began, days)
      for (const after of [-hour, 0, hour, 26 * hour]) {
        const now = new Date(due.getTime() + after)
        const waited = began <= beforeWorkingDays(now, days)
        assert.equal(waited, after >= 0, `${began.toISOString()}, ${days} days, asked ${now.toISOString()}`)
      }
    }
})
