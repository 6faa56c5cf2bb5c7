/** `seb apply` on a real PostgreSQL. Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fromRoot } from '../../src/base/root.ts'
import { openStorage, type Storage } from '../../src/storage/database.ts'
import { applyText, testApplyDeps } from '../support/apply-text.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'

let postgres: Postgres
let one: Storage
let other: Storage
before(async () => {
  postgres = await startPostgres()
  const url = await postgres.createDatabase()
  one = await openStorage({ engine: 'postgresql', url, poolSize: 2 })
  other = await openStorage({ engine: 'postgresql', url, poolSize: 2 })
})
after(async () => {
  await one.close()
  await other.close()
  await postgres[Symbol.asyncDispose]()
})

const example = (name: string) => readFileSync(fromRoot('docs', 'operators', 'example', name), 'utf8')

test('a document that two operators apply at the same moment is applied once', async () => {
  const files = {
    'identity-provider.xml': example('identity-provider.xml'),
    'service.xml': example('service.xml'),
  }
  const outputs = await Promise.all(
    [one, other].map(async ({ db }) => (await applyText(testApplyDeps(db), example('seb.yaml'), { files })).output),
  )
  const [applied, nothing] = outputs.sort((a, b) => b.length - a.length)
  const added = applied?.split('\n').filter((line) => line.startsWith('+ ')).length ?? 0
  assert.ok(added > 10)
  assert.ok(applied?.endsWith(`\nApplied: ${added} added, 0 changed, 0 removed.`), applied)
  assert.equal(nothing, 'Nothing to change.')
  const events = await one.db.selectFrom('audit_event').select('action').execute()
  assert.equal(events.length, added + 1)
})

test('a change, a dry run and a mistake do on PostgreSQL what they do everywhere', async () => {
  const apply = (text: string, dryRun = false) => applyText(testApplyDeps(one.db), text, { dryRun })
  const people = `people: [{ key: karen, name: Karen Ny, cpr: '010101-9990', authorisations:
    [{ code: ZZ001, educationCode: '7170', educationType: Læge, from: 2020-01-01 }] }]`
  const dry = await apply(people, true)
  assert.match(dry.output, /~ person karen name: "Karen Prøve" → "Karen Ny"\n[\s\S]*cpr: changed/)
  assert.match((await apply(people)).output, /Applied: 1 added, 1 changed, 0 removed.$/)
  assert.equal((await apply(people)).output, 'Nothing to change.')
  const wrong = await apply(people.replace('karen', 'bo'))
  assert.match(wrong.output, /people\[0\].cpr: belongs to "karen"/)
})
