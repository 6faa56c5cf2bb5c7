import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MessageRefused, type RefusalReason } from './message-refused.ts'
import { readInstant, requireRecent, secondsAfter, writeInstant } from './saml-time.ts'

const refused = (reason: RefusalReason) => (error: unknown) =>
  error instanceof MessageRefused && error.reason === reason
const now = new Date('2026-11-24T08:00:00Z')

test('times are read in UTC with up to nine digits of fraction, and written to the second', () => {
  assert.equal(readInstant('2026-11-24T08:00:00Z').getTime(), now.getTime())
  assert.equal(readInstant('2026-11-24T08:00:00.5Z').getTime(), now.getTime() + 500)
  assert.equal(readInstant('2026-11-24T08:00:00.123456789Z').getTime(), now.getTime() + 123)
  assert.equal(writeInstant(new Date(now.getTime() + 999)), '2026-11-24T08:00:00Z')
})

test('a time that is not plainly in UTC is refused', () => {
  for (const odd of [
    '',
    '2026-11-24T08:00:00',
    '2026-11-24T08:00:00+01:00',
    '2026-11-24T08:00:00+00:00',
    '2026-11-24 08:00:00Z',
    '2026-11-24T08:00:00z',
    '2026-11-24',
    '2026-02-30T08:00:00Z',
    '2026-13-01T08:00:00Z',
    '2026-11-24T24:00:00Z',
    '2026-12-31T23:59:60Z',
    '2026-11-24T08:00:00.Z',
    ' 2026-11-24T08:00:00Z',
    '+012026-11-24T08:00:00Z',
    '２０２６-11-24T08:00:00Z',
    '1795507200',
  ])
    assert.throws(() => readInstant(odd), refused('time-malformed'), odd)
})

test('clocks may differ by three minutes; a message of more than five minutes is old', () => {
  for (const seconds of [-299, -179, 0, 179, 180]) requireRecent(secondsAfter(now, seconds), now)
  assert.throws(() => requireRecent(secondsAfter(now, 181), now), refused('not-yet-valid'))
  assert.throws(() => requireRecent(secondsAfter(now, -301), now), refused('expired'))
})
