import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../test/support/test-database.ts'

const { db, close } = await openTestDatabase()
after(close)

test('work that goes on and on lets those be heard who come meanwhile', async () => {
  let heard = false
  setImmediate(() => {
    heard = true
  })
  for (let at = 0; at < 100 && !heard; at++) await db.transaction().execute((trx) => sql`select 1`.execute(trx))
  assert.ok(heard)
})
