/** System management and service owners say which roles one person may not hold together; administrators see who does already. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
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
