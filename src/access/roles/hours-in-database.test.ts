/** The database and the program say the same of hours of the week, at any moment of the year. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import { holdsAt, type WeeklyHours } from '../../base/weekly-hours.ts'

const { db, close } = await openTestDatabase()
after(close)

const all: WeeklyHours[][] = [
  [{ days: [1], from: '15:00', until: '23:00' }],
  [{ days: [6, 7], from: '22:00', until: '07:30' }],
  [{ days: [5], from: '08:00', until: '08:00' }],
  [{ days: [7], from: '02:15', until: '02:45' }],
  [
    { days: [1, 2, 3, 4, 5], from: '00:00', until: '00:00' },
    { days: [7], from: '23:59', until: '00:01' },
  ],
]

test('every 37 minutes through a year, with its two changes of the clock', async () => {
  const start = Date.UTC(2026, 0, 1)
  const moments = Array.from({ length: 14_500 }, (_, at) => new Date(start + at * 37 * 60_000))
  for (const hours of all) {
    const { rows } = await sql<{ at: Date }>`
      select at from unnest(${moments}::timestamptz[]) at where in_hours(${JSON.stringify(hours)}::jsonb, at)`.execute(
      db,
    )
    assert.deepEqual(
      rows.map(({ at }) => at.toISOString()),
      moments.filter((at) => holdsAt(hours, at)).map((at) => at.toISOString()),
    )
  }
  const { rows } = await sql<{ always: boolean }>`select in_hours(null, now()) as always`.execute(db)
  assert.equal(rows[0]?.always, true)
})
