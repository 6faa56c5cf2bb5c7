/** System management and service owners say which roles one person may not hold together; administrators see who does already. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import type { Form, Page, UserAgent } from '../interop/user-agent.ts'
import { anna, birgit } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { openServiceStage } from '../support/service-stage.ts'

const stage = await openServiceStage()
after(() => stage.close())
const { db, open, post } = stage
const doctor = await stage.roleId('laege')
const referrer = await stage.roleId('laege', 'referrals')
const row = await db.selectFrom('role').selectAll().where('id', '=', doctor).executeTakeFirstOrThrow()
const approver = randomUUID()
const approves = { id: approver, key: 'godkender', name_da: 'Godkender', name_en: 'Approver' }
await db
  .insertInto('role')
  .values({ ...row, ...approves })
  .execute()
const owner = await stage.enter(anna, 'service-owner:')
const manager = await stage.enter(birgit, 'system-management:')
const [managed, owned] = ['/forvaltning/konflikter', '/tjenesteejer/konflikter']
const rules = () =>
  db.selectFrom('role_conflict').selectAll().where('ended_at', 'is', null).orderBy('service_id').execute()
const texts = {
  navn: 'Bestil og godkend',
  'navn-en': 'Order and approve',
  begrundelse: 'Fire øjne.',
  virkning: 'blocked',
}

/** The form of a rule with these roles ticked: several fields of one name, as browsers send them. */
function save(as: UserAgent, path: string, fields: Record<string, string>, roleIds: string[]): Promise<Page> {
  const all = { ...texts, hoejst: '1', ...fields }
  const pairs = new URLSearchParams([...Object.entries(all), ...roleIds.map((id) => ['rolle', id])])
  const action = new URL(path, stage.url)
  return as.submit({ page: action, action, method: 'post', buttons: [], fields: pairs as never })
}

test('an owner makes a rule of roles of their own service, in one form, and it is there once', async () => {
  assert.match(textOf(await open(owner, owned)), /Der er ingen rollekonflikter/)
  const form = textOf(await open(owner, `${owned}/ny`))
  assert.match(form, /Godkender i Medicinkortet Læge i Medicinkortet/)
  assert.doesNotMatch(form, /Henvisninger/)
  const refused = await save(owner, `${owned}/ny`, { id: randomUUID(), navn: '', hoejst: '0' }, [])
  assert.equal(refused.status, 422)
  assert.match(textOf(refused), /Skriv et navn på dansk.*Vælg mindst to roller.*Skriv et tal/)
  const id = randomUUID()
  for (let time = 0; time < 2; time++) {
    const page = await save(owner, `${owned}/ny`, { id }, [doctor, approver, referrer])
    assert.match(textOf(page), /Det er gemt.*Bestil og godkend/)
  }
  const [rule, ...others] = await rules()
  assert.equal(others.length, 0)
  assert.equal(rule?.service_id, await stage.serviceId('medicine'))
  const parts = await db.selectFrom('role_conflict_role').select('role_id').execute()
  assert.deepEqual(parts.map(({ role_id }) => role_id).sort(), [approver, doctor].sort())
})

test('system management makes rules across services, which owners see and do not change', async () => {
  const choose = await open(manager, `${managed}/ny`)
  assert.match(textOf(choose), /Hvilke tjenester er rollerne fra\?.*Henvisninger.*Medicinkortet/)
  const services = [await stage.serviceId('medicine'), await stage.serviceId('referrals')]
  const query = services.map((id) => `tjeneste=${id}`).join('&')
  assert.match(textOf(await open(manager, `${managed}/ny?${query}`)), /Læge i Henvisninger.*Læge i Medicinkortet/)
  const pairs = new URLSearchParams({ ...texts, navn: 'På tværs', id: randomUUID(), hoejst: '1' })
  for (const id of services) pairs.append('tjeneste', id)
  for (const id of [doctor, referrer]) pairs.append('rolle', id)
  const action = new URL(`${managed}/ny`, stage.url)
  const form: Form = { page: action, action, method: 'post', buttons: [], fields: pairs as never }
  assert.match(textOf(await manager.submit(form)), /Det er gemt.*På tværs/)
  const across = (await rules()).find(({ name_da }) => name_da === 'På tværs')
  assert.equal(across?.service_id, null)
  assert.match(textOf(await open(owner, owned)), /På tværs Systemforvaltningens regel/)
  assert.equal((await open(owner, `${owned}/${across?.id}`)).status, 404)
  assert.equal((await save(owner, `${owned}/${across?.id}`, { version: '1' }, [doctor, approver])).status, 404)
})

