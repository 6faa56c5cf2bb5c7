import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minuteOfWeek, readMoment } from '../../base/danish-time.ts'
import { hour, reachOf } from './reach.ts'

const at = (day: string, time: string) => {
  const moment = readMoment(day, time)
  if (!moment) throw new Error(`${day} ${time}`)
  return moment
}
const now = at('2025-04-09', '10:00')
/** Four weeks in which 1,200 people of 80 organisations log in every hour from 7 to 17, and 12 of 3 at night. */
const hours = Array.from({ length: 28 * 24 }, (_, back) => {
  const beginsAt = new Date(now.getTime() - (back + 1) * hour)
  const clock = Math.floor(minuteOfWeek(beginsAt) / 60) % 24
  const busy = clock >= 7 && clock < 17
  return { beginsAt, people: busy ? 1200 : 12, organisations: busy ? 80 : 3 }
})

test('a window in the middle of the day meets those who usually log in then, and a quieter hour is proposed', () => {
  const { usual, quieter } = reachOf(
    { startsAt: at('2025-04-11', '13:00'), endsAt: at('2025-04-11', '14:00') },
    hours,
    now,
  )
  assert.deepEqual(usual, { people: 1200, organisations: 80 })
  assert.equal(quieter?.people, 12)
  assert.equal(
    quieter?.startsAt.toISOString(),
    at('2025-04-11', '17:00').toISOString(),
    'the nearest of the quiet ones',
  )
  assert.equal(quieter?.endsAt.toISOString(), at('2025-04-11', '18:00').toISOString())
})

test('half an hour meets half of them, a window at night is not moved, and what has passed is not proposed', () => {
  const half = reachOf({ startsAt: at('2025-04-11', '13:30'), endsAt: at('2025-04-11', '14:00') }, hours, now)
  assert.equal(half.usual?.people, 600)
  assert.equal(
    reachOf({ startsAt: at('2025-04-11', '23:00'), endsAt: at('2025-04-12', '01:00') }, hours, now).quieter,
    null,
  )
  const today = reachOf({ startsAt: at('2025-04-09', '13:00'), endsAt: at('2025-04-09', '14:00') }, hours, now)
  assert.ok(today.quieter && today.quieter.startsAt > now)
})

test('where nothing has been counted nothing is said', () => {
  assert.deepEqual(reachOf({ startsAt: now, endsAt: new Date(now.getTime() + hour) }, [], now), {
    usual: null,
    quieter: null,
  })
})
