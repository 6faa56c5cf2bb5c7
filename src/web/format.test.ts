import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  formatAlternatives,
  formatDate,
  formatDateTime,
  formatDayCount,
  formatHourCount,
  formatList,
  formatReference,
  formatTime,
} from './format.ts'

const winter = new Date('2026-11-23T12:42:00Z')
const summer = new Date('2026-06-30T22:05:00Z')

test('dates and times are written as in Denmark, in Danish time', () => {
  assert.equal(formatDate(winter, 'da'), '23. nov. 2026')
  assert.equal(formatTime(winter, 'da'), 'kl. 13.42')
  assert.equal(formatDateTime(winter, 'da'), '23. nov. 2026 kl. 13.42')
  assert.equal(formatDateTime(summer, 'da'), '1. jul. 2026 kl. 0.05')
})

test('English pages write them in English, still in Danish time', () => {
  assert.equal(formatDateTime(winter, 'en'), '23 Nov 2026, 13:42')
  assert.equal(formatDateTime(summer, 'en'), '1 Jul 2026, 00:05')
})

test('names are joined as one says them', () => {
  assert.equal(formatList(['Anna', 'Bo', 'Carl'], 'da'), 'Anna, Bo og Carl')
  assert.equal(formatList(['Anna'], 'en'), 'Anna')
  assert.equal(formatAlternatives(['Læge', 'Sygeplejerske'], 'da'), 'Læge eller Sygeplejerske')
})

test('lengths of time are said in the singular as well', () => {
  assert.equal(formatDayCount(1, 'da'), '1 dag')
  assert.equal(formatDayCount(2, 'en'), '2 days')
  assert.equal(formatHourCount(60, 'en'), '1 hour')
  assert.equal(formatHourCount(120, 'da'), '2 timer')
})

test('a reference is read aloud in two groups', () => {
  assert.equal(formatReference('4F7K92QD'), '4F7K 92QD')
})
