/** Roles and accounts that hold at certain times of the week: typed by an administrator, shown in words, and never lost by another deed. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit, sor } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url } = stage
const [annaId, birgitId, erikId] = [
  await accountId(stage, 'anna'),
  await accountId(stage, 'birgit'),
  await addStranger(stage),
]
await appoint(stage, birgitId, { level: 'chief' })
const { browser } = await enterAdministration(stage, birgit)
const role = await db
  .selectFrom('role')
  .innerJoin('service', 'service.id', 'service_id')
  .select(['role.id', 'service.id as serviceId'])
  .where('service.key', '=', 'medicine')
  .executeTakeFirstOrThrow()
const employee = `${url}/admin/medarbejdere/${annaId}`
const giving = `${employee}/tildel/${role.id}`

function send(to: string, fields: Record<string, string>, from: UserAgent = browser) {
  const address = new URL(to)
  return from.submit({ page: address, action: address, method: 'post', buttons: [], fields })
}
const fieldsOf = async (path: string) =>
  (await browser.get(path)).forms.find(({ method }) => method === 'post')?.fields ?? {}
const held = () =>
  db.selectFrom('role_assignment').selectAll().where('account_id', '=', annaId).where('withdrawn_at', 'is', null)
const eventsOf = async (id: string) =>
  (
    await db
      .selectFrom('audit_event')
      .select(['action', 'details'])
      .where('object_id', '=', id)
      .orderBy('sequence')
      .execute()
  ).filter(({ action }) => !action.endsWith('.viewed'))
/** Evenings, and the night to Sunday. */
const evenings = { 'tid-0-dag-1': '1', 'tid-0-dag-3': '1', 'tid-0-fra': '15:00', 'tid-0-til': '23:00' }
const night = { 'tid-1-dag-6': '1', 'tid-1-fra': '22', 'tid-1-til': '7.00' }
const both = [
  { days: [1, 3], from: '15:00', until: '23:00' },
  { days: [6], from: '22:00', until: '07:00' },
]

test('a role is given for certain times of the week, which are looked at first, kept, and told in words', async () => {
  await db
    .updateTable('role_assignment')
    .set({ withdrawn_at: stage.clock.now() })
    .where('account_id', '=', annaId)
    .execute()
  const fields = await fieldsOf(giving)
  const typed = { ...fields, 'omfang-enhed': sor, begrundelse: 'Aftenvagter', ...evenings, ...night }
  const check = await send(giving, { ...typed, trin: 'kontrol' })
  assert.match(textOf(check), /Tider Mandag og onsdag kl\. 15–23 og lørdag kl\. 22 til søndag kl\. 7/)
  const again = await browser.press(check, 'ret')
  const [, form] = again.forms
  assert.equal((form ?? again.forms[0])?.fields['tid-1-til'], '07:00')
  for (let time = 0; time < 2; time++) await send(giving, { ...typed, trin: 'giv' })
  const rows = await held().execute()
  assert.deepEqual(
    rows.map(({ hours }) => hours),
    [both],
  )
  const events = await eventsOf(rows[0]?.id ?? '')
  assert.deepEqual(
    events.map(({ action, details }) => [action, (details as { hours: unknown }).hours]),
    [['role-assignment.added', both]],
  )
  assert.match(
    textOf(await browser.get(employee)),
    /Kun mandag og onsdag kl\. 15–23 og lørdag kl\. 22 til søndag kl\. 7\./,
  )
  assert.match(textOf(await browser.get(`${url}/admin/roller/${role.id}`)), /Mandag og onsdag kl\. 15–23/)
})

test('a role that is changed keeps its times unless they are what is changed, and never over another’s change', async () => {
  const [row] = await held().execute()
  assert.ok(row)
  const path = `${employee}/roller/${row.id}/ret`
  const fields = await fieldsOf(path)
  assert.deepEqual([fields['tid-0-fra'], fields['tid-1-til'], fields['tid-2-fra']], ['15:00', '07:00', ''])
  await send(path, { ...fields, begrundelse: 'Kun grunden', trin: 'gem' })
  assert.deepEqual(
    (await held().execute()).map(({ hours, reason }) => [hours, reason]),
    [[both, 'Kun grunden']],
  )
  const late = await fieldsOf(path)
  const fewer: Record<string, string> = { ...late, 'tid-1-fra': '', 'tid-1-til': '' }
  delete fewer['tid-1-dag-6']
  const check = await send(path, { ...fewer, trin: 'kontrol' })
  assert.match(textOf(check), /Tider Mandag og onsdag kl\. 15–23 og lørdag.* Mandag og onsdag kl\. 15–23/)
  await browser.press(check, 'gem')
  const events = await eventsOf(row.id)
  const { before, after } = (events.at(-1)?.details ?? {}) as Record<'before' | 'after', { hours: unknown }>
  assert.deepEqual([before.hours, after.hours], [both, both.slice(0, 1)])
  const second = await send(path, { ...late, 'tid-0-til': '22:00', trin: 'gem' })
  assert.equal(second.status, 422)
  assert.match(textOf(second), /En anden har ændret rollen.*Tider: Mandag og onsdag kl\. 15–23 /)
})

