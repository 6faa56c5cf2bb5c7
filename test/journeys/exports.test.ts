/** Who had what, on any day there was: as it was then, whatever has been changed since, and within the administrator's limits. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { writeDay } from '../../src/base/danish-time.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { birgit, clinicCvr, sor } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const hostile = '=HYPERLINK("http://made-up.example";"<b>")'
await stage.apply({
  organisations: [
    {
      cvr: clinicCvr,
      name: 'Lægerne ved Broen',
      kind: 'general-practice',
      units: [
        { key: 'klinik', name: 'Klinikken', sor },
        { key: 'lab', name: 'Laboratoriet' },
      ],
    },
  ],
  people: [
    { key: 'formel', name: hostile, accounts: [{ cvr: clinicCvr, key: 'formel', unit: 'klinik', rid: '0077' }] },
  ],
})
await addStranger(stage)
const annaId = await accountId(stage, 'anna')
await appoint(stage, annaId, { level: 'chief' })
const lab = await stage.db.selectFrom('unit').select('id').where('key', '=', 'lab').executeTakeFirstOrThrow()
await appoint(stage, await accountId(stage, 'birgit'), { level: 'administrator', unit_ids: [lab.id] })
const { browser } = await enterAdministration(stage)

const day = (daysAgo: number) => writeDay(new Date(stage.clock.now().getTime() - daysAgo * 86_400_000))
const get = (daysAgo: number, format: 'csv' | 'xlsx' = 'csv', by = browser) =>
  by.get(`${stage.url}/admin/udtraek/hent?dag=${day(daysAgo)}&som=${format}`)

/** As if what has been written so far had been written so many days earlier. Only the owner of the schema may. */
async function letDaysPass(days: number): Promise<void> {
  await stage.db.connection().execute(async (db) => {
    const earlier = sql.raw(`- interval '${days} days'`)
    await sql`reset role`.execute(db)
    await sql`update account set created_at = created_at ${earlier}`.execute(db)
    await sql`alter table account disable trigger user`.execute(db)
    await sql`alter table role_assignment disable trigger user`.execute(db)
    await sql`update account set valid_from = valid_from ${earlier}`.execute(db)
    await sql`update role_assignment set valid_from = valid_from ${earlier}, given_at = given_at ${earlier}, withdrawn_at = withdrawn_at ${earlier}`.execute(
      db,
    )
    await sql`alter table account enable trigger user`.execute(db)
    await sql`alter table role_assignment enable trigger user`.execute(db)
    await sql`update earlier_row set until = until ${earlier}, kept = kept || jsonb_build_object(
      'valid_from', (kept->>'valid_from')::timestamptz ${earlier}, 'given_at', (kept->>'given_at')::timestamptz ${earlier})`.execute(
      db,
    )
    await sql`set role seb_broker`.execute(db)
  })
}

/** She exports herself, and must stay logged in. */
const allDays = JSON.stringify([{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '00:00' }])
const evenings = JSON.stringify([{ days: [1], from: '15:00', until: '23:00' }])

test('a day in the past is told as it was, after everything about it has changed', async () => {
  await letDaysPass(10)
  await stage.db
    .updateTable('role_assignment')
    .set({ scopes: JSON.stringify({ enhed: ['999900000000099'] }), hours: evenings })
    .where('account_id', '=', annaId)
    .execute()
  await letDaysPass(5)
  await stage.db
    .updateTable('role_assignment')
    .set({ withdrawn_at: stage.clock.now() })
    .where('account_id', '=', annaId)
    .execute()
  const moved = { unit_id: lab.id, status: 'suspended', hours: allDays } as const
  await stage.db.updateTable('account').set(moved).where('id', '=', annaId).execute()
  await stage.db.updateTable('account').set({ last_log_in_at: stage.clock.now() }).where('id', '=', annaId).execute()
  await letDaysPass(2)
  await stage.db.updateTable('account').set({ status: 'active' }).where('id', '=', annaId).execute()

  stage.clock.moveMinutes(1)
  const first = (await get(14)).body
  assert.match(first, /Anna Bro;[^\n]*;Klinikken;Aktiv;Medicinkortet;Læge;999900000000011;\d{4}-\d\d-\d\d;;;;/)
  const second = (await get(5)).body
  assert.match(
    second,
    /Anna Bro;[^\n]*;Klinikken;Aktiv;Medicinkortet;Læge;999900000000099;\d{4}-\d\d-\d\d;;mandag kl\. 15–23;;/,
  )
  const third = (await get(1)).body
  assert.match(third, /Anna Bro;[^\n]*;Laboratoriet;Spærret;;;;;;;mandag–søndag hele dagen;/)
  assert.match((await get(0)).body, /Anna Bro;[^\n]*;Laboratoriet;Aktiv;;;;/)
  assert.doesNotMatch((await get(30)).body, /Anna Bro/)
  const kept = await stage.db.selectFrom('earlier_row').select('kind').where('account_id', '=', annaId).execute()
  assert.equal(kept.length, 2 + 2 + 2, 'logging in changes no access, so nothing is kept of it')
})

test('no cell is a formula, in neither kind of file', async () => {
  const csv = await get(0)
  assert.match(csv.type, /text\/csv/)
  assert.ok(csv.body.includes(`"'=HYPERLINK(""http://made-up.example"";""<b>"")";0077;`), csv.body)
  const answer = await fetch(`${stage.url}/admin/udtraek/hent?dag=${day(0)}&som=xlsx`, {
    headers: { cookie: `seb_session=${browser.cookie('127.0.0.1', 'seb_session')}`, 'accept-language': 'da' },
  })
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  assert.match(sheet, /<t xml:space="preserve">=HYPERLINK\(&quot;http/)
  assert.doesNotMatch(sheet, /<f[ >]|t="str"/)
  assert.deepEqual(Object.keys(files).sort(), [
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ])
})

test('an administrator exports the people within the limits, nobody exports others, and each export is an event', async () => {
  assert.doesNotMatch((await get(0)).body, /Erik Fremmed/)
  const { browser: limited } = await enterAdministration(stage, birgit)
  const page = await get(0, 'csv', limited)
  assert.match(page.body, /Anna Bro/)
  assert.doesNotMatch(page.body, /HYPERLINK|Birgit Dal/)
  assert.doesNotMatch((await get(14, 'csv', limited)).body, /Anna Bro/, 'she was in another unit then')
  await stage.db.updateTable('account').set({ unit_id: null }).where('id', '=', annaId).execute()
  stage.clock.moveMinutes(1)
  assert.match((await get(1, 'csv', limited)).body, /Anna Bro;[^\n]*;Laboratoriet/)
  assert.doesNotMatch((await get(0, 'csv', limited)).body, /Anna Bro/)
  const events = (await stage.events()).filter(({ action }) => action === 'access.exported')
  assert.match(JSON.stringify(events.at(-1)?.details), /"accounts":0/)
})

test('a day that is none, or has not come, is told beside the field', async () => {
  for (const [value, sentence] of [
    ['', /Skriv dagen som en dato/],
    ['2026-02-30', /Skriv dagen som en dato/],
    ["1'; drop", /Skriv dagen som en dato/],
    ['9999-01-01', /Dagen er ikke gået endnu/],
  ] as const) {
    const page = await browser.get(`${stage.url}/admin/udtraek/hent?dag=${encodeURIComponent(value)}&som=csv`)
    assert.equal(page.status, 422)
    assert.match(textOf(page), sentence)
  }
})
