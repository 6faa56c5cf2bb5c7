/** Chief administrators keep their units; administrators see their own part; nobody sees or touches another organisation's. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { rowOfForm } from '../../src/base/ids.ts'
import type { UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { birgit, clinicCvr, sor } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url } = stage
const annaId = await accountId(stage, 'anna')
await appoint(stage, annaId, { level: 'chief' })
await addStranger(stage)
const unitOf = async (key: string) => db.selectFrom('unit').selectAll().where('key', '=', key).executeTakeFirstOrThrow()
const [clinic, townHall] = [await unitOf('klinik'), await unitOf('raadhus')]
await appoint(stage, await accountId(stage, 'birgit'), { level: 'administrator', unit_ids: [clinic.id] })
const { browser } = await enterAdministration(stage)
const units = `${url}/admin/enheder`

function send(from: UserAgent, path: string, fields: Record<string, string> = {}) {
  const address = new URL(path)
  return from.submit({ page: address, action: address, method: 'post', buttons: [], fields })
}
const shownOn = async (path: string) => (await browser.get(path)).forms.at(-1)?.fields.set ?? ''
const eventsAbout = async (id: string) =>
  db.selectFrom('audit_event').select(['action', 'details']).where('object_id', '=', id).orderBy('sequence').execute()
const laboratoryForm = randomUUID()
const laboratory = rowOfForm(laboratoryForm, clinic.organisation_id)

test('a unit is created under another, once however often it is sent, and stands in the tree with its numbers', async () => {
  const form = await browser.get(`${units}/ny?under=${clinic.id}`)
  assert.match(form.body, new RegExp(`value="${clinic.id}" selected`))
  const fields = {
    id: laboratoryForm,
    navn: 'Laboratoriet',
    over: clinic.id,
    sor: '9999 0000 0000 077',
    'p-nummer': '9999000077',
  }
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await send(browser, `${units}/ny`, fields)), /Enheden er oprettet.*Klinikken/)
  const row = await db.selectFrom('unit').selectAll().where('id', '=', laboratory).executeTakeFirstOrThrow()
  assert.deepEqual(
    [row.parent_id, row.sor, row.p_number, row.ydernummer],
    [clinic.id, '999900000000077', '9999000077', null],
  )
  assert.deepEqual(
    (await eventsAbout(laboratory)).map(({ action }) => action),
    ['unit.added'],
  )
  assert.match(
    textOf(await browser.get(units)),
    /Klinikken SOR-nummer 999900000000011 2 medarbejdere.*1 enhed under.*Laboratoriet/,
  )
  assert.match(textOf(await browser.get(`${units}?soeg=999900000000077`)), /1 enhed passer.*Laboratoriet.*Klinikken/)
  assert.match(textOf(await browser.get(`${units}?soeg=krst`)), /Ingen enhed passer på »krst«/)
})

test('what is wrong is said beside the field, and what was typed stays', async () => {
  const wrong = await send(browser, `${units}/ny`, {
    id: randomUUID(),
    navn: 'laboratoriet',
    over: clinic.id,
    sor,
    'p-nummer': '12',
    ydernummer: 'abc',
    kommune: '1',
    region: '10845',
  })
  assert.equal(wrong.status, 422)
  for (const sentence of [
    /med det navn samme sted/,
    /har det SOR-nummer/,
    /P-nummer er 10/,
    /ydernummer er 6/,
    /kommunekode er/,
    /regionskode er/,
  ])
    assert.match(textOf(wrong), sentence)
  assert.equal(wrong.forms.at(-1)?.fields.ydernummer, 'abc')
  assert.match(textOf(await send(browser, `${units}/ny`, { id: randomUUID(), navn: '\u0000' })), /Skriv enhedens navn/)
})

test('a unit is renamed and moved, never under itself nor under another organisation’s', async () => {
  const path = `${units}/${clinic.id}/ret`
  const set = await shownOn(path)
  for (const over of [laboratory, clinic.id, townHall.id, 'nord'])
    assert.match(textOf(await send(browser, path, { set, navn: 'Klinikken', over, sor })), /Vælg en åben enhed/, over)
  const own = `${units}/${laboratory}/ret`
  assert.match(
    textOf(await send(browser, own, { set: await shownOn(own), navn: 'Prøvelaboratoriet', over: '' })),
    /Enheden er rettet/,
  )
  const changed = (await eventsAbout(laboratory)).at(-1)
  assert.match(JSON.stringify(changed), /unit.changed.*after.*"Prøvelaboratoriet".*before.*"Laboratoriet"/)
})

test('the second of two administrators sees what the first did, keeps what was typed, and can save then', async () => {
  const path = `${units}/${laboratory}/ret`
  const set = await shownOn(path)
  await send(browser, path, { set, navn: 'Blodprøver', over: '' })
  const late = await send(browser, path, { set, navn: 'Laboratorium Nord', over: '' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /En anden har rettet enheden.*Navn: Blodprøver/)
  assert.equal(late.forms.at(-1)?.fields.navn, 'Laboratorium Nord')
  const form = late.forms.at(-1)
  assert.ok(form)
  assert.match(textOf(await browser.submit(form)), /Enheden er rettet/)
})

test('only an empty unit is closed; closed it is offered nowhere, and can be reopened', async () => {
  assert.match(textOf(await browser.get(`${units}/${clinic.id}/luk`)), /Enheden har medarbejdere/)
  assert.equal((await send(browser, `${units}/${clinic.id}/luk`)).status, 422)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await send(browser, `${units}/${laboratory}/luk`)), /Åbn enheden igen.*Enheden er lukket/)
  assert.doesNotMatch(textOf(await browser.get(units)), /Laboratorium Nord/)
  assert.doesNotMatch(textOf(await browser.get(`${units}/ny`)), /Laboratorium Nord/)
  assert.equal((await browser.get(`${units}/${laboratory}/ret`)).status, 404)
  assert.match(textOf(await send(browser, `${units}/${laboratory}/aabn`)), /Enheden er åbnet igen/)
  const events = await eventsAbout(laboratory)
  assert.deepEqual(
    events.slice(-2).map(({ action }) => action),
    ['unit.closed', 'unit.reopened'],
  )
})

test('an administrator sees their own units and changes none', async () => {
  const limited = (await enterAdministration(stage, birgit)).browser
  const text = textOf(await limited.get(units))
  assert.match(text, /Du ser de enheder, du administrerer.*Klinikken/)
  assert.doesNotMatch(text, /Laboratorium|Opret enhed/)
  assert.equal((await limited.get(`${units}/${clinic.id}`)).status, 200)
  for (const path of [
    `${units}/${laboratory}`,
    `${units}/ny`,
    `${units}/${clinic.id}/ret`,
    `${units}/${clinic.id}/luk`,
  ])
    assert.equal((await limited.get(path)).status, 404, path)
  for (const path of [
    `${units}/ny`,
    `${units}/${clinic.id}/ret`,
    `${units}/${laboratory}/luk`,
    `${units}/${laboratory}/aabn`,
  ])
    assert.equal((await send(limited, path, { id: randomUUID(), navn: 'X' })).status, 404, path)
})

test('a unit of another organisation is as if it were not there, also when its id is used as the number of a form', async () => {
  for (const path of ['', '/ret', '/luk']) {
    const [foreign, missing] = [
      await browser.get(`${units}/${townHall.id}${path}`),
      await browser.get(`${units}/${randomUUID()}${path}`),
    ]
    assert.deepEqual([foreign.status, textOf(foreign)], [404, textOf(missing)])
  }
  assert.equal((await send(browser, `${units}/ny`, { id: townHall.id, navn: 'Klinikkens hus' })).status, 200)
  const own = await db.selectFrom('unit').selectAll().where('name', '=', 'Klinikkens hus').executeTakeFirstOrThrow()
  assert.equal(own.organisation_id, clinic.organisation_id)
  assert.equal((await unitOf('raadhus')).name, 'Rådhuset')
})

test('1,500 units are one page that opens level by level', async () => {
  const many = Array.from({ length: 1500 }, (_, at) => ({
    key: `u${at}`,
    name: `Afdeling ${at}`,
    ...(at >= 15 ? { parent: `u${Math.floor(at / 15) - 1 < 0 ? 0 : Math.floor(at / 15) % 15}` } : {}),
  }))
  await stage.apply({
    organisations: [
      {
        cvr: clinicCvr,
        name: 'Lægerne ved Broen',
        kind: 'general-practice',
        units: [{ key: 'klinik', name: 'Klinikken', sor }, ...many],
      },
    ],
  })
  const page = await browser.get(units)
  assert.equal(page.body.match(/<details>/g)?.length, 15)
  assert.doesNotMatch(page.body, /<details open/)
  assert.ok(page.body.length < 1_000_000, `${page.body.length} characters`)
})

test('a document can close a unit, and one that says nothing of it leaves it closed', async () => {
  const organisation = (more: object) => ({
    organisations: [
      {
        cvr: '99999902',
        name: 'Fjordby Kommune',
        kind: 'municipality',
        units: [{ key: 'raadhus', name: 'Rådhuset', ...more }],
      },
    ],
  })
  await stage.apply(organisation({ closed: true }))
  await stage.apply(organisation({}))
  assert.notEqual((await unitOf('raadhus')).closed_at, null)
  await stage.apply(organisation({ closed: false }))
  assert.equal((await unitOf('raadhus')).closed_at, null)
})