test('what is wrong with the times is said beside the field, and times that never come are refused', async () => {
  const [row] = await held().execute()
  const path = `${employee}/roller/${row?.id}/ret`
  const fields = await fieldsOf(path)
  const wrong = await send(path, {
    ...fields,
    'tid-1-fra': 'kl. 25',
    'tid-2-dag-7': '1',
    'tid-2-fra': '8',
    trin: 'gem',
  })
  assert.equal(wrong.status, 422)
  for (const [field, sentence] of [
    ['tid-1-dage', 'Vælg mindst én dag'],
    ['tid-1-fra', 'Skriv, hvornår tidsrummet begynder'],
    ['tid-1-til', 'Skriv, hvornår tidsrummet slutter'],
    ['tid-2-til', 'Skriv, hvornår tidsrummet slutter'],
  ])
    assert.match(wrong.body, new RegExp(`href="#${field}">${sentence}`))
  // Wednesday the 25th of November 2026 is over before Saturday comes.
  const today = stage.clock.now().toISOString().slice(0, 10)
  const weekday = ((stage.clock.now().getUTCDay() + 6) % 7) + 1
  const never = Object.fromEntries(
    Object.keys(fields)
      .filter((name) => name.startsWith('tid-'))
      .map((name) => [name, '']),
  )
  const other = String((weekday % 7) + 2 > 7 ? 1 : (weekday % 7) + 2)
  const typed = { ...fields, ...never, til: today, 'tid-0-fra': '15:00', 'tid-0-til': '16:00' } as Record<
    string,
    string
  >
  for (const name of Object.keys(typed)) if (/^tid-\d-dag-/.test(name)) delete typed[name]
  const refused = await send(path, { ...typed, [`tid-0-dag-${other}`]: '1', trin: 'gem' })
  assert.equal(refused.status, 422)
  assert.match(textOf(refused), /Det ville aldrig gælde/)
  assert.deepEqual(
    (await held().execute()).map(({ hours }) => hours),
    [both.slice(0, 1)],
  )
})

test('an account gets times of its own, once, and its administrator is told when somebody else did meanwhile', async () => {
  const path = `${employee}/tider`
  const fields = await fieldsOf(path)
  const typed = { ...fields, ...evenings, begrundelse: 'Vikar' }
  assert.equal((await send(path, { ...typed, begrundelse: '' })).status, 422)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await send(path, typed)), /Tiderne er gemt.*Tider Kun mandag og onsdag kl\. 15–23/)
  const row = () => db.selectFrom('account').select('hours').where('id', '=', annaId).executeTakeFirstOrThrow()
  assert.deepEqual((await row()).hours, both.slice(0, 1))
  const events = (await eventsOf(annaId)).filter(({ action }) => action === 'account.changed')
  assert.deepEqual(
    events.map(({ details }) => details),
    [{ before: { hours: null }, after: { hours: both.slice(0, 1) }, reason: 'Vikar' }],
  )
  const late = await send(path, { ...fields, ...night, begrundelse: 'Igen' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /En anden har ændret tiderne.*Der står nu: Mandag og onsdag kl\. 15–23/)
  const never = await send(giving, {
    ...(await fieldsOf(giving)),
    begrundelse: 'Uden for kontoens tider',
    'omfang-enhed': '999900000000099',
    ...night,
    trin: 'giv',
  })
  assert.match(textOf(never), /Det ville aldrig gælde/)
  await send(path, { set: 'Wednesday', begrundelse: 'Fast' })
  assert.deepEqual((await row()).hours, both.slice(0, 1))
  await send(path, { set: (await fieldsOf(path)).set ?? '', begrundelse: 'Fast' })
  assert.equal((await row()).hours, null)
})

test('nobody sees or sets the times of somebody who is not theirs', async () => {
  await appoint(stage, annaId, { level: 'administrator', service_ids: [] })
  const limited = (await enterAdministration(stage, anna)).browser
  for (const [agent, account] of [
    [browser, erikId],
    [limited, annaId],
    [limited, birgitId],
    [browser, randomUUID()],
  ] as const) {
    const path = `${url}/admin/medarbejdere/${account}/tider`
    assert.equal((await agent.get(path)).status, 404, account)
    assert.equal((await send(path, { ...evenings, begrundelse: 'X' }, agent)).status, 404)
  }
})