test('the second of two who change a rule sees what the first saved', async () => {
  const [rule] = await rules()
  const path = `${managed}/${rule?.id}`
  const first = await save(manager, path, { version: '1', navn: 'Nyt navn' }, [doctor, approver])
  assert.match(textOf(first), /Det er gemt/)
  const second = await save(owner, `${owned}/${rule?.id}`, { version: '1', virkning: 'with-reason' }, [
    doctor,
    approver,
  ])
  assert.equal(second.status, 422)
  assert.match(textOf(second), /En anden har ændret det imens.*Navn på dansk: Nyt navn/)
  const again = await save(owner, `${owned}/${rule?.id}`, { version: '2', virkning: 'with-reason' }, [doctor, approver])
  assert.match(textOf(again), /Det er gemt/)
  assert.deepEqual((await rules()).map(({ name_da, effect, version }) => [name_da, effect, version]).at(0), [
    'Bestil og godkend',
    'with-reason',
    3,
  ])
})

test('whoever holds the roles already is listed for their administrators and counted for those who keep the rule', async () => {
  const { id: annaId, person_id } = await db
    .selectFrom('account')
    .select(['id', 'person_id'])
    .where('key', '=', 'birgit')
    .executeTakeFirstOrThrow()
  const give = (role_id: string) => {
    const id = randomUUID()
    const terms = { key: id, scopes: '{}', valid_from: stage.clock.now(), assigned_by: person_id, reason: '' }
    return db
      .insertInto('role_assignment')
      .values({ id, account_id: annaId, service_id: row.service_id, role_id, ...terms })
      .execute()
  }
  await give(doctor)
  await give(approver)
  const chief = await stage.enter(anna, 'chief-administrator:')
  const page = await open(chief, '/admin/konflikter')
  assert.match(
    textOf(page),
    /Birgit Dal Bestil og godkend Fire øjne\. Godkender i Medicinkortet.*Læge i Medicinkortet.*ret den til at slutte en dag/,
  )
  const [rule] = await rules()
  assert.match(textOf(await open(manager, `${managed}/${rule?.id}`)), /Personer: 1\. Organisationer: 1\./)
  const held = await db
    .selectFrom('role_assignment')
    .select('id')
    .where('role_id', '=', approver)
    .executeTakeFirstOrThrow()
  const path = `/admin/medarbejdere/${annaId}/roller/${held.id}/ret`
  const form = await open(chief, path)
  assert.match(
    textOf(form),
    /Rollen går ikke sammen med det, personen har.*Hvorfor skal personen have rollen alligevel/,
  )
  const [change] = form.forms.filter(({ fields }) => 'set' in fields)
  assert.ok(change)
  const fields = { til: '2026-12-31', undtagelse: 'Ferie', begrundelse: 'Ferie', 'omfang-enhed': '999900000000011' }
  const saved = await chief.submit({ ...change, fields: { ...change.fields, ...fields, trin: 'gem' } })
  assert.match(textOf(saved), /Birgit Dal/)
  assert.match(
    textOf(await open(chief, '/admin/konflikter')),
    /Undtagelse til og med 31\. dec\. 2026: Ferie.*Undtagelsen slutter af sig selv/,
  )
})

