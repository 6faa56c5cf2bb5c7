import assert from 'node:assert/strict'
import { test } from 'node:test'
import { easterSunday, holidayOn } from './danish-holidays.ts'

test('Easter falls as the almanac says', () => {
  const known: Record<number, string> = {
    2000: '2000-04-23',
    2008: '2008-03-23',
    2011: '2011-04-24',
    2024: '2024-03-31',
    2025: '2025-04-20',
    2026: '2026-04-05',
    2027: '2027-03-28',
    2038: '2038-04-25',
  }
  for (const [year, day] of Object.entries(known)) assert.equal(easterSunday(Number(year)), day)
})

test('the holidays that hang on Easter follow it', () => {
  assert.equal(holidayOn('2026-04-02'), 'maundy-thursday')
  assert.equal(holidayOn('2026-04-03'), 'good-friday')
  assert.equal(holidayOn('2026-04-06'), 'easter-monday')
  assert.equal(holidayOn('2026-05-14'), 'ascension-day')
  assert.equal(holidayOn('2026-05-25'), 'whit-monday')
})

test('Christmas and New Year are holidays, store bededag is not any more', () => {
  assert.equal(holidayOn('2026-12-25'), 'christmas-day')
  assert.equal(holidayOn('2027-01-01'), 'new-year')
  assert.equal(holidayOn('2026-05-01'), null)
  assert.equal(holidayOn('2026-11-25'), null)
})
