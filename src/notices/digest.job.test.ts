/** The mail of the morning. People, organisations and numbers are made up. */
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, beforeEach, test } from 'node:test'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { randomIds } from '../base/ids.ts'
import { findKeptMails } from '../mail/mails.store.ts'
import { mailKeyFrom } from '../mail/seal-mail.ts'
import { type DigestDeps, sendDigests } from './digest.job.ts'
import type { Audience } from './topics.ts'

const { db, close } = await openTestDatabase()
after(close)
const mailKey = mailKeyFrom(randomBytes(32))
let now = new Date()
const deps: DigestDeps = {
  db,
  ids: randomIds,
  clock: { now: () => now },
  mailKey,
  publicUrl: new URL('https://seb.example'),
}
const [clinic, anna, carl] = [randomUUID(), randomUUID(), randomUUID()]
const accounts = new Map<string, string>([anna, carl].map((person) => [person, randomUUID()]))
const long = new Date('2020-01-01T00:00:00Z')
await db
  .insertInto('organisation')
  .values({
    id: clinic,
    cvr: '99999901',
    name: 'Klinikken',
    kind: 'general-practice',
    status: 'active',
    created_at: long,
  })
  .execute()
for (const [person, account] of accounts) {
  const email = person === anna ? 'anna@seb-demo.example' : null
  await db.insertInto('person').values({ id: person, name: 'Anna Bro', email, created_at: long }).execute()
  const own = { person_id: person, organisation_id: clinic, key: account, status: 'active', valid_from: long } as const
  await db
    .insertInto('account')
    .values({ id: account, ...own, created_at: long })
    .execute()
}
beforeEach(async () => {
  for (const table of ['notice', 'notice_digest', 'mail'] as const) await db.deleteFrom(table).execute()
})

const tell = async (
  at: string,
  more: { person?: string; audience?: Audience; topic?: string; read?: boolean } = {},
) => {
  const { person = anna, audience = 'employee', topic = 'own-access', read = false } = more
  const told = { kind: 'x', delivery: 'digest', audience, topic, organisation_id: clinic } as const
  const row = { id: randomIds.uuid(), person_id: person, account_id: accounts.get(person) ?? null, ...told }
  await db
    .insertInto('notice')
    .values({ ...row, created_at: new Date(at), read_at: read ? new Date(at) : null })
    .execute()
}
/** What has been sent once the job has run at this moment. */
const sentAt = async (at: string) => {
  now = new Date(at)
  await sendDigests(deps)
  return (await findKeptMails(db, mailKey)).length
}

test('at 7 o’clock in Denmark one mail says how much there is of what, and where', async () => {
  await tell('2026-11-24T08:00:00Z')
  await tell('2026-11-24T09:00:00Z')
  await tell('2026-11-24T09:00:00Z', { topic: 'endings' })
  assert.equal(await sentAt('2026-11-25T05:59:59Z'), 0)
  assert.equal(await sentAt('2026-11-25T06:00:00Z'), 1)
  const [mail] = await findKeptMails(db, mailKey)
  assert.equal(mail?.content.subject, '3 nye beskeder i SEB')
  assert.deepEqual(mail?.content.blocks.slice(1), [
    'Klinikken:',
    {
      links: [
        {
          link: 'https://seb.example/mig/beskeder?om=employee-endings',
          text: 'Adgang, der snart slutter',
          after: ': 1',
        },
        {
          link: 'https://seb.example/mig/beskeder?om=employee-own-access',
          text: 'Din adgang er givet, ændret eller taget tilbage',
          after: ': 2',
        },
      ],
    },
    { link: 'https://seb.example/mig/beskeder', text: 'Læs dem i SEB' },
  ])
})

test('7 o’clock is by the clocks of Denmark on the days that they are changed', async () => {
  await tell('2026-03-28T12:00:00Z')
  assert.equal(await sentAt('2026-03-29T04:59:59Z'), 0)
  assert.equal(await sentAt('2026-03-29T05:00:00Z'), 1)
  await tell('2026-10-24T12:00:00Z')
  assert.equal(await sentAt('2026-10-25T05:59:59Z'), 1)
  assert.equal(await sentAt('2026-10-25T06:00:00Z'), 2)
})

test('a day has one mail, whatever happens after it and however often the job runs; the rest waits for the next', async () => {
  await tell('2026-11-24T08:00:00Z')
  await Promise.all([sentAt('2026-11-25T06:00:00Z'), sentAt('2026-11-25T06:00:00Z')])
  await tell('2026-11-25T06:30:00Z')
  assert.equal(await sentAt('2026-11-25T23:30:00Z'), 1)
  assert.equal(await sentAt('2026-11-26T06:00:00Z'), 2)
  assert.equal(await sentAt('2026-11-27T06:00:00Z'), 2)
})

test('a SEB that was down at 7 sends it when it is up', async () => {
  await tell('2026-11-24T08:00:00Z')
  await tell('2026-11-25T09:00:00Z')
  assert.equal(await sentAt('2026-11-25T11:00:00Z'), 1)
  assert.equal((await findKeptMails(db, mailKey))[0]?.content.subject, 'En ny besked i SEB')
})

test('nobody gets a mail of what they have read, may no longer see, or have no address for', async () => {
  await tell('2026-11-24T08:00:00Z', { read: true })
  await tell('2026-11-24T08:00:00Z', { audience: 'administrator', topic: 'employees' })
  await tell('2026-11-24T08:00:00Z', { person: carl })
  assert.equal(await sentAt('2026-11-25T06:00:00Z'), 0)
  assert.equal(await sentAt('2026-11-26T06:00:00Z'), 0)
})
