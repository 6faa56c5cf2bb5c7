/** Nobody keeps their own role in a review, nor judges their own emergency access, by any path. (Domain model, invariant 2) */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { beginReview } from '../../src/reviews/begin-review.ts'
import { daysAfter } from '../../src/reviews/review.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
import type { UserAgent } from '../interop/user-agent.ts'
import { accountId } from '../support/administration.ts'
import { anna, birgit, clinicCvr, sor } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { notifyDeps } from '../support/notify-deps.ts'
import { erik, frida, hans, ingrid, openRequestStage } from '../support/requests.ts'

const assignments = [{ service: 'medicine', role: 'laege', scopes: { enhed: [sor] }, reason: 'made up' }]
const works = (key: string, more: object) => ({ cvr: clinicCvr, key, unit: 'klinik', assignments, ...more })
const administrator = { level: 'administrator', units: ['klinik'] }
const stage = await openRequestStage({
  people: [
    { key: 'birgit', name: birgit.name, accounts: [works('birgit', { professionalUuid: birgit.uuid })] },
    {
      key: 'erik',
      name: erik.name,
      accounts: [works('erik', { professionalUuid: erik.uuid, administrator }), works('erik-2', { rid: '12345678' })],
    },
    { key: 'hans', name: hans.name, accounts: [works('hans', { professionalUuid: hans.uuid })] },
    { key: 'ingrid', name: ingrid.name, accounts: [works('ingrid-c', { rid: '87654321' })] },
  ],
})
after(() => stage.close())
const { db, clock } = stage
const { organisation_id: clinic } = await db
  .selectFrom('account')
  .select('organisation_id')
  .where('key', '=', 'anna')
  .executeTakeFirstOrThrow()
const id = randomUUID()
await inOrganisation(db, clinic, (trx) => {
  const all = { unitIds: null, serviceIds: null, onlySensitive: false, silence: 'suspend', origin: 'chief' } as const
  return beginReview(notifyDeps(clock), trx, clinic, null, {
    id,
    name: 'Made up',
    ...all,
    deadline: daysAfter(clock.now(), 20),
    batchId: null,
  })
})
const review = `/admin/kontrol/${id}`

const roleOf = async (key: string) => {
  const { rows } = await stage.db.executeQuery(
    db
      .selectFrom('role_assignment as held')
      .innerJoin('service', 'service.id', 'held.service_id')
      .select(['held.id', 'held.account_id', 'held.withdrawn_at', 'held.valid_until'])
      .where('service.key', '=', 'medicine')
      .where('held.account_id', '=', await accountId(stage, key))
      .compile(),
  )
  return rows[0] ?? assert.fail(`${key} has no role`)
}
const decisionOn = async (key: string) => {
  const { id: assignmentId } = await roleOf(key)
  const item = await db
    .selectFrom('review_item')
    .select(['decision', 'decided_by'])
    .where('assignment_id', '=', assignmentId)
    .executeTakeFirstOrThrow()
  return item.decision
}
/** As if nobody had answered yet. */
const ask = async (...keys: string[]) => {
  for (const key of keys)
    await db
      .updateTable('review_item')
      .set({ decision: null, decided_by: null, decided_at: null, answered: null })
      .where('assignment_id', '=', (await roleOf(key)).id)
      .execute()
}
const answer = async (browser: UserAgent, key: string, typed: 'keep' | 'remove') => {
  const { id: assignmentId } = await roleOf(key)
  return stage.post(browser, review, { vist: assignmentId, [`rolle-${assignmentId}`]: typed })
}

test('the only chief administrator’s own stops as all others do, where an administrator’s limits cover it', async () => {
  const { id: assignmentId } = await roleOf('anna')
  const row = await db
    .selectFrom('review_item as item')
    .innerJoin('role_assignment as held', 'held.id', 'item.assignment_id')
    .select(['item.reasons', 'held.unanswered_from'])
    .where('held.id', '=', assignmentId)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row.reasons, [])
  assert.ok(row.unanswered_from)
})

test('an administrator’s own role is neither shown nor answered for, by an answer, among the rest, or by being changed', async () => {
  const browser = await stage.enter(erik)
  const own = await roleOf('erik')
  const page = await stage.open(browser, review)
  assert.match(textOf(page), /Birgit Dal/)
  assert.doesNotMatch(page.body, new RegExp(own.id))
  for (const typed of ['keep', 'remove'] as const) await answer(browser, 'erik', typed)
  const change = `/admin/medarbejdere/${own.account_id}/roller/${own.id}/ret`
  const typed = {
    'omfang-enhed': sor,
    fra: '2026-01-01',
    til: '2099-01-01',
    begrundelse: 'Fordi',
    trin: 'gem',
    set: '',
  }
  assert.equal((await stage.post(browser, change, typed)).status, 404)
  await stage.post(browser, review, { resten: 'behold' })
  assert.equal(await decisionOn('erik'), null)
  assert.equal(await decisionOn('birgit'), 'kept', 'the rest of the unit is')
  assert.equal((await roleOf('erik')).valid_until, null)
})

test('nobody answers for another account of their own', async () => {
  const browser = await stage.enter(erik)
  for (const typed of ['keep', 'remove'] as const) await answer(browser, 'erik-2', typed)
  await stage.post(browser, review, { resten: 'behold' })
  assert.equal(await decisionOn('erik-2'), null)
})

