/** `seb export` on a real PostgreSQL, while people work. Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { exportConfiguration } from '../../src/configuration/export-configuration.ts'
import { openStorage, type Storage } from '../../src/storage/database.ts'
import { exportSample } from '../operators/export-sample.ts'
import { applyText, testApplyDeps } from '../support/apply-text.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { openTestDatabase } from '../support/test-database.ts'

let postgres: Postgres
let one: Storage
let embedded: Storage
before(async () => {
  postgres = await startPostgres()
  one = await openStorage({ engine: 'postgresql', url: await postgres.createDatabase(), poolSize: 4 })
  embedded = await openTestDatabase()
})
after(async () => {
  await one.close()
  await embedded.close()
  await postgres[Symbol.asyncDispose]()
})

test('an export comes whole out of PostgreSQL, into the embedded database, and back as the same document', async () => {
  const [here, there] = [testApplyDeps(one.db), testApplyDeps(embedded.db)]
  await applyText(here, JSON.stringify(exportSample))
  const { document } = await exportConfiguration(here, { operator: 'grethe' })
  assert.equal((await applyText(here, document)).output, 'Nothing to change.')
  assert.match((await applyText(there, document)).output, /\nApplied/)
  assert.equal((await exportConfiguration(there, { operator: 'grethe' })).document, document)
})

test('it shows everything as it was at one moment, and waits for nobody who is changing it', async () => {
  const deps = testApplyDeps(one.db)
  const before = (await exportConfiguration(deps, { operator: 'grethe' })).document
  await one.db.transaction().execute(async (trx) => {
    await trx.updateTable('organisation').set({ name: 'Halvt skrevet' }).execute()
    await trx.updateTable('unit').set({ name: 'Halvt skrevet' }).execute()
    assert.equal((await exportConfiguration(deps, { operator: 'grethe' })).document, before)
  })
  const after = (await exportConfiguration(deps, { operator: 'grethe' })).document
  assert.equal(after.match(/Halvt skrevet/g)?.length, 5)
})
