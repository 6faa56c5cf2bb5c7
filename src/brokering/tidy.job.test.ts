import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anna } from '../../test/support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../../test/support/clinic-stage.ts'
import { randomIds } from '../base/ids.ts'
import { tidy } from './tidy.job.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, clock, region, medicine } = stage

const tables = ['consumed_message', 'sign_in', 'session', 'session_participant', 'log_out', 'log_out_step'] as const

/** How many rows there are of each. */
async function counts(): Promise<Record<string, number>> {
  const found = await Promise.all(
    tables.map(async (table) => [table, (await db.selectFrom(table).select(db.fn.countAll().as('n')).execute())[0]?.n]),
  )
  return Object.fromEntries(found.map(([table, n]) => [table, Number(n)]))
}

test('what has expired is removed in its time, and what happened stays in the audit', async () => {
  const browser = stage.browser()
  fieldsFor(await stage.logIn(browser, medicine, region, anna), medicine)
  await browser.press(await browser.get(`${stage.url}/login/log-ud`), 'Log ud')
  const full = await counts()
  assert.ok(
    Object.values(full).every((count) => count > 0),
    JSON.stringify(full),
  )
  const events = (await stage.events()).length

  await tidy(stage)
  assert.deepEqual(await counts(), full, 'nothing is old yet')
  clock.moveMinutes(60)
  await tidy(stage)
  assert.deepEqual(await counts(), { ...full, consumed_message: 0 })
  clock.moveMinutes(24 * 60)
  await tidy(stage)
  assert.deepEqual(await counts(), { ...full, consumed_message: 0, sign_in: 0 })
  clock.moveMinutes(30 * 24 * 60)
  await tidy(stage)
  assert.deepEqual(await counts(), Object.fromEntries(tables.map((table) => [table, 0])))
  assert.equal((await stage.events()).length, events)
})

test('a solved case loses what was attached after 90 days, and goes after 800; one that is open stays', async () => {
  const start = clock.now()
  const common = { priority: 4, source: 'mail', subject: 'Made up', opened_at: start, tell_at: start } as const
  for (const [at, state] of (['resolved', 'in-progress'] as const).entries()) {
    const [id, entry, reference] = [randomIds.uuid(), randomIds.uuid(), `MADEUP0${at}`]
    const resolved_at = state === 'resolved' ? start : null
    await db
      .insertInto('desk_case')
      .values({ ...common, id, reference, kind: 'other', state, resolved_at, updated_at: start })
      .execute()
    await db.insertInto('desk_entry').values({ id: entry, case_id: id, at: start, kind: 'received' }).execute()
    const attachment = { id: randomIds.uuid(), entry_id: entry, name: 'x', kind: 'pdf' as const, size: 1 }
    await db
      .insertInto('desk_attachment')
      .values({ ...attachment, sealed: Buffer.from('x') })
      .execute()
    const mail = { digest: id, received_at: start, outcome: 'opened' as const, case_id: id, sender: 'x' }
    await db.insertInto('desk_mail').values(mail).execute()
  }
  const left = () =>
    Promise.all(
      (['desk_case', 'desk_entry', 'desk_attachment', 'desk_mail'] as const).map(
        async (table) => (await db.selectFrom(table).selectAll().execute()).length,
      ),
    )
  clock.moveMinutes(89 * 24 * 60)
  await tidy(stage)
  assert.deepEqual(await left(), [2, 2, 2, 2])
  clock.moveMinutes(2 * 24 * 60)
  await tidy(stage)
  assert.deepEqual(await left(), [2, 2, 1, 0])
  clock.moveMinutes(710 * 24 * 60)
  await tidy(stage)
  assert.deepEqual(await left(), [1, 1, 1, 0])
})

test('a session in use and a sign-in under way are left alone', async () => {
  const browser = stage.browser()
  fieldsFor(await stage.logIn(browser, medicine, region, anna), medicine)
  const atProvider = await stage.toProvider(stage.browser(), medicine, region)
  await tidy(stage)
  fieldsFor(await browser.get(stage.referrals.ask().url), stage.referrals)
  assert.ok(atProvider.id)
  assert.ok(
    await db.selectFrom('sign_in').select('id').where('upstream_message_id', '=', atProvider.id).executeTakeFirst(),
  )
})

test('many rows go in small steps', async () => {
  const values = Array.from({ length: 1200 }, (_, index) => ({
    issuer: 'https://provider.example',
    message_id: `_${index}`,
    expires_at: new Date(0),
  }))
  await db.insertInto('consumed_message').values(values).execute()
  await tidy(stage)
  const left = await db
    .selectFrom('consumed_message')
    .select('message_id')
    .where('expires_at', '=', new Date(0))
    .execute()
  assert.equal(left.length, 0)
})

test('somebody who comes back to a log-in of last week is told so, not that SEB is broken', async () => {
  const browser = stage.browser()
  const page = await browser.get(medicine.ask().url)
  clock.moveMinutes(7 * 24 * 60)
  await tidy(stage)
  const again = await browser.get(page.url)
  assert.equal(again.status, 400)
  assert.match(textOf(again), /log-in/i)
})
