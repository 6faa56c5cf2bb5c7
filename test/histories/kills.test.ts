/**
 * Whoever changes somebody's access is cut off between any two statements, a thousand times: a mail, a message and an event are
 * there if and only if the change is. The engine is the real one. People, organisations and numbers are made up.
 */
import assert from 'node:assert/strict'
import { randomBytes, randomInt } from 'node:crypto'
import { after, test } from 'node:test'
import { type KyselyPlugin, sql } from 'kysely'
import type { Actor } from '../../src/access/admin/actor.ts'
import { assignRole } from '../../src/access/admin/assign/assign-role.ts'
import { changeAccount } from '../../src/access/admin/decide/change-account.ts'
import { withdrawRole } from '../../src/access/admin/decide/withdraw-role.ts'
import { writeDay } from '../../src/base/danish-time.ts'
import { randomIds } from '../../src/base/ids.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import type { Trx } from '../../src/storage/database.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { applyText, testApplyDeps } from '../support/apply-text.ts'
import { testClock } from '../support/test-clock.ts'
import { openTestDatabase } from '../support/test-database.ts'

const rounds = 1000
const { db, close } = await openTestDatabase()
after(close)

class Killed extends Error {}

/** Statements until the end; the last one reaches the database or does not. */
const fuse = { left: Number.POSITIVE_INFINITY, reaches: false }
const strike = () => {
  fuse.left -= 1
  if (fuse.left === 0) throw new Killed()
}
const killing: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (!fuse.reaches) strike()
    return node
  },
  transformResult: async ({ result }) => {
    if (fuse.reaches) strike()
    return result
  },
}
const mortal = db.withPlugin(killing)

await applyText(
  testApplyDeps(db),
  `
organisations:
  - { cvr: '99999901', name: Klinikken, kind: general-practice, units: [{ key: house, name: Huset }] }
services:
  - key: medicine
    names: { da: Medicinkort, en: Medication Record }
    shortName: Medicin
    audience: professional
    lowestAssurance: Substantial
    access: role
    metadata: { inline: '<m entityID="https://medicine.example"/>' }
    roles: [{ key: laege, names: { da: Læge, en: Doctor }, privileges: ['urn:laege'], lowestAssurance: Substantial }]
grants: [{ cvr: '99999901', service: medicine }]
people:
  - { key: anna, name: Anna Bro, email: anna@seb-demo.example, accounts: [{ cvr: '99999901', key: anna, unit: house, from: '2020-01-01' }] }
  - { key: chief, name: Charlotte Chef, accounts: [{ cvr: '99999901', key: chief, unit: house, administrator: { level: chief } }] }
`,
)
const account = async (key: string) =>
  db.selectFrom('account').selectAll().where('key', '=', key).executeTakeFirstOrThrow()
const [anna, chief] = [await account('anna'), await account('chief')]
const role = await db.selectFrom('role').select('id').where('key', '=', 'laege').executeTakeFirstOrThrow()
const organisation = { id: anna.organisation_id, cvr: '99999901', name: 'Klinikken' }
const limits = { unitIds: null, serviceIds: null }
const actor: Actor = {
  acting: { kind: 'chief-administrator', key: 'c', accountId: chief.id, organisation, unitName: null, limits },
  personId: chief.person_id,
  source: '127.0.0.1',
}
const mailKey = mailKeyFrom(randomBytes(32))
const deps = { clock: testClock(), ids: randomIds, mailKey, publicUrl: new URL('https://seb.example') }

const heldBy = async (trx: Trx) =>
  (
    await trx
      .selectFrom('role_assignment')
      .select('id')
      .where('account_id', '=', anna.id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
  )?.id
/** What an administrator does next: gives the role or takes it back, suspends or reopens. */
const deeds: readonly ((trx: Trx) => Promise<unknown>)[] = [
  async (trx) => {
    const held = await heldBy(trx)
    if (held) return withdrawRole(deps, trx, actor, { accountId: anna.id, assignmentId: held, reason: 'made up' })
    const typed = { scopes: {}, from: writeDay(deps.clock.now()), until: '', hours: [], reason: 'made up' }
    const given = { accountId: anna.id, roleId: role.id, assignmentId: randomIds.uuid(), exception: '' }
    return assignRole(deps, trx, actor, { ...given, typed })
  },
  async (trx) => {
    const { status } = await trx
      .selectFrom('account')
      .select('status')
      .where('id', '=', anna.id)
      .executeTakeFirstOrThrow()
    const change = status === 'active' ? 'suspend' : 'reopen'
    return changeAccount(deps, trx, actor, { accountId: anna.id, change, reason: 'made up' })
  },
]

/** What stands in the database of what happened, and how much was told of it. */
async function facts() {
  const { rows } = await sql<{ events: number; notices: number; mails: number; state: string }>`
    select (select count(*)::integer from audit_event where action ~ '^(role-assignment|account)\\.' and actor_kind = 'person') as events,
      (select count(*)::integer from notice) as notices, (select count(*)::integer from mail) as mails,
      (select status || (select count(*) || '/' || count(withdrawn_at) from role_assignment where account_id = account.id)
        from account where id = ${anna.id}) as state`.execute(db)
  return rows[0] ?? assert.fail()
}

test('a mail, a message and an event are there if and only if the change is, over a thousand kills', async (t) => {
  let [kills, changes] = [0, 0]
  let before = await facts()
  while (kills < rounds) {
    const deed = deeds[randomInt(deeds.length)]
    assert.ok(deed)
    Object.assign(fuse, { left: randomInt(1, 17), reaches: randomInt(2) === 1 })
    const killed = await inOrganisation(mortal, organisation.id, deed).then(
      () => false,
      (error: unknown) => (error instanceof Killed ? true : assert.fail(String(error))),
    )
    fuse.left = Number.POSITIVE_INFINITY
    const now = await facts()
    const more = [now.events - before.events, now.notices - before.notices, now.mails - before.mails]
    const changed = now.state !== before.state
    assert.equal(changed, !killed)
    assert.deepEqual(more, changed ? [1, 1, 1] : [0, 0, 0])
    kills += killed ? 1 : 0
    changes += changed ? 1 : 0
    before = now
  }
  assert.ok(changes > rounds / 20, `${changes} changes were left to happen`)
  t.diagnostic(`${kills} kills, ${changes} changes`)
})
