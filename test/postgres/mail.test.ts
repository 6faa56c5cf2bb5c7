/** Mail on a real PostgreSQL: several processes claim, and connections are cut between any two statements. All made up. */
import assert from 'node:assert/strict'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type KyselyPlugin, sql } from 'kysely'
import { randomIds } from '../../src/base/ids.ts'
import { createLog } from '../../src/base/log.ts'
import { queueMail } from '../../src/mail/queue-mail.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import { sendMails } from '../../src/mail/send-mail.job.ts'
import { smtpCarrier } from '../../src/mail/smtp-carrier.ts'
import { notice, noticeKinds } from '../../src/notices/notice-kind.ts'
import { notify } from '../../src/notices/notify.ts'
import { openStorage, type Storage } from '../../src/storage/database.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { serviceDesk } from '../../src/web/desk.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { openSmtpServer } from '../support/smtp-server.ts'
import { testClock } from '../support/test-clock.ts'

let postgres: Postgres
let url: string
let storage: Storage
before(async () => {
  postgres = await startPostgres()
  url = await postgres.createDatabase()
  storage = await openStorage({ engine: 'postgresql', url, poolSize: 6 })
})
after(async () => {
  await storage.close()
  await postgres[Symbol.asyncDispose]()
})

const clock = testClock()
const mailKey = mailKeyFrom(randomBytes(32))
const deps = { clock, ids: randomIds, mailKey, publicUrl: new URL('https://seb.example') }

test('four processes send a thousand mails, each of them once', async () => {
  const { db } = storage
  const server = await openSmtpServer()
  const others = await Promise.all([1, 2, 3].map(() => openStorage({ engine: 'postgresql', url, poolSize: 2 })))
  const people = Array.from({ length: 1000 }, (_, number) => `n${number}@seb-demo.example`)
  const mails = people.map((email) => ({
    kind: 'test.sent',
    organisationId: null,
    to: { name: 'Made Up', email },
    language: 'da' as const,
    content: { subject: 'x', blocks: ['x'], why: 'x' },
  }))
  await db.transaction().execute((trx) => queueMail(deps, trx, mails))
  const sender = { from: 'SEB <seb@seb.example>', publicUrl: deps.publicUrl, desk: serviceDesk }
  try {
    await Promise.all(
      [storage, ...others].map(async ({ db: own }) => {
        const carrier = smtpCarrier(`smtp://127.0.0.1:${server.port}`)
        const left = () => own.selectFrom('mail').select('id').where('state', '=', 'waiting').limit(1).execute()
        while ((await left()).length > 0)
          await sendMails({ db: own, clock, log: createLog('silent'), mailKey, sender, carrier })
        carrier.close()
      }),
    )
    assert.equal(server.received.length, people.length)
    assert.deepEqual(server.received.flatMap(({ to }) => to).sort(), people.toSorted())
  } finally {
    await Promise.all(others.map((other) => other.close()))
    await server.close()
    await db.deleteFrom('mail').execute()
  }
})

const words = { subject: 'x', mail: 'x', shown: 'x', link: 'x' }
const kinds = noticeKinds(
  { told: { audience: 'employee', topic: 'own-access' } },
  { da: { told: words }, en: { told: words } },
)

test('a mail is there if and only if its change is, over connections that are cut between any two statements', async (t) => {
  const { db } = storage
  const [clinic, person, account] = [randomUUID(), randomUUID(), randomUUID()]
  const at = clock.now()
  const open = { status: 'active', created_at: at } as const
  await db
    .insertInto('organisation')
    .values({ id: clinic, cvr: '99999901', name: 'K', kind: 'general-practice', ...open })
    .execute()
  await db.insertInto('person').values({ id: person, name: 'P', email: 'p@seb-demo.example', created_at: at }).execute()
  const own = { id: account, person_id: person, organisation_id: clinic, key: 'p', valid_from: at }
  await db
    .insertInto('account')
    .values({ ...own, ...open })
    .execute()

  // The statement after which the connection is gone, cut from the server's side.
  const fuse = { left: 0, pid: 0 }
  const cutting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      fuse.left -= 1
      if (fuse.left === 0) await sql`select pg_terminate_backend(${fuse.pid})`.execute(db)
      return result
    },
  }
  const mortal = db.withPlugin(cutting)
  let cuts = 0
  for (let round = 0; round < 300; round += 1) {
    const key = `round-${round}`
    const change = inOrganisation(mortal, clinic, async (trx) => {
      const backend = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      Object.assign(fuse, { left: randomInt(1, 9), pid: backend.rows[0]?.pid ?? 0 })
      await trx
        .updateTable('account')
        .set({ valid_until: new Date(at.getTime() + (round + 1) * 1000) })
        .execute()
      const about = { toAccountIds: [account], organisationId: clinic, path: null, once: key }
      await notify(deps, trx, [notice(kinds.told, about)])
    })
    const failed = await change.then(
      () => false,
      () => true,
    )
    fuse.left = 0
    cuts += failed ? 1 : 0
    const { rows } = await sql<{ changed: boolean; notices: number; mails: number }>`
      select (select valid_until from account) = ${new Date(at.getTime() + (round + 1) * 1000)} as changed,
        (select count(*)::integer from notice where once = ${key}) as notices,
        (select count(*)::integer from mail) as mails`.execute(db)
    const [now] = rows
    const told = now?.changed ? 1 : 0
    // What was answered with yes is there; what was not may be there, but then the whole of it.
    if (!failed) assert.equal(told, 1)
    assert.deepEqual([now?.notices, now?.mails], [told, told])
    await db.deleteFrom('mail').execute()
  }
  assert.ok(cuts > 100)
  t.diagnostic(`${cuts} connections cut`)
})
