/** What SEB does by itself, on a real PostgreSQL with two processes at it. The parties are made up. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { tidy } from '../../src/brokering/tidy.job.ts'
import { type RefreshDeps, refreshDueMetadata } from '../../src/configuration/refresh-metadata.job.ts'
import { openStorage, type Storage } from '../../src/storage/database.ts'
import { applyText, testApplyDeps } from '../support/apply-text.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { testClock } from '../support/test-clock.ts'

const clock = testClock()
let postgres: Postgres
let storages: Storage[]

before(async () => {
  postgres = await startPostgres()
  const url = await postgres.createDatabase()
  const open = () => openStorage({ engine: 'postgresql', url, poolSize: 5 })
  storages = [await open(), await open()]
})
after(async () => {
  for (const storage of storages) await storage.close()
  await postgres[Symbol.asyncDispose]()
})

test('of two processes that fetch metadata at once, one asks each address', async () => {
  const asked: string[] = []
  const deps = storages.map(({ db }): RefreshDeps & ReturnType<typeof testApplyDeps> => ({
    ...testApplyDeps(db),
    clock,
    fetchMetadata: async (address) => {
      asked.push(address)
      return Buffer.from(`<m entityID="${address}" read="${clock.now().toISOString()}"/>`)
    },
  }))
  const [first] = deps
  assert.ok(first)
  const services = Array.from({ length: 40 }, (_, index) => ({
    key: `service-${index}`,
    names: { da: 'Prøve', en: 'Trial' },
    shortName: 'Prøve',
    audience: 'professional',
    lowestAssurance: 'Low',
    access: 'authenticated',
    metadata: { address: `https://service-${index}.example/metadata` },
  }))
  assert.equal((await applyText(first, JSON.stringify({ services }))).exitCode, 0)
  asked.length = 0
  clock.moveMinutes(60)
  await Promise.all(deps.map((each) => refreshDueMetadata(each)))
  assert.equal(asked.length, 40)
  assert.equal(new Set(asked).size, 40)
})

test('two processes that tidy at once do not get in each other’s way', async () => {
  const [one] = storages
  assert.ok(one)
  const values = Array.from({ length: 3000 }, (_, index) => ({
    issuer: 'https://provider.example',
    message_id: `_${index}`,
    expires_at: new Date(clock.now().getTime() - (index % 2 ? 60_000 : -60_000)),
  }))
  await one.db.insertInto('consumed_message').values(values).execute()
  await Promise.all(storages.map(({ db }) => tidy({ db, clock })))
  await tidy({ db: one.db, clock })
  const left = await one.db.selectFrom('consumed_message').select('expires_at').execute()
  assert.equal(left.length, 1500)
  assert.ok(left.every(({ expires_at }) => expires_at > clock.now()))
})
