/** Roles that one person may not hold together: asked wherever a role is given, whoever gives it. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { workBulkJobs } from '../../src/access/admin/bulk/bulk.job.ts'
import type { UserAgent } from '../interop/user-agent.ts'
import { accountId, appoint, enterAdministration } from '../support/administration.ts'
import { clinicCvr, sor } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import { notifyDeps } from '../support/notify-deps.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url, clock } = stage
const [annaId, birgitId] = [await accountId(stage, 'anna'), await accountId(stage, 'birgit')]
await appoint(stage, annaId, { level: 'chief' })
const roles = await db
  .selectFrom('role')
  .innerJoin('service', 'service.id', 'role.service_id')
  .select(['role.id', 'service.key as service'])
  .execute()
const roleOf = (service: string) => {
  const found = roles.find((role) => role.service === service)
  assert.ok(found)
  return found.id
}
const [medicine, referrals] = [roleOf('medicine'), roleOf('referrals')]
const { browser } = await enterAdministration(stage)
const today = clock.now().toISOString().slice(0, 10)
const later = new Date(clock.now().getTime() + 40 * 86_400_000).toISOString().slice(0, 10)

const conflictId = randomUUID()
await db
  .insertInto('role_conflict')
  .values({
    id: conflictId,
    key: 'orders-approves',
    name_da: 'Bestil og godkend',
    name_en: 'Order and approve',
    why_da: 'Den, der bestiller, må ikke selv godkende.',
    effect: 'blocked',
    created_at: clock.now(),
  })
  .execute()
await db
  .insertInto('role_conflict_role')
  .values([medicine, referrals].map((role_id) => ({ conflict_id: conflictId, role_id })))
  .execute()
const allowWithReason = (effect: 'blocked' | 'with-reason') =>
  db.updateTable('role_conflict').set({ effect }).where('id', '=', conflictId).execute()

const typed = { 'omfang-enhed': sor, fra: today, til: '', begrundelse: 'Vikar', trin: 'giv' }
const give = (from: UserAgent, account: string, role: string, fields: Record<string, string> = {}) => {
  const address = new URL(`${url}/admin/medarbejdere/${account}/tildel/${role}`)
  const all = { id: randomUUID(), ...typed, ...fields }
  return from.submit({ page: address, action: address, method: 'post', buttons: [], fields: all })
}
const post = (path: string, fields: Record<string, string>) =>
  browser.submit({ page: new URL(url), action: new URL(path, url), method: 'post', buttons: [], fields })
const mail = 'birgit@klinik.example'
await db.updateTable('person').set({ email: mail }).where('key', '=', 'birgit').execute()
const held = async (account: string) =>
  (
    await db
      .selectFrom('role_assignment')
      .select('role_id')
      .where('account_id', '=', account)
      .where('withdrawn_at', 'is', null)
      .execute()
  ).map(({ role_id }) => role_id)

test('a second role that does not go with the first is refused, with the rule, the role and why', async () => {
  assert.equal((await give(browser, birgitId, medicine)).status, 200)
  for (const trin of ['kontrol', 'giv']) {
    const refused = await give(browser, birgitId, referrals, { trin, til: later })
    assert.equal(refused.status, 422)
    assert.match(
      textOf(refused),
      /må ikke gives sammen med en rolle, personen har.*Bestil og godkend: rollen kan ikke gives, når personen har Læge i Medicinkortet\. Den, der bestiller, må ikke selv godkende\.(?!.*Hvorfor skal personen)/,
    )
    assert.equal(refused.forms[0]?.fields.begrundelse, 'Vikar')
  }
  assert.deepEqual(await held(birgitId), [medicine])
})

test('a role that begins when the other has ended is given', async () => {
  await db
    .updateTable('role_assignment')
    .set({ valid_until: new Date(later) })
    .where('account_id', '=', birgitId)
    .execute()
  const dayAfter = new Date(new Date(later).getTime() + 86_400_000).toISOString().slice(0, 10)
  assert.equal((await give(browser, birgitId, referrals, { fra: dayAfter })).status, 200)
  assert.equal((await held(birgitId)).length, 2)
  const { id } = await db
    .selectFrom('role_assignment')
    .select('id')
    .where('account_id', '=', birgitId)
    .where('role_id', '=', referrals)
    .executeTakeFirstOrThrow()
  const form = await browser.get(`${url}/admin/medarbejdere/${birgitId}/roller/${id}/ret`)
  const earlier = form.forms.map((each) => ({ ...each, fields: { ...each.fields, fra: today } }))
  const refused = await browser.press({ ...form, forms: earlier }, 'kontrol')
  assert.match(textOf(refused), /må ikke gives sammen med/)
  await db.deleteFrom('role_assignment').where('id', '=', id).execute()
  await db.updateTable('role_assignment').set({ valid_until: null }).where('account_id', '=', birgitId).execute()
})

test('another account of the same person in the organisation counts, and of two who give one each at once one is told no', async () => {
  const { person_id, organisation_id } = await db
    .selectFrom('account')
    .select(['person_id', 'organisation_id'])
    .where('id', '=', birgitId)
    .executeTakeFirstOrThrow()
  const second = randomUUID()
  const account = { id: second, person_id, organisation_id, key: 'birgit-2', status: 'active' as const }
  await db
    .insertInto('account')
    .values({ ...account, valid_from: clock.now(), created_at: clock.now() })
    .execute()
  await db.deleteFrom('role_assignment').where('account_id', '=', birgitId).execute()
  const answers = await Promise.all([give(browser, birgitId, medicine), give(browser, second, referrals)])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
  assert.equal((await held(birgitId)).length + (await held(second)).length, 1)
  await db.deleteFrom('role_assignment').where('account_id', 'in', [birgitId, second]).execute()
  await db.deleteFrom('account').where('id', '=', second).execute()
})

test('where the rule allows it, the role is given with a reason of its own and an end date, and that is in the log', async () => {
  await allowWithReason('with-reason')
  assert.equal((await give(browser, birgitId, medicine)).status, 200)
  const asked = await give(browser, birgitId, referrals, { trin: 'kontrol' })
  assert.equal(asked.status, 422)
  assert.match(
    textOf(asked),
    /Skriv, hvorfor rollen skal gives trods konflikten.*Skriv en slutdato.*Hvorfor skal personen have/,
  )
  const undtagelse = 'Ferieafløsning for lederen'
  const filled = asked.forms.map((each) => ({ ...each, fields: { ...each.fields, undtagelse, til: later } }))
  const check = await browser.press({ ...asked, forms: filled }, 'kontrol')
  assert.match(textOf(check), /Gives trods konflikt Ferieafløsning for lederen/)
  const done = await browser.press(check, 'giv')
  assert.match(textOf(done), /Rollen er givet/)
  assert.equal((await held(birgitId)).length, 2)
  const exception = await db.selectFrom('conflict_exception').selectAll().executeTakeFirstOrThrow()
  assert.equal(exception.reason, undtagelse)
  const events = await db
    .selectFrom('audit_event')
    .select('details')
    .where('action', '=', 'role-assignment.excepted')
    .execute()
  assert.equal(events.length, 1)
  assert.match(textOf(await browser.get(`${url}/admin/log`)), /gav rollen .* trods en konflikt med en anden rolle/)
})

test('a bundle whose roles do not go together, or with what somebody has, is given to nobody', async () => {
  await db.deleteFrom('conflict_exception').execute()
  await db.deleteFrom('role_assignment').where('account_id', '=', birgitId).execute()
  const part = (service: string) => ({ service, role: 'laege', scopes: { enhed: 'unit' } })
  const roleParts = ['medicine', 'referrals'].map(part)
  await stage.apply({ bundles: [{ cvr: clinicCvr, key: 'begge', name: 'Begge dele', roles: roleParts }] })
  const { id } = await db.selectFrom('bundle').select('id').executeTakeFirstOrThrow()
  const form = await browser.get(`${url}/admin/medarbejdere/${birgitId}/pakke/${id}`)
  const filled = form.forms.map((each) => ({ ...each, fields: { ...each.fields, begrundelse: 'Ny' } }))
  const last = filled.at(-1)
  assert.ok(last)
  const refused = await browser.submit(last)
  assert.equal(refused.status, 422)
  assert.match(textOf(refused), /Bestil og godkend: rollen kan ikke gives, når personen har Læge i/)
  assert.deepEqual(await held(birgitId), [])
})

test('a file of changes says of its rows which do not go together, and of those carried out later which no longer do', async () => {
  const rows = [
    'handling;mail;tjeneste;rolle;gælder for;begrundelse',
    `giv;${mail};Medicinkortet;Læge;egen enhed;Ny`,
    `giv;${mail};referrals;Læge;egen enhed;Ny`,
  ]
  const page = await post('/admin/masseaendring', { raekker: rows.join('\n'), begrundelse: '' })
  assert.match(
    textOf(page),
    /2 Birgit Dal Får rollen.*3 Birgit Dal Fejl: Bestil og godkend: rollen kan ikke gives, når personen har Læge i Medicinkortet/,
  )
  const other = await give(browser, birgitId, referrals)
  assert.equal(other.status, 200)
  await browser.press(page, 'Udfør 1 række')
  await workBulkJobs({ db: stage.db, ...notifyDeps(stage.clock) })
  assert.match(
    textOf(await browser.get(page.url.href)),
    /Bestil og godkend: rollen kan ikke gives, når personen har Læge/,
  )
  assert.deepEqual(await held(birgitId), [referrals])
  await db.deleteFrom('role_assignment').where('account_id', '=', birgitId).execute()
  await give(browser, birgitId, medicine)
})

test('a role that the silence of a review has stopped stands in no way, and does not come back beside one given since', async () => {
  await allowWithReason('blocked')
  const frist = new Date(clock.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10)
  const begun = await post('/admin/kontrol/ny', { id: randomUUID(), navn: 'Kontrol', frist, tavshed: 'suspend' })
  const review = begun.url.pathname
  assert.equal((await give(browser, birgitId, referrals)).status, 422, 'it holds until the deadline')
  const past = new Date(clock.now().getTime() - 3_600_000)
  await db.updateTable('review').set({ deadline: past }).execute()
  await db
    .updateTable('role_assignment')
    .set({ unanswered_from: past })
    .where('unanswered_from', 'is not', null)
    .execute()
  assert.equal((await give(browser, birgitId, referrals)).status, 200)
  assert.doesNotMatch(textOf(await browser.get(`${url}/admin/konflikter`)), /Birgit/)
  const { id } = await db
    .selectFrom('role_assignment')
    .select('id')
    .where('account_id', '=', birgitId)
    .where('role_id', '=', medicine)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const stopped = () =>
    db.selectFrom('role_assignment').select('unanswered_from').where('id', '=', id).executeTakeFirstOrThrow()
  const kept = await post(review, { vist: id, [`rolle-${id}`]: 'keep' })
  assert.match(textOf(kept), /Rollen er ikke givet igen: den går ikke sammen med en rolle, som medarbejderen har fået/)
  await post(review, { resten: 'behold' })
  const form = await browser.get(`${url}/admin/medarbejdere/${birgitId}/roller/${id}/ret`)
  const shorter = form.forms.map((each) => ({ ...each, fields: { ...each.fields, til: later } }))
  assert.equal((await browser.press({ ...form, forms: shorter }, 'kontrol')).status, 422)
  assert.deepEqual(await stopped(), { unanswered_from: past })
  await db.deleteFrom('role_assignment').where('account_id', '=', birgitId).where('role_id', '=', referrals).execute()
  assert.match(textOf(await post(review, { resten: 'behold' })), /1 rolle er beholdt/)
  assert.deepEqual(await stopped(), { unanswered_from: null })
})

test('an administrator is not told the name of a role beyond their limits', async () => {
  await db.deleteFrom('conflict_exception').execute()
  await db.deleteFrom('role_assignment').where('role_id', '=', referrals).where('account_id', '=', birgitId).execute()
  const serviceId = (
    await db.selectFrom('service').select('id').where('key', '=', 'referrals').executeTakeFirstOrThrow()
  ).id
  await db
    .updateTable('administrator_appointment')
    .set({ level: 'administrator', service_ids: [serviceId] })
    .where('account_id', '=', annaId)
    .execute()
  const refused = await give(browser, birgitId, referrals)
  assert.match(textOf(refused), /når personen har en rolle, du ikke kan se/)
  assert.doesNotMatch(textOf(refused), /Medicinkortet/)
})
