/** What an organisation may hand out, who has it, and the way from a role to somebody who is given it. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { birgit, carl, sor } from '../support/clinic.ts'
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
const roles = `${url}/admin/roller`
const medicine = await db
  .selectFrom('role')
  .innerJoin('service', 'service.id', 'service_id')
  .select(['role.id', 'service_id'])
  .where('service.key', '=', 'medicine')
  .executeTakeFirstOrThrow()
const linkOn = (page: Page, rel: string) => {
  const [, href = ''] = new RegExp(`href="([^"]*)" rel="${rel}"`).exec(page.body) ?? []
  return new URL(href.replaceAll('&amp;', '&'), url)
}

test('the roles stand by service, with how many have each, and a role says what it asks for and who has it', async () => {
  await db
    .updateTable('role')
    .set({ sensitive: true, description_da: 'Ser medicin' })
    .where('id', '=', medicine.id)
    .execute()
  const list = await browser.get(roles)
  assert.match(
    textOf(list),
    /Henvisninger .*Læge 1.*Medicinkortet .*Læge Ser medicin Giver adgang til følsomme oplysninger 1/,
  )
  const page = await browser.get(`${roles}/${medicine.id}`)
  assert.match(
    textOf(page),
    /Afgrænses til Enhed, skal angives.*Medarbejdere, der har rollen.*Anna Bro Klinikken Klinikken \(999900000000011\)/,
  )
})

test('from a role one finds whom to give it to, but never oneself', async () => {
  const give = await browser.get(`${roles}/${medicine.id}/giv?soeg=bro`)
  assert.match(give.body, new RegExp(`/medarbejdere/${annaId}/tildel/${medicine.id}`))
  const all = await browser.get(`${roles}/${medicine.id}/giv`)
  assert.ok(!all.body.includes(birgitId) && !all.body.includes(erikId))
  assert.match(textOf(await browser.get(`${roles}/${medicine.id}/giv?soeg=krst`)), /Ingen medarbejdere passer/)
})

test('120 holders come a page at a time, and those who lost it are not among them', async () => {
  await sql`
    with made as (
      insert into person (id, name, created_at)
      select gen_random_uuid(), 'Zonja ' || lpad(n::text, 3, '0'), ${stage.clock.now()} from generate_series(1, 120) n returning id),
    employed as (
      insert into account (id, person_id, organisation_id, key, status, valid_from, created_at)
      select made.id, made.id, (select organisation_id from account where id = ${annaId}), made.id::text, 'active', ${stage.clock.now()}, ${stage.clock.now()} from made returning id)
    select count(*) from employed`.execute(db)
  await sql`
    insert into role_assignment (id, account_id, service_id, role_id, scopes, valid_from, assigned_by)
    select gen_random_uuid(), account.id, ${medicine.service_id}, ${medicine.id}, ${JSON.stringify({ enhed: [sor] })}::jsonb, ${stage.clock.now()}, 'test'
    from account join person on person.id = account.person_id where person.name like 'Zonja%'`.execute(db)
  const first = await browser.get(`${roles}/${medicine.id}`)
  assert.match(textOf(first), /1–50 af 121/)
  const last = await browser.get(linkOn(await browser.get(linkOn(first, 'next')), 'next'))
  assert.match(textOf(last), /Zonja 120.*101–121 af 121/)
  await sql`update role_assignment set withdrawn_at = ${stage.clock.now()} where account_id in (
    select account.id from account join person on person.id = person_id where name like 'Zonja%')`.execute(db)
  assert.match(textOf(await browser.get(roles)), /Ser medicin Giver adgang til følsomme oplysninger 1/)
})

test('an administrator sees the roles of their services and the holders in their units; nobody else sees any', async () => {
  await stage.apply({
    people: [{ key: 'carl', name: carl.name, accounts: [{ cvr: carl.cvr, key: 'carl', professionalUuid: carl.uuid }] }],
  })
  const carlId = await accountId(stage, 'carl')
  await appoint(stage, carlId, { level: 'administrator', unit_ids: [randomUUID()], service_ids: [medicine.service_id] })
  const limited = (await enterAdministration(stage, carl)).browser
  const text = textOf(await limited.get(roles))
  assert.match(text, /Medicinkortet .*Læge .* 0/)
  assert.doesNotMatch(text, /Henvisninger/)
  assert.match(textOf(await limited.get(`${roles}/${medicine.id}`)), /Ingen har rollen endnu/)
  await db
    .updateTable('administrator_appointment')
    .set({ ended_at: stage.clock.now() })
    .where('account_id', '=', carlId)
    .execute()
  for (const path of [roles, `${roles}/${medicine.id}`, `${roles}/${medicine.id}/giv`])
    assert.equal((await limited.get(path)).status, 404, path)
  for (const path of [`${roles}/${randomUUID()}`, `${roles}/nord`, `${roles}/${randomUUID()}/giv`])
    assert.equal((await browser.get(path)).status, 404, path)
})
