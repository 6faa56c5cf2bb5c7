/** An administrator gives a colleague a role: within the grant, its ceilings and their own limits, never to themselves, and once. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { rowOfForm } from '../../src/base/ids.ts'
import type { UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { birgit, sor } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url } = stage
const [annaId, birgitId, erikId] = [
  await accountId(stage, 'anna'),
  await accountId(stage, 'birgit'),
  await addStranger(stage),
]
await appoint(stage, annaId, { level: 'chief' })
const roles = await db
  .selectFrom('role')
  .innerJoin('service', 'service.id', 'role.service_id')
  .select(['role.id', 'service.id as serviceId', 'service.key as service'])
  .execute()
const roleOf = (service: string) => {
  const found = roles.find((role) => role.service === service)
  assert.ok(found)
  return found
}
const medicine = roleOf('medicine')
const { browser } = await enterAdministration(stage)

const pathOf = (account: string, role: string) => `${url}/admin/medarbejdere/${account}/tildel/${role}`
const today = stage.clock.now().toISOString().slice(0, 10)
const typed = { 'omfang-enhed': sor, fra: today, til: '', begrundelse: 'Vikar', trin: 'giv' }

/** Sends the form as if it stood on its page. */
function send(from: UserAgent, account: string, role: string, fields: Record<string, string>) {
  const address = new URL(pathOf(account, role))
  return from.submit({
    page: address,
    action: address,
    method: 'post',
    buttons: [],
    fields: { id: randomUUID(), ...fields },
  })
}
const rolesOf = async (account: string) =>
  (await db.selectFrom('role_assignment').selectAll().where('account_id', '=', account).execute()).length

test('a colleague gets a role in a few clicks, suggested for their own unit, and logs in with it', async () => {
  const list = await browser.get(`${url}/admin/medarbejdere/${birgitId}/tildel`)
  assert.match(textOf(list), /Medicinkortet Læge/)
  const form = await browser.get(pathOf(birgitId, medicine.id))
  assert.equal(form.forms[0]?.fields['omfang-enhed'], sor)
  const typedForm = form.forms.map((each) => ({ ...each, fields: { ...each.fields, begrundelse: 'Vikar for Anna' } }))
  const check = await browser.press({ ...form, forms: typedForm }, 'kontrol')
  assert.match(textOf(check), /Er det rigtigt\?.*Birgit Dal.*Vikar for Anna.*Virker fra næste log-in/)
  assert.equal(await rolesOf(birgitId), 0)
  const again = await browser.press(check, 'ret')
  assert.equal(again.forms[0]?.fields.begrundelse, 'Vikar for Anna')
  const done = await browser.press(check, 'giv')
  assert.match(textOf(done), /Rollen er givet.*Anna Bro gav rollen Læge Begrundelse: Vikar for Anna/)
  fieldsFor(await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, birgit), stage.medicine)
})

test('a form sent twice is one assignment and one event, and the same role once more is refused', async () => {
  const referrals = roleOf('referrals').id
  const id = randomUUID()
  await Promise.all([1, 2].map(() => send(browser, birgitId, referrals, { ...typed, id })))
  assert.match(textOf(await send(browser, birgitId, referrals, { ...typed, id })), /Rollen er givet/)
  assert.equal(await rolesOf(birgitId), 2)
  const added = await db
    .selectFrom('audit_event')
    .select('id')
    .where('object_id', '=', rowOfForm(id, birgitId, referrals))
    .execute()
  assert.equal(added.length, 1)
  const same = await send(browser, birgitId, referrals, typed)
  assert.equal(same.status, 422)
  assert.match(textOf(same), /har allerede rollen for det samme/)
})

test('what is wrong is said beside the field, and what was typed stays', async () => {
  const wrong = await send(browser, birgitId, medicine.id, {
    'omfang-enhed': 'nord',
    fra: '2020-01-01',
    til: '2019-12-31',
    begrundelse: '',
    trin: 'kontrol',
  })
  assert.equal(wrong.status, 422)
  for (const sentence of [
    /Ingen enhed med sådan et nummer hedder det/,
    /en dag, der er gået/,
    /ligger før den første/,
    /Skriv en begrundelse/,
  ])
    assert.match(textOf(wrong), sentence)
  assert.equal(wrong.forms[0]?.fields['omfang-enhed'], 'nord')
})

test('nobody gives beyond the ceilings, the roles or the end of the organisation’s grant', async () => {
  const grant = db.updateTable('service_grant').where('service_id', '=', medicine.serviceId)
  await grant.set({ ceilings: JSON.stringify({ sor: ['999900000000022'] }) }).execute()
  assert.match(textOf(await send(browser, birgitId, medicine.id, typed)), /ikke bruge rollen for den værdi/)
  await grant.set({ ceilings: '{}', valid_until: new Date(stage.clock.now().getTime() + 86_400_000) }).execute()
  assert.match(
    textOf(await send(browser, birgitId, medicine.id, { ...typed, til: '2099-01-01' })),
    /slutter før den dag/,
  )
  await grant.set({ valid_until: null, role_ids: [] }).execute()
  assert.equal((await send(browser, birgitId, medicine.id, typed)).status, 404)
  await grant.set({ role_ids: null }).execute()
  assert.equal(await rolesOf(birgitId), 2)
})

