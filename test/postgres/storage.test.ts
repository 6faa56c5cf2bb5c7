/** The one set of migrations on a real PostgreSQL. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openStorage } from '../../src/storage/database.ts'
import { describeSchema } from '../../src/storage/describe-schema.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { openTestDatabase } from '../support/test-database.ts'

let postgres: Postgres
before(async () => {
  postgres = await startPostgres()
})
after(() => postgres[Symbol.asyncDispose]())

const open = (url: string) => openStorage({ engine: 'postgresql', url, poolSize: 2 })

test('two processes that start at once on an empty PostgreSQL both come up, and each migration ran once', async () => {
  const url = await postgres.createDatabase()
  const [one, other] = await Promise.all([open(url), open(url)])
  try {
    const applied = await sql<{ tables: number }>`
      select count(*) as tables from pg_tables where schemaname = 'public'`.execute(one.db)
    assert.ok((applied.rows[0]?.tables ?? 0) > 10)
    assert.equal(await describeSchema(one.db), await describeSchema(other.db))
  } finally {
    await one.close()
    await other.close()
  }
})

test('PostgreSQL and the embedded engine get the same tables and columns', async () => {
  const server = await open(await postgres.createDatabase())
  const embedded = await openTestDatabase()
  try {
    assert.equal(await describeSchema(server.db), await describeSchema(embedded.db))
  } finally {
    await server.close()
    await embedded.close()
  }
})
