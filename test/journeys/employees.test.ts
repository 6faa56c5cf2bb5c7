/** An administrator sees the organisation's own people, what each may do and why, and nothing of anybody else's. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit, carl } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const [annaId, birgitId, erikId] = [
  await accountId(stage, 'anna'),
  await accountId(stage, 'birgit'),
  await addStranger(stage),
]
await appoint(stage, annaId, { level: 'chief' })
const { browser } = await enterAdministration(stage)
const see = (path: string) => browser.get(`${stage.url}/admin/medarbejdere${path}`)

test('the list shows everybody who works here, and nobody else', async () => {
  const page = await see('')
  assert.equal(page.status, 200)
  const text = textOf(page)
  assert.match(text, /2 medarbejdere/)
  assert.match(text, /Anna Bro Klinikken 2 .* Birgit Dal Klinikken 0/)
  assert.doesNotMatch(text, /Erik/)
})

test('a part of a name finds them, whatever characters it holds', async () => {
  assert.match(textOf(await see('?soeg=birg')), /1 medarbejder /)
  assert.match(textOf(await see('?soeg=%25')), /Ingen medarbejdere passer/)
  assert.match(textOf(await see('?soeg=Erik')), /Ingen medarbejdere passer/)
  assert.match(textOf(await see('?efter=x&status=suspended&enhed=x')), /Ingen medarbejdere passer/)
})

test('a person’s page tells every role, what it applies to and that it has effect, and the look is written down', async () => {
  const text = textOf(await see(`/${annaId}`))
  assert.match(text, /Medicinkortet Rolle/)
  assert.match(text, /Læge .*Hvorfor\? Rollen gælder nu, fordi alle led holder/)
  assert.match(text, /Klinikken 999900000000011/)
  const looks = (await stage.events()).filter(({ action }) => action === 'account.viewed')
  assert.equal(looks.length, 1)
})

test('a role without effect says which condition fails', async () => {
  await stage.db.updateTable('service_grant').set({ role_ids: [] }).execute()
  assert.match(textOf(await see(`/${annaId}`)), /Virker ikke nu: organisationen må ikke give denne rolle/)
  await stage.db.updateTable('service_grant').set({ role_ids: null }).execute()
})

test('somebody of another organisation is not found, exactly as somebody who does not exist', async () => {
  const [stranger, nobody, nonsense] = [await see(`/${erikId}`), await see(`/${randomUUID()}`), await see('/1')]
  assert.deepEqual([stranger.status, nobody.status, nonsense.status], [404, 404, 404])
  const without = (body: string) => body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
  assert.equal(without(stranger.body), without(nobody.body))
  assert.equal((await stage.events()).filter(({ action }) => action === 'account.viewed').length, 2)
})

test('the list tells when somebody last logged in, to a service or to the administration', async () => {
  assert.doesNotMatch(textOf(await see('')), /Anna Bro Klinikken 2 Ikke set endnu/)
  assert.match(textOf(await see('')), /Birgit Dal Klinikken 0 Ikke set endnu/)
  await stage.db.updateTable('account').set({ last_log_in_at: null }).where('id', '=', annaId).execute()
  assert.match(textOf(await see('')), /Anna Bro Klinikken 2 Ikke set endnu/)
  fieldsFor(await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna), stage.medicine)
  assert.doesNotMatch(textOf(await see('')), /Anna Bro Klinikken 2 Ikke set endnu/)
})

test('an employee who administers nothing finds no list', async () => {
  const birgits = await enterAdministration(stage, birgit)
  assert.equal((await birgits.browser.get(`${stage.url}/admin/medarbejdere`)).status, 404)
  assert.equal((await birgits.browser.get(`${stage.url}/admin/medarbejdere/${annaId}`)).status, 404)
  assert.equal((await enterAdministration(stage, carl)).page.status, 403)
})

test('an administrator limited to another unit sees neither the person nor the name', async () => {
  await appoint(stage, birgitId, { level: 'administrator', unit_ids: [randomUUID()] })
  const limited = (await enterAdministration(stage, birgit)).browser
  assert.match(textOf(await limited.get(`${stage.url}/admin/medarbejdere`)), /Ingen medarbejdere passer/)
  assert.equal((await limited.get(`${stage.url}/admin/medarbejdere/${annaId}`)).status, 404)
})

test('a long list comes a page at a time, in Danish order, by links that keep the filters', async () => {
  const { db, clock } = stage
  const { organisation_id } = await db
    .selectFrom('account')
    .select('organisation_id')
    .where('id', '=', annaId)
    .executeTakeFirstOrThrow()
  await sql`
    with made as (
      insert into person (id, name, created_at)
      select gen_random_uuid(), 'Zonja ' || (array['Ærø', 'Ørsted', 'Åberg', 'Aagaard', 'Zeuthen'])[1 + n % 5] || lpad(n::text, 3, '0'), ${clock.now()}
      from generate_series(1, 120) n returning id)
    insert into account (id, person_id, organisation_id, key, status, valid_from, created_at)
    select id, id, ${organisation_id}, id::text, 'active', ${clock.now()}, ${clock.now()} from made`.execute(db)
  const first = await see('?soeg=zonja')
  assert.match(textOf(first), /120 medarbejdere .* 1–50 af 120 Næste 50/)
  assert.match(textOf(first), /Zonja Zeuthen004 .* Zonja Zeuthen119 .* Zonja Ærø005/)
  const second = await browser.get(linkOn(first, 'next'))
  assert.match(textOf(second), /51–100 af 120 Forrige 50 Næste 20/)
  const third = await browser.get(linkOn(second, 'next'))
  assert.match(textOf(third), /Zonja Aagaard023 .* Zonja Aagaard118 .* 101–120 af 120 Forrige 50/)
  const namesOn = (page: Page) =>
    [...page.body.matchAll(/seb-name seb-hit" href="[^"]*">([^<]+)/g)].map(([, name]) => name)
  assert.equal(new Set([first, second, third].flatMap(namesOn)).size, 120)
  const back = await browser.get(linkOn(third, 'prev'))
  assert.deepEqual(namesOn(back), namesOn(second))
  assert.deepEqual(namesOn(await browser.get(linkOn(back, 'prev'))), namesOn(first))
  assert.deepEqual(
    namesOn(await see(`?soeg=zonja&efter=${erikId}`)),
    namesOn(first),
    'a stranger is no place in the list',
  )
})

test('a name is found whichever way its letters are written, by its words in any order', async () => {
  assert.match(textOf(await see('?soeg=AAGAARD003+zon')), /1 medarbejder .* Zonja Aagaard003/)
  assert.match(textOf(await see('?soeg=aaberg012')), /1 medarbejder .* Zonja Åberg012/)
  assert.match(textOf(await see('?soeg=oersted')), /24 medarbejdere/)
  assert.match(textOf(await see('?soeg=zonja+anna')), /Ingen medarbejdere passer/)
})

test('a person who changes name moves in the list', async () => {
  const row = await stage.db
    .updateTable('person')
    .set({ name: 'Zonja Andersen' })
    .where('name', '=', 'Zonja Åberg117')
    .executeTakeFirst()
  assert.equal(row.numUpdatedRows, 1n)
  assert.match(textOf(await see('?soeg=zonja')), /120 medarbejdere .*? Status Vælg Zonja Andersen/)
})

function linkOn(page: Page, relation: string): string {
  const [, href] = new RegExp(`href="([^"]+)" rel="${relation}"`).exec(page.body) ?? []
  if (!href) throw new Error(`no link to ${relation} on ${page.url}`)
  return new URL(href.replaceAll('&amp;', '&'), page.url).href
}