test('a role that was taken out of use while the form was open is told so, and what was typed stays', async () => {
  const set = (retired_at: Date | null) =>
    db.updateTable('role').set({ retired_at }).where('id', '=', medicine.id).execute()
  await set(new Date(stage.clock.now().getTime() - 60_000))
  for (const trin of ['kontrol', 'giv']) {
    const answer = await send(browser, birgitId, medicine.id, { ...typed, begrundelse: 'Mens hun er på kursus', trin })
    assert.equal(answer.status, 422)
    assert.match(textOf(answer), /Rollen kan ikke gives længere/)
    assert.match(answer.body, /Mens hun er på kursus/)
  }
  assert.equal((await browser.get(pathOf(birgitId, medicine.id))).status, 404)
  await set(null)
})

test('nobody gives a role to themselves, to another organisation’s people, or beside their own limits', async () => {
  for (const account of [annaId, erikId, randomUUID()]) {
    assert.equal((await browser.get(pathOf(account, medicine.id))).status, 404)
    assert.equal((await send(browser, account, medicine.id, typed)).status, 404)
  }
  assert.equal((await send(browser, birgitId, randomUUID(), typed)).status, 404)
  assert.equal(await rolesOf(erikId), 0)
  await appoint(stage, birgitId, { level: 'administrator', service_ids: [roleOf('referrals').serviceId] })
  const limited = (await enterAdministration(stage, birgit)).browser
  assert.equal((await send(limited, annaId, medicine.id, typed)).status, 404)
  assert.equal((await limited.get(pathOf(annaId, roleOf('referrals').id))).status, 200)
})

test('fields that are not of the form change nothing', async () => {
  const id = randomUUID()
  const fields = { account_id: erikId, organisation: erikId, assigned_by: 'root', role_id: randomUUID() }
  await send(browser, birgitId, medicine.id, { ...typed, ...fields, 'omfang-enhed': '999900000000033', id })
  const row = await db
    .selectFrom('role_assignment')
    .selectAll()
    .where('id', '=', rowOfForm(id, birgitId, medicine.id))
    .executeTakeFirstOrThrow()
  assert.equal(row.account_id, birgitId)
  assert.equal(row.role_id, medicine.id)
  assert.notEqual(row.assigned_by, 'root')
  assert.deepEqual(row.scopes, { enhed: ['999900000000033'] })
})

test('a unit is picked by its name as well as by its number, and what is asked for is suggested from the nearest unit', async () => {
  const form = await browser.get(pathOf(birgitId, medicine.id))
  assert.match(form.body, new RegExp(`<option value="${sor}">Klinikken</option>`))
  const check = await send(browser, birgitId, medicine.id, { ...typed, 'omfang-enhed': ' klinikken ', trin: 'kontrol' })
  assert.match(textOf(check), new RegExp(`Gælder for Klinikken \\(${sor}\\)`))
  const clinic = await db.selectFrom('unit').selectAll().where('key', '=', 'klinik').executeTakeFirstOrThrow()
  const roomId = randomUUID()
  const room = {
    id: roomId,
    organisation_id: clinic.organisation_id,
    key: 'stue',
    name: 'Stue 1',
    parent_id: clinic.id,
  }
  await db.insertInto('unit').values(room).execute()
  await db.updateTable('account').set({ unit_id: roomId }).where('id', '=', birgitId).execute()
  assert.equal((await browser.get(pathOf(birgitId, medicine.id))).forms[0]?.fields['omfang-enhed'], sor)
  await db.updateTable('account').set({ unit_id: clinic.id }).where('id', '=', birgitId).execute()
})

test('of several units some may be named and some numbered, with commas between', async () => {
  await db.updateTable('role_scope').set({ many: true }).where('role_id', '=', medicine.id).execute()
  const several = { ...typed, 'omfang-enhed': `Klinikken, 999900000000044 999900000000055`, trin: 'kontrol' }
  const check = await send(browser, birgitId, medicine.id, several)
  assert.match(textOf(check), /Gælder for Klinikken \(999900000000011\), 999900000000044, 999900000000055/)
})

test('a character that cannot be kept does no harm', async () => {
  const check = await send(browser, birgitId, medicine.id, {
    ...typed,
    begrundelse: 'Vi\u0000kar\u0007',
    trin: 'kontrol',
  })
  assert.match(textOf(check), /Vikar/)
})
