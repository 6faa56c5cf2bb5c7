/** Sealing while others write: what the embedded engine with its one connection cannot show. Everything here is made up. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { createSealer } from '../../src/audit/seal/seal-events.ts'
import { openStorage, type Storage } from '../../src/storage/database.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { openSealedAudit, type SealedAudit } from '../support/sealed-audit.ts'

const stack = new AsyncDisposableStack()
let postgres: Postgres
before(async () => {
  postgres = stack.use(await startPostgres())
})
after(() => stack.disposeAsync())

interface Scene extends AsyncDisposable {
  url: string
  audit: SealedAudit
  /** As another process would have it. */
  open(): Promise<Storage>
  /** A connection of its own, in the role of the sign-in. */
  connect(): Promise<pg.Client>
  sealed(): Promise<number[]>
}

async function scene(): Promise<Scene> {
  const own = new AsyncDisposableStack()
  const url = await postgres.createDatabase()
  const open = async () => {
    const storage = await openStorage({ engine: 'postgresql', url, poolSize: 4 })
    own.defer(() => storage.close())
    return storage
  }
  const audit = await openSealedAudit(await open())
  return {
    url,
    audit,
    open,
    connect: async () => {
      const client = new pg.Client({ connectionString: url, options: '-c role=seb_broker' })
      await client.connect()
      own.defer(() => client.end())
      return client
    },
    sealed: async () => {
      const rows = await audit.storage.db.selectFrom('audit_seal').select('sequence').orderBy('position').execute()
      return rows.map(({ sequence }) => sequence)
    },
    [Symbol.asyncDispose]: () => own.disposeAsync(),
  }
}

const insert = `insert into audit_event (id, at, action, outcome, actor_kind)
  values (gen_random_uuid(), now(), 'sign-in.started', 'success', 'person')`

test('an event that is committed late is never passed over, and never sealed out of order', async () => {
  await using it = await scene()
  const [slow, quick] = [await it.connect(), await it.connect()]
  await slow.query('begin')
  await slow.query(insert)
  await quick.query(insert)
  await it.audit.sealer.seal()
  await it.audit.sealer.seal()
  assert.deepEqual(await it.sealed(), [], 'number 2 stands, but number 1 is still out')
  await slow.query('commit')
  await it.audit.sealer.seal()
  assert.deepEqual(await it.sealed(), [1, 2])
})

test('an event whose number was taken before its transaction had written anything is waited for too', async () => {
  await using it = await scene()
  const [slow, quick] = [await it.connect(), await it.connect()]
  // A default that waits: the number is taken, and PostgreSQL has not yet given the transaction a number of its own.
  const owner = new pg.Client({ connectionString: it.url })
  await owner.connect()
  await owner.query(`select pg_advisory_lock(1);
    create function wait_for_test() returns text language sql as 'select pg_advisory_lock(1)::text';
    alter table audit_event alter column reference set default wait_for_test()`)
  const waiting = slow.query(insert)
  await eventuallyWaits(owner)
  await quick.query(insert.replace('actor_kind)', 'actor_kind, reference)').replace(`'person')`, `'person', null)`))
  await it.audit.sealer.seal()
  await it.audit.sealer.seal()
  assert.deepEqual(await it.sealed(), [])
  await owner.query('select pg_advisory_unlock(1)')
  await waiting
  await owner.end()
  await it.audit.sealer.seal()
  assert.deepEqual(await it.sealed(), [1, 2])
})

test('what is committed while something else is still out is sealed up to there, and the rest later', async () => {
  await using it = await scene()
  const [slow, quick] = [await it.connect(), await it.connect()]
  await quick.query(insert)
  await slow.query('begin')
  await slow.query(insert)
  await it.audit.sealer.seal()
  await quick.query(insert)
  await slow.query('rollback')
  await it.audit.sealer.seal()
  await it.audit.sealer.seal()
  assert.deepEqual(await it.sealed(), [1, 3])
})

test('writers that never pause do not keep the sealer from going on', async () => {
  await using it = await scene()
  const [one, other] = [await it.connect(), await it.connect()]
  await one.query('begin')
  await one.query(insert)
  for (let round = 0; round < 5; round++) {
    // There is always one transaction under way.
    await other.query('begin')
    await other.query(insert)
    await it.audit.sealer.seal()
    await one.query('commit')
    await it.audit.sealer.seal()
    await one.query('begin')
    await one.query(insert)
    await it.audit.sealer.seal()
    await other.query('commit')
  }
  assert.ok((await it.sealed()).length >= 5)
})

test('reading, also for hours as a backup does, does not hold the sealer up', async () => {
  await using it = await scene()
  const [backup, quick] = [await it.connect(), await it.connect()]
  await backup.query('begin isolation level repeatable read')
  await backup.query('select count(*) from audit_event')
  await quick.query(insert)
  await it.audit.sealer.seal()
  assert.deepEqual(await it.sealed(), [1])
})

test('four sealers at once over events that four write: one chain, nothing twice, nothing left out', async () => {
  await using it = await scene()
  const { clock, keys } = it.audit
  const sealers = [it.audit.sealer]
  for (let index = 0; index < 3; index++) sealers.push(createSealer({ db: (await it.open()).db, clock, keys }))
  let writing = true
  const writers = await Promise.all([1, 2, 3, 4].map(() => it.connect()))
  const written = Promise.all(
    writers.map(async (client, index) => {
      for (let event = 0; event < 200; event++) {
        await client.query('begin')
        await client.query(insert)
        await client.query(event % 10 === index ? 'rollback' : 'commit')
      }
    }),
  ).then(() => {
    writing = false
  })
  await Promise.all(
    sealers.map(async (sealer) => {
      while (writing) await sealer.seal()
    }),
  )
  await written
  await it.audit.sealer.seal()
  await it.audit.sealer.seal()
  const rows = await it.audit.storage.db.selectFrom('audit_event').select('sequence').orderBy('sequence').execute()
  assert.deepEqual(
    await it.sealed(),
    rows.map(({ sequence }) => sequence),
  )
  const positions = await it.audit.storage.db.selectFrom('audit_seal').select('position').orderBy('position').execute()
  assert.deepEqual(
    positions.map(({ position }) => position),
    rows.map((_, index) => index + 1),
  )
})

async function eventuallyWaits(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`)
    if (rows.length > 0) return
  }
}
