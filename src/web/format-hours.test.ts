import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWeekHours } from '../base/opening-hours.ts'
import { formatWeekHours } from './format-hours.ts'

const said = (hours: string, language: 'da' | 'en' = 'da') => formatWeekHours(readWeekHours(hours) ?? [], language)

test('the same hours on all working days are said once', () => {
  assert.equal(said('mon-fri 09:00-15:00'), 'hverdage kl. 9–15')
  assert.equal(said('mon-fri 09:00-15:00', 'en'), 'weekdays 9–15')
})

test('a day that differs is said by name', () => {
  assert.equal(said('mon-thu 08:00-16:00, fri 08:00-15:30'), 'mandag–torsdag kl. 8–16 og fredag kl. 8–15.30')
  assert.equal(said('mon-thu 08:00-16:00, fri 08:00-15:30', 'en'), 'Monday–Thursday 8–16 and Friday 8–15:30')
})
