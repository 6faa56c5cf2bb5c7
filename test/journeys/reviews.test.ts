/** Periodic control: what stands out comes first, the rest is confirmed as one, and silence stops a right by itself. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { fromRoot } from '../../src/base/root.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import { beginScheduled } from '../../src/reviews/begin-due.ts'
import { tellOfReviews } from '../../src/reviews/tell-of-reviews.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit, clinicCvr, sor } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url, clock } = stage
const person = (digit: string, name: string): TestPerson => ({
  ...anna,
  uuid: `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`,
  name,
})
const ejnar = person('e', 'Ejnar Graa')
const frida = person('f', 'Frida Hav')
const gerda = person('1', 'Gerda Ibsen')
const role = (service: string) => ({ service, role: 'laege', scopes: { enhed: [sor] }, reason: 'made up' })
const account = (key: string, { name, uuid }: TestPerson, assignments: object[], more: object = {}) => ({
  key,
  name,
  email: `${key}@example.org`,
  accounts: [{ cvr: clinicCvr, key, unit: 'klinik', professionalUuid: uuid, assignments, ...more }],
})
await stage.apply({
  people: [
    account('birgit', birgit, [role('medicine')], { administrator: { level: 'chief' } }),
    account('ejnar', ejnar, [role('medicine')], { administrator: { level: 'administrator', services: ['referrals'] } }),
    account('frida', frida, [role('medicine')]),
    account('gerda', gerda, [role('referrals')], { functions: ['security-officer'] }),
  ],
})
await db
  .updateTable('role')
  .set({ sensitive: true })
  .where('service_id', '=', db.selectFrom('service').select('id').where('key', '=', 'referrals'))
  .execute()
await addStranger(stage)

const jobDeps = { db, clock, ids: randomIds, mailKey: mailKeyFrom(randomBytes(32)), publicUrl: new URL(url) }
const enter = async (who: TestPerson) => (await enterAdministration(stage, who)).browser
const day = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const begin = (more: Record<string, string> = {}) => ({
  id: randomUUID(),
  navn: 'Kontrol november',
  frist: day(20),
  tavshed: 'suspend',
  ...more,
})
const chief = await enter(birgit)

function post(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page> {
  const page = new URL(path, url)
  return browser.submit({ page, action: page, method: 'post', fields, buttons: [] })
}
const assignmentOf = async (key: string, service: string) =>
  db
    .selectFrom('role_assignment')
    .innerJoin('service', 'service.id', 'role_assignment.service_id')
    .selectAll('role_assignment')
    .where('service.key', '=', service)
    .where('account_id', '=', await accountId(stage, key))
    .executeTakeFirstOrThrow()
const eventsOn = (id: string, action: string) =>
  db.selectFrom('audit_event').select('id').where('object_id', '=', id).where('action', '=', action).execute()
const answer = (id: string, typed: string) => ({ vist: id, [`rolle-${id}`]: typed })

let review = ''

test('a form that is sent twice begins one review, and everybody who answers is told once', async () => {
  const form = begin()
  for (let time = 0; time < 2; time++) review = (await post(chief, '/admin/kontrol/ny', form)).url.pathname
  assert.match(review, /^\/admin\/kontrol\/[0-9a-f-]{36}$/)
  assert.equal((await db.selectFrom('review').select('id').execute()).length, 1)
  assert.equal((await db.selectFrom('review_item').select('assignment_id').execute()).length, 6)
  assert.equal((await stage.events()).filter(({ action }) => action === 'review.begun').length, 1)
  const told = await db.selectFrom('notice').select('kind').where('kind', '=', 'review.begun').execute()
  assert.equal(told.length, 2, 'Ejnar is told, and Gerda, who answers for the only chief; Birgit began it herself')
})

test('a review of what is already being reviewed is about nothing, and says so beside what was typed', async () => {
  const page = await post(chief, '/admin/kontrol/ny', begin({ navn: 'En til' }))
  assert.equal(page.status, 422)
  assert.match(textOf(page), /Der er ingen roller at kontrollere/)
  assert.match(page.body, /value="En til"/)
  const wrong = await post(chief, '/admin/kontrol/ny', begin({ navn: ' ', frist: day(-3), tavshed: 'x' }))
  assert.match(textOf(wrong), /Skriv, hvad kontrollen.*Vælg en dag mellem.*Vælg, hvad der sker/)
  assert.equal((await db.selectFrom('review').select('id').execute()).length, 1)
})

test('what stands out comes first with its reason, nobody answers for themselves, and the first page tells of it', async () => {
  const page = await chief.get(url + review)
  const [first = '', rest = ''] = textOf(page).split('Intet usædvanligt')
  assert.match(first, /Anna Bro .*Rollen er markeret som følsom.*Gerda Ibsen .*Rollen er markeret som følsom/)
  assert.match(rest, /Anna Bro.*Ejnar Graa.*Frida Hav/)
  assert.doesNotMatch(rest, /Birgit Dal Klinikken/)
  assert.match(textOf(await chief.get(`${url}/admin`)), /5 roller venter på dit svar/)
})

test('an administrator answers within their limits, and nobody outside can tell that there is a review', async () => {
  const limited = await enter(ejnar)
  const page = textOf(await limited.get(url + review))
  assert.match(page, /Anna Bro.*Henvisninger.*Gerda Ibsen/)
  assert.doesNotMatch(page, /Medicinkortet/)
  const medicine = await assignmentOf('frida', 'medicine')
  await post(limited, review, answer(medicine.id, 'remove'))
  assert.equal((await assignmentOf('frida', 'medicine')).withdrawn_at, null, 'beyond his limits')
  assert.equal((await (await enter(frida)).get(url + review)).status, 404)
  assert.equal((await chief.get(`${url}/admin/kontrol/${randomUUID()}`)).status, 404)
})

test('of two who answer in the same second one decides, and the other is told', async () => {
  const { id } = await assignmentOf('gerda', 'referrals')
  const limited = await enter(ejnar)
  const pages = await Promise.all([
    post(chief, review, answer(id, 'remove')),
    post(limited, review, answer(id, 'remove')),
  ])
  const texts = pages.map(textOf)
  assert.equal(texts.filter((text) => /1 rolle er fjernet\./.test(text)).length, 1)
  assert.equal(texts.filter((text) => /En anden havde allerede svaret på 1 rolle\./.test(text)).length, 1)
  assert.ok((await assignmentOf('gerda', 'referrals')).withdrawn_at, 'removed at once')
  assert.equal((await eventsOn(id, 'role-assignment.withdrawn')).length, 1)
  const told = await db.selectFrom('notice').select('kind').where('kind', '=', 'role.withdrawn').execute()
  assert.equal(told.length, 1)
})

test('what was removed does not come back beside a role given since that it does not go with, and it is said', async () => {
  const { id, role_id, account_id } = await assignmentOf('gerda', 'referrals')
  const since = await assignmentOf('frida', 'medicine')
  const rule = randomUUID()
  const names = { name_da: 'Ikke begge', name_en: 'Not both', effect: 'blocked' as const }
  await insertRows(db, 'role_conflict', [{ id: rule, key: rule, ...names, created_at: clock.now() }])
  await insertRows(
    db,
    'role_conflict_role',
    [role_id, since.role_id].map((one) => ({ conflict_id: rule, role_id: one })),
  )
  await insertRows(db, 'role_assignment', [{ ...since, id: randomUUID(), key: 'since', account_id }])
  const page = await post(chief, `${review}/fortryd`, { rolle: id })
  assert.match(textOf(page), /Rollen er ikke givet igen: den går ikke sammen med en rolle/)
  assert.ok((await assignmentOf('gerda', 'referrals')).withdrawn_at)
  assert.deepEqual(await eventsOn(id, 'role-assignment.restored'), [])
  await db.updateTable('role_conflict').set({ ended_at: clock.now() }).where('id', '=', rule).execute()
  await db.deleteFrom('role_assignment').where('key', '=', 'since').execute()
})

test('a removal is undone within 14 days, once, and the role has effect again', async () => {
  const { id } = await assignmentOf('gerda', 'referrals')
  const list = await chief.get(`${url}${review}?vis=besvaret`)
  assert.match(textOf(list), /Fjernet af .*Fortryd/)
  assert.match(textOf(await post(chief, `${review}/fortryd`, { rolle: id })), /Rollen er givet igen/)
  assert.equal((await assignmentOf('gerda', 'referrals')).withdrawn_at, null)
  await post(chief, `${review}/fortryd`, { rolle: id })
  assert.equal((await eventsOn(id, 'role-assignment.restored')).length, 1)
  await stage
    .logIn(stage.browser(), stage.referrals, stage.nemlogin, gerda)
    .then((page) => fieldsFor(page, stage.referrals))
})

test('a role that is changed is answered by it, and leads back to the review', async () => {
  const { id, account_id } = await assignmentOf('anna', 'referrals')
  const path = `/admin/medarbejdere/${account_id}/roller/${id}/ret`
  const fields = (await chief.get(url + path)).forms[0]?.fields ?? {}
  const page = await post(chief, path, { ...fields, til: '2099-12-31', trin: 'gem' })
  assert.equal(page.url.pathname, review)
  assert.match(textOf(page), /1 rolle er rettet/)
  assert.equal((await eventsOn(id, 'review.changed')).length, 1)
})

test('what another changed or took back after the list was frozen is told of, and is not among the rest', async () => {
  const { id } = await assignmentOf('frida', 'medicine')
  await db
    .updateTable('role_assignment')
    .set({ hours: JSON.stringify([{ days: [1], from: '08:00', until: '16:00' }]) })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('role_assignment')
    .set({ withdrawn_at: clock.now() })
    .where('id', '=', (await assignmentOf('ejnar', 'medicine')).id)
    .execute()
  const page = textOf(await chief.get(url + review))
  assert.match(page, /Frida Hav .*Ændret, efter at listen blev frosset/)
  assert.match(page, /Behold resten \(1\)|behold resten \(1\)/)
  assert.match(textOf(await chief.get(`${url}${review}?vis=besvaret`)), /Ejnar Graa .*Var taget tilbage/)
  await db
    .updateTable('role_assignment')
    .set({ hours: null, valid_until: new Date('2098-01-01') })
    .where('id', '=', id)
    .execute()
})

test('at the deadline a right stops by itself, and an answer makes it hold again', async () => {
  clock.moveMinutes(21 * 24 * 60)
  const refused = await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)
  assert.match(textOf(refused), /Medicinkortet/)
  assert.throws(() => fieldsFor(refused, stage.medicine), 'no job has run')
  const again = await enter(birgit)
  assert.match(textOf(await again.get(url + review)), /Fristen udløb .* Roller uden svar er stoppet/)
  for (let time = 0; time < 2; time++) await tellOfReviews(jobDeps)
  const { id } = await assignmentOf('anna', 'medicine')
  assert.equal((await eventsOn(id, 'review.stopped')).length, 1)
  assert.equal((await db.selectFrom('notice').select('id').where('kind', '=', 'role.stopped').execute()).length, 3)
  const kept = await post(again, review, { resten: 'behold' })
  assert.match(textOf(kept), /1 rolle er beholdt/)
  assert.equal((await eventsOn(id, 'review.kept')).length, 1)
  fieldsFor(await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna), stage.medicine)
})

test('what is the only chief administrator’s own is for the security officer', async () => {
  const officer = await enter(gerda)
  await officer.press(await officer.get(`${url}/admin/handl-for`), 'sikkerhedsansvarlig')
  const page = textOf(await officer.get(url + review))
  assert.match(page, /Birgit Dal/)
  assert.doesNotMatch(page, /Frida Hav/)
  const { id } = await assignmentOf('birgit', 'medicine')
  await post(officer, review, { resten: 'behold' })
  assert.equal((await eventsOn(id, 'review.kept')).length, 1)
})

test('the report is signed, is verified without SEB, and a change in it is found', async () => {
  const browser = await enter(birgit)
  const page = textOf(await browser.get(`${url}${review}/rapport`))
  assert.match(page, /Beholdt: 3/)
  const { body } = await browser.get(`${url}${review}/rapport.json`)
  const verify = (text: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'seb-')), 'report.json')
    writeFileSync(file, text)
    return spawnSync(process.execPath, [fromRoot('tools', 'verify-review.mjs'), file], { encoding: 'utf8' })
  }
  const whole = verify(body)
  assert.equal(whole.status, 0, whole.stderr)
  assert.match(whole.stdout, /as it was signed: Kontrol november, Lægerne ved Broen/)
  assert.equal(verify(body.replace('"standing":"kept"', '"standing":"removed"')).status, 1)
  assert.match((await browser.get(`${url}${review}/rapport.csv`)).body, /Medarbejder;Enhed;.*\r\nAnna Bro;Klinikken/)
})

test('a clinic of six is done in a few clicks: one answer for each that stands out, and one for all the rest', async () => {
  clock.moveMinutes(30 * 24 * 60)
  const browser = await enter(birgit)
  const begun = await post(browser, '/admin/kontrol/ny', begin({ navn: 'Næste', frist: day(30), tavshed: 'remove' }))
  const shown = [...begun.body.matchAll(/name="vist" value="([^"]+)"/g)].map(([, id = '']) => id)
  for (const id of shown) await post(browser, begun.url.pathname, answer(id, 'keep'))
  const done = await post(browser, begun.url.pathname, { resten: 'behold' })
  assert.ok(shown.length + 1 <= 7, `${shown.length + 1} clicks`)
  assert.match(textOf(done), /Du har svaret på alle dine roller/)
})

const days = (count: number) => clock.moveMinutes(count * 24 * 60)
const itemOf = async (reviewId: string, key: string, service: string) =>
  db
    .selectFrom('review_item')
    .selectAll()
    .where('review_id', '=', reviewId)
    .where('assignment_id', '=', (await assignmentOf(key, service)).id)
    .executeTakeFirstOrThrow()
const told = async (kind: string, reviewId: string) => {
  const path = `/admin/kontrol/${reviewId}`
  const rows = await db
    .selectFrom('notice')
    .innerJoin('person', 'person.id', 'person_id')
    .select('person.name')
    .where('kind', '=', kind)
    .where('path', '=', path)
    .execute()
  return rows.map(({ name }) => name).sort()
}
let scheduled = ''

test('a review that repeats itself begins on its day, once, whichever process finds it', async () => {
  const path = '/admin/kontrol/gentag'
  const browser = await enter(birgit)
  const wrong = await post(browser, path, { hyppighed: '5', dage: '3', tavshed: 'x' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong), /Vælg, hvor tit der skal.*Skriv et tal mellem 7 og 90.*Vælg, hvad der sker/)
  assert.match(wrong.body, /value="3"/)
  for (let time = 0; time < 2; time++) {
    const saved = await post(browser, path, { hyppighed: '6', dage: '14', tavshed: 'remove' })
    assert.match(textOf(saved), /Det er gemt\./)
  }
  const changes = (await stage.events()).filter(({ action }) => action === 'organisation.changed')
  assert.equal(changes.filter(({ details }) => JSON.stringify(details).includes('reviews')).length, 1)
  const started = () => db.selectFrom('review').select(['id', 'deadline']).where('origin', '=', 'schedule').execute()
  await beginScheduled(jobDeps)
  assert.deepEqual(await started(), [], 'its day has not come')
  days(185)
  await tellOfReviews(jobDeps)
  await Promise.all([beginScheduled(jobDeps), beginScheduled(jobDeps)])
  await beginScheduled(jobDeps)
  const [one, ...others] = await started()
  assert.ok(one && others.length === 0)
  assert.equal(one.deadline.toISOString().slice(0, 10), day(14), 'Danish midnight is the day before by UTC')
  assert.deepEqual(await told('review.begun', one.id), ['Birgit Dal', 'Ejnar Graa'])
  const { review_next_at: next } = await db
    .selectFrom('organisation')
    .select('review_next_at')
    .where('cvr', '=', clinicCvr)
    .executeTakeFirstOrThrow()
  assert.ok(next && next > new Date(clock.now().getTime() + 175 * 86_400_000))
  scheduled = one.id
})

test('a week before the deadline whoever answers is reminded, once', async () => {
  await tellOfReviews(jobDeps)
  assert.deepEqual(await told('review.reminder', scheduled), [])
  days(8)
  for (let time = 0; time < 2; time++) await tellOfReviews(jobDeps)
  assert.deepEqual(await told('review.reminder', scheduled), ['Birgit Dal', 'Ejnar Graa'])
})

test('what silence has stopped is kept while there is time, and removed after fourteen days, once', async () => {
  days(8)
  await tellOfReviews(jobDeps)
  const [kept, lapsed] = [await assignmentOf('anna', 'medicine'), await assignmentOf('gerda', 'referrals')]
  const path = `/admin/kontrol/${scheduled}`
  assert.match(textOf(await post(await enter(birgit), path, answer(kept.id, 'keep'))), /1 rolle er beholdt/)
  days(14)
  const browser = await enter(birgit)
  const late = await post(browser, path, answer(lapsed.id, 'keep'))
  assert.match(textOf(late), /Det var for sent for 1 rolle/, 'its date says so, whether or not a job has run')
  for (let time = 0; time < 2; time++) await tellOfReviews(jobDeps)
  assert.ok((await assignmentOf('gerda', 'referrals')).withdrawn_at)
  assert.equal((await itemOf(scheduled, 'gerda', 'referrals')).decision, 'lapsed')
  assert.equal((await eventsOn(lapsed.id, 'role-assignment.withdrawn')).length, 2, 'and once in the first review')
  assert.match(textOf(await browser.get(`${url}${path}?vis=besvaret`)), /Gerda Ibsen .*Fjernet, fordi ingen svarede/)
  assert.equal((await assignmentOf('anna', 'medicine')).withdrawn_at, null)
})

test('what nobody could answer for is said, goes on, and is for the next chief administrator to answer', async () => {
  await db.updateTable('organisation_function').set({ ended_at: clock.now() }).execute()
  const own = await assignmentOf('birgit', 'medicine')
  await db
    .updateTable('role_assignment')
    .set({ withdrawn_at: null, unanswered_from: null })
    .where('id', '=', own.id)
    .execute()
  const begun = await post(await enter(birgit), '/admin/kontrol/ny', begin({ navn: 'Alene', frist: day(10) }))
  const id = begun.url.pathname.split('/').at(-1) ?? ''
  assert.deepEqual((await itemOf(id, 'birgit', 'medicine')).reasons.slice(0, 1), ['no-reviewer'])
  days(12)
  await tellOfReviews(jobDeps)
  fieldsFor(await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, birgit), stage.medicine)
  assert.equal((await eventsOn(own.id, 'review.stopped')).length, 1, 'that of the review before')
  await appoint(stage, await accountId(stage, 'frida'), { level: 'chief' })
  const next = await enter(frida)
  assert.match(textOf(await next.get(url + begun.url.pathname)), /Birgit Dal .*Ingen anden kunne svare for rollen/)
  assert.match(textOf(await post(next, begun.url.pathname, answer(own.id, 'keep'))), /1 rolle er beholdt/)
})
