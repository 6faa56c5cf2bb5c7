import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBeginning, readEnd, readMoment } from './danish-time.ts'

test('a day begins at midnight in Copenhagen, in winter and in summer', () => {
  assert.equal(readBeginning('2026-11-23')?.toISOString(), '2026-11-22T23:00:00.000Z')
  assert.equal(readBeginning('2026-07-01')?.toISOString(), '2026-06-30T22:00:00.000Z')
})

test('access until a day lasts that whole day, also when clocks change', () => {
  assert.equal(readEnd('2026-12-31')?.toISOString(), '2026-12-31T23:00:00.000Z')
  assert.equal(readBeginning('2026-03-29')?.toISOString(), '2026-03-28T23:00:00.000Z')
  assert.equal(readEnd('2026-03-29')?.toISOString(), '2026-03-29T22:00:00.000Z')
  assert.equal(readBeginning('2026-10-25')?.toISOString(), '2026-10-24T22:00:00.000Z')
  assert.equal(readEnd('2026-10-25')?.toISOString(), '2026-10-25T23:00:00.000Z')
})

test('an instant is taken as it stands', () => {
  assert.equal(readEnd('2026-11-23T08:00:00+01:00')?.toISOString(), '2026-11-23T07:00:00.000Z')
  assert.equal(readBeginning('2026-11-23T08:00Z')?.toISOString(), '2026-11-23T08:00:00.000Z')
})

test('a day or time that does not exist is none', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-11-23T25:00:00Z',
    '2026-11-23T08:00:00',
    '23-11-2026',
    '',
    'now',
  ])
    assert.equal(readBeginning(text), null, text)
})

test('a time is what clocks in Denmark show, also on the days that they change', () => {
  assert.equal(readMoment('2026-11-23', '13:05')?.toISOString(), '2026-11-23T12:05:00.000Z')
  assert.equal(readMoment('2026-03-29', '12:00')?.toISOString(), '2026-03-29T10:00:00.000Z')
  assert.equal(readMoment('2026-10-25', '00:30')?.toISOString(), '2026-10-24T22:30:00.000Z')
  for (const [day, time] of [
    ['2026-02-29', '12:00'],
    ['2026-11-23', '24:00'],
    ['2026-11-23', ''],
  ] as const)
    assert.equal(readMoment(day, time), null)
})
