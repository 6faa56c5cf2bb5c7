/**
 * SEB whole, killed as a failing machine would (SIGKILL) with an administrator at work, again and again: what was told is what was
 * done, neither more nor less, and what was acknowledged is there.
 */
import assert from 'node:assert/strict'
import { randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { hashToken } from '../../src/people/sessions.store.ts'
import { applyText, testApplyDeps } from '../support/apply-text.ts'
import { eventually } from '../support/eventually.ts'
import { startSeb } from '../support/seb-process.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'
import { openTestDatabase } from '../support/test-database.ts'

const kills = 5
const token = 'made-up-for-a-test'

test('what was told is what was done, over kills of a whole SEB at work', async (t) => {
  await using stack = new AsyncDisposableStack()
  const dataDirectory = await temporaryDirectory(stack, 'seb')
  const database = join(dataDirectory, 'database')
  const employee = await prepare(database)
  let seb = await startSeb({ host: '127.0.0.16', dataDirectory, settings: { LOG_LEVEL: 'silent' } })
  stack.defer(() => seb.kill())

  const decide = async (way: 'spaer' | 'aabn') => {
    const answer = await fetch(`${seb.url}/admin/medarbejdere/${employee}/${way}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `seb_session=${token}`, origin: seb.url, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ begrundelse: 'made up' }),
    })
    assert.equal(answer.status, 303, await answer.text())
  }
  let acknowledged = 0
  for (let kill = 0; kill < kills; kill += 1) {
    let struck = false
    const work = (async () => {
      // Whatever the one that was cut off came to: the account is open to begin with.
      await decide('aabn').catch(() => undefined)
      for (let way: 'spaer' | 'aabn' = 'spaer'; !struck; way = way === 'spaer' ? 'aabn' : 'spaer') {
        await decide(way)
        acknowledged += 1
      }
    })().catch((error: unknown) => (struck ? undefined : Promise.reject(error)))
    const enough = acknowledged + randomInt(2, 8)
    await eventually('enough decisions', () => (acknowledged >= enough ? true : undefined), 30_000)
    // Another place in one each time.
    await setTimeout(randomInt(100))
    struck = true
    await seb.kill()
    await work
    seb = await startSeb(seb.options)
  }
  await seb.kill()

  const engine = await PGlite.create(database)
  try {
    const { rows } = await engine.query<{ action: string; events: number; notices: number; mails: number }>(
      `select action, count(*)::integer as events,
        (select count(*)::integer from notice where kind = action and subject_account_id = $1::uuid) as notices,
        (select count(*)::integer from mail where kind = action) as mails
      from audit_event where object_id = $2 and action in ('account.suspended', 'account.reopened') group by action`,
      [employee, employee],
    )
    for (const { events, notices, mails } of rows) assert.deepEqual([notices, mails], [events, events])
    const events = rows.reduce((sum, row) => sum + row.events, 0)
    assert.ok(events >= acknowledged)
    t.diagnostic(`${kills} kills, ${events} decisions, ${acknowledged} of them acknowledged before a kill`)
  } finally {
    await engine.close()
  }
})

/** A clinic with a chief administrator who is logged in, and an employee with a mail address, whose account is returned. */
async function prepare(directory: string): Promise<string> {
  const { db, close } = await openTestDatabase(directory)
  const applied = await applyText(
    testApplyDeps(db),
    `
organisations: [{ cvr: '99999901', name: Klinikken, kind: general-practice }]
identityProviders:
  - key: nemlog-in
    kind: nemlog-in
    names: { da: NemLog-in, en: NemLog-in }
    category: national
    highestAssurance: High
    metadata: { inline: '<m entityID="https://nemlog-in.example"/>' }
people:
  - { key: anna, name: Anna Bro, email: anna@seb-demo.example, accounts: [{ cvr: '99999901', key: anna, from: '2020-01-01' }] }
  - key: chief
    name: Charlotte Chef
    accounts: [{ cvr: '99999901', key: chief, from: '2020-01-01', administrator: { level: chief } }]
`,
  )
  assert.match(applied.output, /Applied/)
  const provider = await db.selectFrom('identity_provider').select('id').executeTakeFirstOrThrow()
  const accounts = await db.selectFrom('account').select(['id', 'key', 'person_id']).execute()
  const [anna, chief] = ['anna', 'chief'].map((key) => accounts.find((row) => row.key === key) ?? assert.fail())
  const authentication = {
    kind: 'professional',
    assurance: 'High',
    attributes: { cvr: ['99999901'] },
    sessionNotOnOrAfter: null,
  }
  const now = new Date()
  await db
    .insertInto('session')
    .values({
      id: randomUUID(),
      token_hash: hashToken(token),
      person_id: chief?.person_id ?? null,
      identity_provider_id: provider.id,
      authentication: JSON.stringify(authentication),
      started_at: now,
      last_used_at: now,
    })
    .execute()
  await close()
  return anna?.id ?? assert.fail()
}
