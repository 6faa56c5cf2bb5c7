/** What ends is extended: an administrator gives a role once more with one press and a check, and gives an account another last day. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readEnd, writeDay } from '../../src/base/danish-time.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url, clock } = stage
const [annaId, birgitId, erikId] = [
  await accountId(stage, 'anna'),
  await accountId(stage, 'birgit'),
  await addStranger(stage),
]
await appoint(stage, birgitId, { level: 'chief' })
const { browser } = await enterAdministration(stage, birgit)
const day = (days: number) => writeDay(new Date(clock.now().getTime() + days * 86_400_000))
const held = await db
  .selectFrom('role_assignment')
  .innerJoin('service', 'service.id', 'role_assignment.service_id')
  .select(['role_assignment.id', 'role_assignment.role_id'])
  .where('service.key', '=', 'medicine')
  .executeTakeFirstOrThrow()
await db
  .updateTable('role_assignment')
  .set({ valid_from: readEnd(day(-25)) ?? clock.now(), valid_until: readEnd(day(5)) })
  .where('id', '=', held.id)
  .execute()
const employee = `${url}/admin/medarbejdere/${annaId}`

function send(address: string, fields: Record<string, string>) {
  const page = new URL(address)
  return browser.submit({ page, action: page, method: 'post', buttons: [], fields })
}

test('the roles that end first stand on an administrator’s first page, each with the way to extend it', async () => {
  const page = await browser.get(`${url}/admin`)
  assert.match(textOf(page), /De første, der slutter Anna Bro mister Læge i Medicinkortet efter .* Forlæng/)
  assert.ok(page.body.includes(`/admin/medarbejdere/${annaId}/tildel/${held.role_id}?efter=${held.id}`))
})

test('a role that ends is extended from the page of the employee: filled in, checked, and given from the day after', async () => {
  const page = await browser.get(employee)
  const [, link = ''] = /href="(\/admin\/medarbejdere\/[^"]*\?efter=[^"]*)"/.exec(page.body) ?? []
  const form = await browser.get(`${url}${link}`)
  const [filled] = form.forms.filter(({ method }) => method === 'post')
  assert.ok(filled)
  assert.deepEqual([filled.fields.fra, filled.fields.til], [day(6), day(35)])
  assert.equal(filled.fields['omfang-enhed'], '999900000000011')
  const fields = { ...filled.fields, begrundelse: 'Vikariatet fortsætter', trin: 'kontrol' }
  const check = await browser.submit({ ...filled, fields })
  assert.equal(check.status, 200)
  const given = await browser.submit({ ...filled, fields: { ...fields, trin: 'giv' } })
  assert.match(textOf(given), /Rollen er givet/)
  const rows = await db
    .selectFrom('role_assignment')
    .select(['valid_from', 'valid_until'])
    .where('account_id', '=', annaId)
    .where('role_id', '=', held.role_id)
    .orderBy('valid_from')
    .execute()
  assert.deepEqual([rows[0]?.valid_until, rows[1]?.valid_until], [readEnd(day(5)), readEnd(day(35))])
  assert.deepEqual(rows[1]?.valid_from, rows[0]?.valid_until)
  // What goes on does not end.
  assert.doesNotMatch(textOf(await browser.get(`${url}/admin`)), /De første, der slutter/)
})

test('an account gets another last day with a reason, once, and the second of two administrators sees what the first did', async () => {
  const path = `${employee}/forlaeng`
  const [form] = (await browser.get(path)).forms.filter(({ action }) => action.pathname.endsWith('/forlaeng'))
  assert.ok(form)
  const wrong = await send(path, { ...form.fields, til: '2026-02-31', begrundelse: '' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong), /Skriv en dato, der findes.*Skriv en begrundelse/)
  assert.equal((await send(path, { ...form.fields, til: '2020-01-01', begrundelse: 'x' })).status, 422)
  const fields = { ...form.fields, til: day(90), begrundelse: 'Ansat til og med foråret' }
  await Promise.all([send(path, fields), send(path, fields)])
  assert.match(textOf(await send(path, fields)), /Den sidste dag er gemt/)
  const late = await send(path, { ...fields, til: day(60) })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /En anden har ændret den sidste dag imens/)
  const row = await db.selectFrom('account').select('valid_until').where('id', '=', annaId).executeTakeFirstOrThrow()
  assert.deepEqual(row.valid_until, readEnd(day(90)))
  assert.equal((await stage.events()).filter(({ action }) => action === 'account.changed').length, 1)
})

test('nobody extends their own account, nor anybody’s in another organisation', async () => {
  for (const account of [birgitId, erikId]) {
    const path = `${url}/admin/medarbejdere/${account}/forlaeng`
    assert.equal((await browser.get(path)).status, 404)
    assert.equal((await send(path, { til: day(90), begrundelse: 'x', set: 'none' })).status, 404)
  }
})

test('an employee asks to keep a role that ends: the same once more is filled in, and only the reason is typed', async () => {
  const referrals = await db
    .selectFrom('role_assignment')
    .innerJoin('service', 'service.id', 'role_assignment.service_id')
    .select(['role_assignment.id', 'role_assignment.role_id'])
    .where('service.key', '=', 'referrals')
    .executeTakeFirstOrThrow()
  const end = readEnd(day(5))
  await db
    .updateTable('role_assignment')
    .set({ valid_from: readEnd(day(-25)) ?? clock.now(), valid_until: end })
    .where('id', '=', referrals.id)
    .execute()
  const own = (await enterAdministration(stage, anna)).browser
  const need = await own.get(`${url}/mig/anmod/forlaeng/${referrals.id}`)
  const [form] = need.forms.filter(({ method }) => method === 'post')
  assert.ok(form)
  assert.deepEqual([form.fields.fra, form.fields.til], [day(6), day(35)])
  const check = await own.submit({ ...form, fields: { ...form.fields, hvorfor: 'Vikariatet fortsætter' } })
  const sent = await own.press(check, 'Send anmodning')
  assert.equal(sent.status, 200)
  const asked = await db.selectFrom('access_request').selectAll().execute()
  assert.deepEqual(
    asked.map((row) => [row.state, row.role_id, row.valid_from, row.valid_until]),
    [['submitted', referrals.role_id, end, readEnd(day(35))]],
  )
  // Followed once more, the link leads to what has been sent.
  const again = await own.get(`${url}/mig/anmod/forlaeng/${referrals.id}`)
  assert.match(again.url.pathname, /^\/mig\/anmodninger\//)
})

test('nobody asks to keep another’s role, or one without an end', async () => {
  const own = (await enterAdministration(stage, birgit)).browser
  assert.equal((await own.get(`${url}/mig/anmod/forlaeng/${held.id}`)).status, 404)
})
