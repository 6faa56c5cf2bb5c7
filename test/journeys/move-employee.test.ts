/** An employee is handed over to another unit; what applied to the old one follows, stays or is taken back, as it is chosen. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { anna, birgit, clinicCvr, sor } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url } = stage
const otherSor = '999900000000022'
await stage.apply({
  organisations: [
    {
      cvr: clinicCvr,
      name: 'Lægerne ved Broen',
      kind: 'general-practice',
      units: [
        { key: 'klinik', name: 'Klinikken', sor },
        { key: 'annex', name: 'Annekset', sor: otherSor },
        { key: 'stue', name: 'Stuen', parent: 'annex' },
        { key: 'udenfor', name: 'Kontoret' },
        { key: 'lukket', name: 'Kælderen', closed: true },
      ],
    },
  ],
})
const [annaId, birgitId, erikId] = [
  await accountId(stage, 'anna'),
  await accountId(stage, 'birgit'),
  await addStranger(stage),
]
const units = new Map(
  (await db.selectFrom('unit').select(['id', 'key']).execute()).map(({ id, key }) => [key, id] as const),
)
const unitId = (key: string) => units.get(key) ?? assert.fail(key)
await appoint(stage, birgitId, { level: 'chief' })
const { browser } = await enterAdministration(stage, birgit)
const path = `${url}/admin/medarbejdere/${annaId}/flyt`

const open = (key: string, from = browser) => from.get(`${path}?enhed=${unitId(key)}`)
function send(page: Page, more: Record<string, string>, from: UserAgent = browser) {
  const [form] = page.forms
  assert.ok(form, textOf(page))
  return from.submit({ ...form, fields: { ...form.fields, ...more } })
}
const unitNow = async () =>
  (await db.selectFrom('account').select('unit_id').where('id', '=', annaId).executeTakeFirstOrThrow()).unit_id
const roles = async () =>
  db
    .selectFrom('role_assignment')
    .innerJoin('service', 'service.id', 'service_id')
    .select(['role_assignment.id', 'service.key', 'scopes', 'withdrawn_at'])
    .where('account_id', '=', annaId)
    .orderBy('service.key')
    .execute()
const eventsSince = async (sequence: number) =>
  db
    .selectFrom('audit_event')
    .select(['action', 'details'])
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .execute()
const lastSequence = async () =>
  (await db.selectFrom('audit_event').select('sequence').orderBy('sequence', 'desc').executeTakeFirstOrThrow()).sequence

test('roles that apply to the old unit are shown with what becomes of each, and nothing is changed before it is said', async () => {
  const choose = await browser.get(path)
  assert.match(textOf(choose), /Hører nu til i: Klinikken/)
  for (const name of ['Annekset', 'Annekset › Stuen', 'Kontoret']) assert.match(choose.body, new RegExp(`>${name}<`))
  assert.doesNotMatch(choose.body, />Kælderen<|>Rådhuset<|>Klinikken</)
  const page = await open('stue')
  assert.match(
    textOf(page),
    new RegExp(
      `Skift: gælder for Annekset \\(${otherSor}\\) Behold: gælder stadig for Klinikken \\(${sor}\\) Tag rollen tilbage`,
    ),
  )
  assert.equal(await unitNow(), unitId('klinik'))
  assert.match(textOf(await send(page, { begrundelse: ' ' })), /Skriv en begrundelse/)
})

test('one role follows and one stays, all in one change, and sent twice it happens once', async () => {
  const [medicine, referrals] = await roles()
  assert.ok(medicine && referrals)
  const page = await open('annex')
  const before = await lastSequence()
  const chosen = {
    [`rolle-${medicine.id}`]: 'skift',
    [`rolle-${referrals.id}`]: 'behold',
    begrundelse: 'Ny arbejdsplads',
  }
  for (let time = 0; time < 2; time++)
    assert.match(
      textOf(await send(page, chosen)),
      /Medarbejderen er flyttet.*Birgit Dal flyttede kontoen til en anden enhed/,
    )
  assert.equal(await unitNow(), unitId('annex'))
  assert.deepEqual(
    (await roles()).map(({ scopes }) => scopes),
    [{ enhed: [otherSor] }, { enhed: [sor] }],
  )
  const events = (await eventsSince(before)).filter(({ action }) => action !== 'account.viewed')
  assert.deepEqual(
    events.map(({ action }) => action),
    ['role-assignment.changed', 'account.moved'],
  )
  const moved = JSON.stringify(events.at(-1)?.details)
  assert.ok(moved.includes(unitId('klinik')) && moved.includes(unitId('annex')), moved)
})

test('where the new unit has no such number a role cannot follow, but can be taken back', async () => {
  const page = await open('udenfor')
  assert.match(textOf(page), /den nye enhed har ikke sådan et nummer/)
  assert.doesNotMatch(page.body, /value="skift"/)
  const [medicine] = await roles()
  await send(page, { [`rolle-${medicine?.id}`]: 'tag', begrundelse: 'På kontoret' })
  assert.notEqual((await roles())[0]?.withdrawn_at, null)
  assert.equal(await unitNow(), unitId('udenfor'))
})

test('what another changed meanwhile is shown before anything is moved', async () => {
  const page = await open('klinik')
  await send(await open('annex'), { begrundelse: 'Først' })
  const late = await send(page, { begrundelse: 'Sidst' })
  assert.equal(late.status, 422)
  assert.match(
    textOf(late),
    /En anden har ændret noget.*Hører nu til i: Annekset|Hører nu til i: Annekset.*En anden har ændret noget/,
  )
  assert.equal(late.forms[0]?.fields.begrundelse, 'Sidst')
  assert.equal(await unitNow(), unitId('annex'))
})

test('nobody is ever moved to another organisation’s unit, to a closed one, or to none', async () => {
  const page = await open('klinik')
  for (const enhed of [unitId('raadhus'), unitId('lukket'), randomUUID(), '', 'nord']) {
    assert.equal((await browser.get(`${path}?enhed=${enhed}`)).status, 422, enhed)
    const late = await send(page, { enhed, begrundelse: 'X' })
    assert.deepEqual([late.status, /Vælg den enhed/.test(textOf(late))], [422, true], enhed)
  }
  assert.equal(await unitNow(), unitId('annex'))
  const move = db
    .updateTable('account')
    .set({ unit_id: unitId('raadhus') })
    .where('id', '=', annaId)
  await assert.rejects(move.execute(), /account_unit_of_same_organisation/)
})

test('an administrator of some units moves between those only; nobody moves themselves or a stranger', async () => {
  await db
    .updateTable('account')
    .set({ unit_id: unitId('klinik') })
    .where('id', '=', birgitId)
    .execute()
  await appoint(stage, annaId, { level: 'administrator', unit_ids: [unitId('annex'), unitId('stue')] })
  const limited = (await enterAdministration(stage, anna)).browser
  for (const account of [birgitId, annaId, erikId, randomUUID()])
    assert.equal((await limited.get(`${url}/admin/medarbejdere/${account}/flyt`)).status, 404, account)
  await stage.apply({
    people: [
      { key: 'carl', name: 'Carl Eng', accounts: [{ cvr: clinicCvr, key: 'carl', unit: 'annex', rid: '87654321' }] },
    ],
  })
  const carl = `${url}/admin/medarbejdere/${await accountId(stage, 'carl')}/flyt`
  const choose = await limited.get(carl)
  assert.match(choose.body, />Annekset › Stuen</)
  assert.doesNotMatch(choose.body, />Klinikken<|>Kontoret</)
  const moving = await limited.get(`${carl}?enhed=${unitId('stue')}`)
  assert.equal((await send(moving, { enhed: unitId('klinik'), begrundelse: 'X' }, limited)).status, 422)
  assert.match(textOf(await send(moving, { begrundelse: 'Ny stue' }, limited)), /Medarbejderen er flyttet/)
})