test('an account that turns out to be one’s own after the list was frozen is answered for by another', async () => {
  const mine = await db.selectFrom('account').select('person_id').where('key', '=', 'frida').executeTakeFirstOrThrow()
  const theirs = await db.selectFrom('account').select('person_id').where('key', '=', 'hans').executeTakeFirstOrThrow()
  await ask('hans')
  await db.updateTable('account').set({ person_id: mine.person_id }).where('key', '=', 'hans').execute()
  const browser = await stage.enter(frida)
  assert.doesNotMatch(textOf(await stage.open(browser, review)), /Resten .*Frida Hav Klinikken/)
  await answer(browser, 'hans', 'keep')
  await stage.post(browser, review, { resten: 'behold' })
  assert.equal(await decisionOn('hans'), null)
  await db.updateTable('account').set({ person_id: theirs.person_id }).where('key', '=', 'hans').execute()
})

test('who administers another organisation answers nothing in this one', async () => {
  const browser = await stage.enter(ingrid)
  assert.equal((await stage.open(browser, review)).status, 404)
  assert.equal((await answer(browser, 'ingrid-c', 'keep')).status, 404)
  assert.equal((await stage.post(browser, review, { resten: 'behold' })).status, 404)
  const { id: assignmentId } = await roleOf('ingrid-c')
  assert.equal((await stage.post(browser, `${review}/fortryd`, { rolle: assignmentId })).status, 404)
})

test('a removal of one’s own role is undone by somebody else only', async () => {
  await ask('erik')
  await answer(await stage.enter(anna), 'erik', 'remove')
  const browser = await stage.enter(erik)
  const { id: assignmentId } = await roleOf('erik')
  await stage.post(browser, `${review}/fortryd`, { rolle: assignmentId })
  assert.ok((await roleOf('erik')).withdrawn_at)
  await stage.post(await stage.enter(anna), `${review}/fortryd`, { rolle: assignmentId })
  assert.equal((await roleOf('erik')).withdrawn_at, null)
})

test('a stand-in answers within what the absent one may, and still not for themselves', async () => {
  await ask('birgit', 'hans')
  const day = (days: number) => daysAfter(clock.now(), days).toISOString().slice(0, 10)
  const away = `/admin/administratorer/${await accountId(stage, 'erik')}/vaek`
  const fields = { id: randomUUID(), fra: day(0), til: day(2), stedfortraeder: await accountId(stage, 'birgit') }
  await stage.post(await stage.enter(anna), away, fields)
  const browser = await stage.enter(birgit)
  await answer(browser, 'birgit', 'keep')
  await stage.post(browser, review, { resten: 'behold' })
  assert.equal(await decisionOn('birgit'), null)
  assert.equal(await decisionOn('hans'), 'kept')
})

test('the only chief administrator who is security officer as well does not answer for themselves', async () => {
  const account = await accountId(stage, 'anna')
  const appointed = { appointed_by: 'test', appointed_at: clock.now() }
  await insertRows(db, 'organisation_function', [
    { id: randomUUID(), account_id: account, function: 'security-officer', ...appointed },
  ])
  await ask('anna')
  const browser = await stage.enter(anna)
  await browser.press(await browser.get(`${stage.url}/admin/handl-for`), 'sikkerhedsansvarlig')
  const { id: assignmentId } = await roleOf('anna')
  assert.doesNotMatch((await stage.open(browser, review)).body, new RegExp(assignmentId))
  await answer(browser, 'anna', 'keep')
  await stage.post(browser, review, { resten: 'behold' })
  assert.equal(await decisionOn('anna'), null)
})

test('the database itself takes no answer by whose role it is', async () => {
  const own = await db.selectFrom('account').select('person_id').where('key', '=', 'anna').executeTakeFirstOrThrow()
  const { id: assignmentId } = await roleOf('anna')
  const kept = { decision: 'kept' as const, decided_by: own.person_id, decided_at: clock.now(), answered: '{}' }
  await assert.rejects(
    db.updateTable('review_item').set(kept).where('assignment_id', '=', assignmentId).execute(),
    /review_by_another/,
  )
})

test('nobody judges emergency access that another account of theirs, or they themselves elsewhere, took', async () => {
  const { id: assignmentId, account_id } = await roleOf('erik-2')
  const { person_id } = await db
    .selectFrom('account')
    .select('person_id')
    .where('id', '=', account_id)
    .executeTakeFirstOrThrow()
  const held = await db
    .selectFrom('role_assignment')
    .select(['role_id', 'service_id'])
    .where('id', '=', assignmentId)
    .executeTakeFirstOrThrow()
  const emergency = randomUUID()
  await insertRows(db, 'emergency_access', [
    {
      id: emergency,
      reference: randomIds.reference(),
      organisation_id: clinic,
      account_id,
      person_id,
      ...held,
      assignment_id: assignmentId,
      reason: 'made up',
      taken_at: clock.now(),
      ends_at: daysAfter(clock.now(), 1),
    },
  ])
  const path = `/admin/noedadgang/${emergency}`
  for (const person of [erik, ingrid]) {
    const browser = await stage.enter(person)
    await stage.post(browser, path, { svar: 'justified', besked: 'Det var nødvendigt', version: '1' })
    const row = await db
      .selectFrom('emergency_access')
      .select('verdict')
      .where('id', '=', emergency)
      .executeTakeFirstOrThrow()
    assert.equal(row.verdict, null, person.name)
  }
})