test('hundreds are listed page after page, each once, those with an exception last, and one’s own without what one may not do', async () => {
  const { id: annaId, person_id: annaPerson } = await db
    .selectFrom('account')
    .select(['id', 'person_id'])
    .where('key', '=', 'anna')
    .executeTakeFirstOrThrow()
  await sql`insert into person (id, name, created_at)
    select md5('person' || n)::uuid, 'Made Up ' || n, now() from generate_series(1, 120) n`.execute(db)
  await sql`insert into account (id, person_id, organisation_id, unit_id, key, status, valid_from, created_at)
    select md5('account' || n)::uuid, md5('person' || n)::uuid, organisation_id, unit_id, 'k' || n, 'active', valid_from, created_at
    from account, generate_series(1, 120) n where account.id = ${annaId}`.execute(db)
  // The last two never hold both at a time: one by dates, one by hours of the week.
  const hours = (day: number) => JSON.stringify([{ days: [day], from: '08:00', until: '16:00' }])
  const give = (role: string, others: RawBuilder<unknown>) =>
    sql`insert into role_assignment (id, account_id, service_id, role_id, valid_from, valid_until, hours, assigned_by, key) ${others}
      select gen_random_uuid(), id, ${row.service_id}::uuid, ${role}::uuid, since, until, hours, 'made up', gen_random_uuid() from those`.execute(
      db,
    )
  const now = stage.clock.now()
  const those = (second: boolean) => sql`with those as (
    select account.id, case when account.key = 'k119' and ${second} then ${new Date('2030-01-01')}::timestamptz else ${now}::timestamptz end as since,
      case when account.key = 'k119' and not ${second} then ${new Date('2029-01-01')}::timestamptz end as until,
      case when account.key = 'k120' then ${second ? hours(1) : hours(2)}::jsonb end as hours
    from account where account.key ~ '^k[0-9]+$' or account.id = ${annaId})`
  await give(doctor, those(false))
  await give(approver, those(true))
  const chief = await stage.enter(anna, 'chief-administrator:')
  const seen: string[] = []
  let page = await open(chief, '/admin/konflikter')
  for (let at = 0; at < 5; at++) {
    seen.push(...[...page.body.matchAll(/>(Made Up \d+|Anna Bro|Birgit Dal)<\/a>/g)].map(([, name = '']) => name))
    const next = /href="([^"]*)" rel="next"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&')
    if (next === undefined) break
    page = await open(chief, next)
  }
  const madeUp = seen.filter((name) => name.startsWith('Made Up'))
  assert.equal(madeUp.length, 118)
  assert.equal(new Set(madeUp).size, 118)
  assert.equal(seen.filter((name) => name === 'Anna Bro').length, 2, 'she breaks two rules')
  assert.equal(seen.at(-1), 'Birgit Dal', 'explained by an exception')
  assert.match(textOf(page), /101[–-]121 af 121/)
  assert.ok(!seen.includes('Made Up 119') && !seen.includes('Made Up 120'))
  const own = await open(chief, '/admin/konflikter')
  assert.match(textOf(own), /Anna Bro .*Det er dine egne roller/)
  assert.doesNotMatch(own.body, new RegExp(`/admin/medarbejdere/${annaId}/roller/`))
  const [rule] = await rules()
  assert.match(textOf(await open(manager, `${managed}/${rule?.id}`)), /Personer: 121\. Organisationer: 1\./)
  for (const bad of ['x', `${annaPerson}`, `${rule?.id}.${annaPerson}.x`, `${rule?.id}.${rule?.id}`])
    assert.match(textOf(await open(chief, `/admin/konflikter?efter=${bad}`)), /1[–-]50 af 121/)
})

test('a rule ends, once, and what it kept apart can be given together', async () => {
  const [rule] = await rules()
  const path = `${owned}/${rule?.id}/ophoer`
  assert.match(textOf(await open(owner, path)), /Skal Bestil og godkend ophøre\?/)
  for (let time = 0; time < 2; time++) assert.match(textOf(await post(owner, path, {})), /Rollekonflikter/)
  assert.equal((await rules()).length, 1)
  const events = await db
    .selectFrom('audit_event')
    .select('action')
    .where('action', 'like', 'role-conflict.%')
    .execute()
  assert.deepEqual(events.map(({ action }) => action).sort(), [
    'role-conflict.added',
    'role-conflict.added',
    'role-conflict.changed',
    'role-conflict.changed',
    'role-conflict.ended',
  ])
})
