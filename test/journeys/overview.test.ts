/** An administrator's day begins with what waits and what ends; each number leads to a list with as many. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { birgit, clinicCvr } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const strangerId = await addStranger(stage)
const [annaId, birgitId] = [await accountId(stage, 'anna'), await accountId(stage, 'birgit')]
await appoint(stage, annaId, { level: 'chief' })
const day = 86_400_000
const inDays = (days: number) => new Date(stage.clock.now().getTime() + days * day)
const person = (key: string, account: object) => ({
  key,
  name: key,
  accounts: [{ cvr: clinicCvr, key, unit: 'klinik', from: '2020-01-01', ...account }],
})

test('an administrator is met by what waits, and a quiet day says so', async () => {
  await stage.db
    .updateTable('account')
    .set({ last_log_in_at: stage.clock.now() })
    .where('id', 'in', [annaId, birgitId])
    .execute()
  const { page } = await enterAdministration(stage)
  assert.equal(page.url.pathname, '/admin')
  assert.match(textOf(page), /Dagens arbejde .*ikke noget, du skal tage stilling til/)
})

test('whoever does not administer is led to their own page', async () => {
  assert.equal((await enterAdministration(stage, birgit)).page.url.pathname, '/mig')
})

test('every number leads to a list of as many people, and counts nobody of another organisation', async () => {
  await stage.apply({
    people: [
      person('rolf', { status: 'requested' }),
      person('egon', { until: inDays(10).toISOString() }),
      person('else', { until: inDays(29).toISOString() }),
      person('lasse', { until: inDays(40).toISOString() }),
      person('nina', {}),
      person('ulla', {}),
      person('sofie', { status: 'suspended' }),
    ],
  })
  const accounts = stage.db.updateTable('account')
  await accounts.set({ created_at: inDays(-200) }).execute()
  await accounts
    .set({ last_log_in_at: inDays(-91) })
    .where('key', '=', 'ulla')
    .execute()
  await accounts
    .set({ last_log_in_at: inDays(-89) })
    .where('key', 'in', ['egon', 'else', 'lasse'])
    .execute()
  await accounts
    .set({ status: 'requested', valid_until: inDays(3) })
    .where('id', '=', strangerId)
    .execute()
  await stage.db
    .updateTable('role_assignment')
    .set({ valid_until: inDays(20) })
    .where('account_id', '=', annaId)
    .execute()
  const { browser, page } = await enterAdministration(stage)
  const text = textOf(page)
  const expected: Record<string, [RegExp, number]> = {
    requested: [/1 medarbejder har bedt om en konto/, 1],
    'account-ending': [/2 medarbejdere har en konto, der slutter inden 30 dage/, 2],
    'roles-ending': [/1 medarbejder har en rolle, der slutter inden 30 dage/, 1],
    'not-seen': [/2 medarbejdere har ikke logget ind i 90 dage/, 2],
  }
  for (const [filter, [said, count]] of Object.entries(expected)) {
    assert.match(text, said)
    assert.ok(page.body.includes(`href="/admin/medarbejdere?status=${filter}"`), filter)
    const list = textOf(await browser.get(`${stage.url}/admin/medarbejdere?status=${filter}`))
    assert.match(list, new RegExp(`Medarbejdere ${count} medarbejder`), filter)
  }
})

test('an administrator of one service counts the roles of that one, and of one unit its people', async () => {
  const service = await stage.db
    .selectFrom('service')
    .select('id')
    .where('key', '=', 'referrals')
    .executeTakeFirstOrThrow()
  const medicine = await stage.db
    .selectFrom('service')
    .select('id')
    .where('key', '=', 'medicine')
    .executeTakeFirstOrThrow()
  await stage.db
    .updateTable('role_assignment')
    .set({ valid_until: null })
    .where('service_id', '=', service.id)
    .execute()
  await appoint(stage, birgitId, { level: 'administrator', service_ids: [service.id] })
  assert.doesNotMatch(textOf((await enterAdministration(stage, birgit)).page), /rolle, der slutter/)
  const change = stage.db.updateTable('administrator_appointment').where('account_id', '=', birgitId)
  await change.set({ service_ids: [medicine.id] }).execute()
  assert.match(textOf((await enterAdministration(stage, birgit)).page), /rolle, der slutter/)
  await change.set({ service_ids: null, unit_ids: [strangerId] }).execute()
  assert.match(textOf((await enterAdministration(stage, birgit)).page), /ikke noget, du skal tage stilling til/)
  await change.set({ ended_at: stage.clock.now() }).execute()
})

test('too few chief administrators who come by is a warning, with what to do', async () => {
  const alone = textOf((await enterAdministration(stage)).page)
  assert.match(alone, /Kun én overbrugeradministrator har logget ind de sidste 90 dage .*Udpeg en mere/)
  await appoint(stage, birgitId, { level: 'chief' })
  assert.doesNotMatch(textOf((await enterAdministration(stage)).page), /overbrugeradministrator har logget ind/)
  await stage.db
    .updateTable('account')
    .set({ last_log_in_at: inDays(-120) })
    .where('id', '=', birgitId)
    .execute()
  assert.match(textOf((await enterAdministration(stage)).page), /Kun én overbrugeradministrator har logget ind/)
})

test('to come by the administration counts as having been here', async () => {
  await stage.db
    .updateTable('account')
    .set({ last_log_in_at: inDays(-120) })
    .where('id', '=', birgitId)
    .execute()
  await enterAdministration(stage, birgit)
  const row = await stage.db
    .selectFrom('account')
    .select('last_log_in_at')
    .where('id', '=', birgitId)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row.last_log_in_at, stage.clock.now())
})

test('what was done lately is told with names, and only of people within the limits', async () => {
  const { browser } = await enterAdministration(stage)
  const address = `${stage.url}/admin/medarbejdere/${birgitId}`
  const fields = { begrundelse: 'Orlov' }
  await browser.submit({
    page: new URL(address),
    action: new URL(`${address}/spaer`),
    method: 'post',
    fields,
    buttons: [],
  })
  const page = await browser.get(`${stage.url}/admin`)
  assert.match(textOf(page), /Sket for nylig .*Du spærrede kontoen for Birgit Dal/)
  assert.ok(page.body.includes(`href="/admin/medarbejdere/${birgitId}"`))
})
