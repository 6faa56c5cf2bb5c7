/** Roles that belong together are made a bundle, given as one, explained as one and taken back as one; what was given stays when it changes. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { accountId, addStranger, appoint, enterAdministration } from '../support/administration.ts'
import { birgit, carl, clinicCvr, sor } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { db, url } = stage
await stage.apply({
  people: [
    {
      key: 'carl',
      name: carl.name,
      accounts: [{ cvr: clinicCvr, key: 'carl', unit: 'klinik', professionalUuid: carl.uuid }],
    },
  ],
})
const [annaId, birgitId, carlId, erikId] = [
  await accountId(stage, 'anna'),
  await accountId(stage, 'birgit'),
  await accountId(stage, 'carl'),
  await addStranger(stage),
]
await appoint(stage, annaId, { level: 'chief' })
const roles = await db
  .selectFrom('role')
  .innerJoin('service', 'service.id', 'service_id')
  .select(['role.id', 'service.id as serviceId', 'service.key'])
  .execute()
const roleOf = (key: string) => roles.find((role) => role.key === key) ?? assert.fail(key)
const [medicine, referrals] = [roleOf('medicine'), roleOf('referrals')]
const { browser } = await enterAdministration(stage)
const bundles = `${url}/admin/roller/pakker`
const bundleId = randomUUID()
const giving = (account: string, deed = '') => `${url}/admin/medarbejdere/${account}/pakke/${bundleId}${deed}`
const today = stage.clock.now().toISOString().slice(0, 10)

function send(to: string, fields: Record<string, string>, from: UserAgent = browser) {
  const address = new URL(to)
  return from.submit({ page: address, action: address, method: 'post', buttons: [], fields })
}
/** The form on a page as it stands, with more in it. */
function fill(page: Page, more: Record<string, string>, from: UserAgent = browser) {
  const form = page.forms.find(({ method }) => method === 'post')
  assert.ok(form, textOf(page))
  return from.submit({ ...form, fields: { ...form.fields, ...more } })
}
const heldBy = (account: string) =>
  db
    .selectFrom('role_assignment')
    .innerJoin('service', 'service.id', 'service_id')
    .select(['role_assignment.id', 'service.key', 'scopes', 'bundle_id', 'withdrawn_at'])
    .where('account_id', '=', account)
    .where('bundle_id', 'is not', null)
    .orderBy('service.key')
    .orderBy('role_assignment.id')
    .execute()
const actions = async () =>
  (
    await db.selectFrom('audit_event').select('action').where('object_id', '=', bundleId).orderBy('sequence').execute()
  ).map(({ action }) => action)

test('a bundle is made of roles, each for the employee’s own unit unless something else is said', async () => {
  assert.match(textOf(await browser.get(bundles)), /Der er ingen rollepakker endnu/)
  assert.match(textOf(await send(`${bundles}/ny`, { id: bundleId, navn: ' ' })), /Skriv et navn/)
  assert.match(textOf(await send(`${bundles}/ny`, { id: bundleId, navn: 'Ny læge' })), /Vælg mindst én rolle/)
  const fields = { id: bundleId, navn: 'Ny læge', beskrivelse: 'Til nye læger', rolle: medicine.id }
  for (let time = 0; time < 2; time++) {
    const scopes = await send(`${bundles}/ny`, fields)
    assert.match(textOf(scopes), /Hvad gælder rollerne i Ny læge for\?.*Medarbejderens egen enhed/)
    assert.equal(scopes.forms.at(-1)?.fields['r0-kilde-enhed'], 'enhed')
    assert.match(
      textOf(await fill(scopes, {})),
      /Rollepakken er rettet.*Enhed: medarbejderens enhed.*Ingen har fået pakken/,
    )
  }
  assert.deepEqual(await actions(), ['bundle.added'])
  const twin = await send(`${bundles}/ny`, { ...fields, id: randomUUID(), navn: 'NY LÆGE' })
  assert.deepEqual([twin.status, /allerede en rollepakke med det navn/.test(textOf(twin))], [422, true])
})

test('it is given as one, checked as one, and the employee logs in with it', async () => {
  const choose = await browser.get(`${url}/admin/medarbejdere/${birgitId}/tildel`)
  assert.match(textOf(choose), /Rollepakker Ny læge Til nye læger/)
  const form = await browser.get(giving(birgitId))
  assert.match(textOf(form), new RegExp(`Læge Medicinkortet Klinikken \\(${sor}\\) Virker fra næste log-in`))
  const wrong = await fill(form, { til: '2001-01-01', begrundelse: '' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong), /ligger før den første.*Skriv en begrundelse/)
  assert.equal((await heldBy(birgitId)).length, 0)
  for (let time = 0; time < 2; time++)
    assert.match(
      textOf(await fill(form, { begrundelse: 'Begynder i dag', til: '2099-12-31' })),
      /Rollepakken er givet.*Ny læge Læge .*Fra rollepakken Ny læge/,
    )
  assert.equal((await heldBy(birgitId)).length, 1)
  assert.match(textOf(await browser.get(`${url}/admin/medarbejdere/${birgitId}`)), /Hvorfor\?.*Rollepakke Ny læge/)
  fieldsFor(await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, birgit), stage.medicine)
  const again = await fill(await browser.get(giving(birgitId)), { begrundelse: 'Igen' })
  assert.match(textOf(again), /har allerede rollepakken/)
})

test('all of it or nothing: one role that cannot be given, or a number that the unit lacks, and none is', async () => {
  const edit = await browser.get(`${bundles}/${bundleId}/ret`)
  const [form] = edit.forms.filter(({ method }) => method === 'post')
  assert.ok(form)
  const grant = db.updateTable('service_grant').where('service_id', '=', referrals.serviceId)
  await send(`${bundles}/${bundleId}/ret`, { ...form.fields, rolle: referrals.id })
  assert.match(textOf(await browser.get(`${bundles}/${bundleId}`)), /Henvisninger Enhed: medarbejderens enhed/)
  await grant.set({ role_ids: [] }).execute()
  const late = await fill(await browser.get(giving(carlId)), { begrundelse: 'Ny' })
  assert.deepEqual([late.status, /Læge: du kan ikke give denne rolle/.test(textOf(late))], [422, true])
  await grant.set({ role_ids: null }).execute()
  await db.updateTable('account').set({ unit_id: null }).where('id', '=', carlId).execute()
  assert.match(
    textOf(await fill(await browser.get(giving(carlId)), { begrundelse: 'Ny' })),
    /Læge: der mangler en værdi/,
  )
  assert.equal((await heldBy(carlId)).length, 0)
  const { id } = await db.selectFrom('unit').select('id').where('key', '=', 'klinik').executeTakeFirstOrThrow()
  await db.updateTable('account').set({ unit_id: id }).where('id', '=', carlId).execute()
})

test('what was given stays when the bundle changes; who differs is shown, and is brought up to date in one', async () => {
  // The bundle holds the referrals role now, and Birgit was given the medicine role with it.
  assert.deepEqual(
    (await heldBy(birgitId)).map(({ key }) => key),
    ['medicine'],
  )
  const page = await browser.get(`${bundles}/${bundleId}`)
  assert.match(textOf(page), /Birgit Dal Klinikken Afviger fra pakken Mangler Læge Har også Læge Bring op til pakken/)
  const update = await browser.get(giving(birgitId, '/opdater'))
  assert.match(textOf(update), new RegExp(`Får Læge, som gælder for Klinikken \\(${sor}\\) Mister Læge`))
  assert.match(textOf(await fill(update, { begrundelse: '' })), /Skriv en begrundelse/)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await fill(update, { begrundelse: 'Ny aftale' })), /har nu det, rollepakken siger/)
  const held = await heldBy(birgitId)
  assert.deepEqual(
    held.map(({ key, withdrawn_at }) => [key, withdrawn_at === null]),
    [
      ['medicine', false],
      ['referrals', true],
    ],
  )
  assert.match(textOf(await browser.get(`${bundles}/${bundleId}`)), /Birgit Dal Klinikken Svarer til pakken/)
  const until = await db
    .selectFrom('role_assignment')
    .select('valid_until')
    .where('id', '=', held[1]?.id ?? '')
    .executeTakeFirst()
  assert.equal(until?.valid_until?.toISOString().slice(0, 10), '2099-12-31')
})

test('a value that is the same for all is checked, by number or by the name of a unit', async () => {
  const scopes = await browser.get(`${bundles}/${bundleId}/omfang`)
  const wrong = await fill(scopes, { 'r0-kilde-enhed': 'alle', 'r0-omfang-enhed': '12' })
  assert.deepEqual([wrong.status, /ikke den rigtige form/.test(textOf(wrong))], [422, true])
  assert.equal(wrong.forms.at(-1)?.fields['r0-omfang-enhed'], '12')
  const saved = await fill(scopes, { 'r0-kilde-enhed': 'alle', 'r0-omfang-enhed': 'klinikken' })
  assert.match(textOf(saved), new RegExp(`Enhed: Klinikken \\(${sor}\\)`))
  // The same as she has, so she does not differ.
  assert.match(textOf(saved), /Birgit Dal Klinikken Svarer til pakken/)
})

test('the second of two administrators sees what the first did and keeps what was typed', async () => {
  const edit = await browser.get(`${bundles}/${bundleId}/ret`)
  await fill(edit, { navn: 'Læge på klinikken', rolle: referrals.id })
  const late = await fill(edit, { navn: 'Vikar', rolle: referrals.id })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /En anden har rettet pakken.*Navn: Læge på klinikken/)
  assert.equal(late.forms.at(-1)?.fields.navn, 'Vikar')
  const form = await browser.get(giving(carlId))
  await fill(await browser.get(`${bundles}/${bundleId}/ret`), { navn: 'Ny læge', rolle: referrals.id })
  const other = await fill(form, { begrundelse: 'X' })
  assert.match(textOf(other), /En anden har ændret noget/)
  assert.equal((await heldBy(carlId)).length, 0)
})

test('it is taken back as one, with a reason, and once', async () => {
  const ask = await browser.get(giving(birgitId, '/tag-tilbage'))
  assert.match(textOf(ask), /Birgit Dal mister rollen Læge i Henvisninger/)
  assert.match(textOf(await fill(ask, { begrundelse: '' })), /Skriv en begrundelse/)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await fill(ask, { begrundelse: 'Holdt op' })), /Rollepakken er taget tilbage/)
  assert.ok((await heldBy(birgitId)).every(({ withdrawn_at }) => withdrawn_at !== null))
  assert.equal((await browser.get(giving(birgitId, '/tag-tilbage'))).status, 404)
  assert.deepEqual(
    (await actions()).filter((action) => action !== 'bundle.changed'),
    ['bundle.added', 'bundle.assigned', 'bundle.brought-up-to-date', 'bundle.withdrawn'],
  )
})

test('administrators give bundles within their limits and change none; strangers and oneself are not found', async () => {
  await appoint(stage, carlId, { level: 'administrator', service_ids: [medicine.serviceId] })
  const limited = (await enterAdministration(stage, carl)).browser
  assert.match(textOf(await limited.get(bundles)), /Ny læge/)
  for (const path of [`${bundles}/ny`, ...['ret', 'omfang', 'slet'].map((deed) => `${bundles}/${bundleId}/${deed}`)]) {
    assert.equal((await limited.get(path)).status, 404, path)
    assert.equal((await send(path, { id: randomUUID(), navn: 'X', rolle: medicine.id }, limited)).status, 404, path)
  }
  assert.doesNotMatch(textOf(await limited.get(`${url}/admin/medarbejdere/${birgitId}/tildel`)), /Ny læge/)
  const late = await fill(await limited.get(giving(birgitId)), { begrundelse: 'X' }, limited)
  assert.match(textOf(late), /du kan ikke give denne rolle/)
  for (const account of [annaId, erikId, randomUUID()])
    for (const deed of ['', '/opdater', '/tag-tilbage']) {
      assert.equal((await browser.get(giving(account, deed))).status, 404, account + deed)
      const fields = { id: randomUUID(), begrundelse: 'X', fra: today, version: '1' }
      assert.equal((await send(giving(account, deed), fields)).status, 404, account + deed)
    }
  await db
    .updateTable('administrator_appointment')
    .set({ ended_at: stage.clock.now() })
    .where('account_id', '=', carlId)
    .execute()
  assert.equal((await limited.get(bundles)).status, 404)
})

test('a bundle of another organisation is as if it were not there, and its id cannot be taken', async () => {
  const { id: foreign } = await db
    .selectFrom('organisation')
    .select('id')
    .where('cvr', '=', '99999902')
    .executeTakeFirstOrThrow()
  const theirs = randomUUID()
  const made = { id: theirs, organisation_id: foreign, key: 'x', name: 'Deres', created_at: stage.clock.now() }
  await db.insertInto('bundle').values(made).execute()
  assert.doesNotMatch(textOf(await browser.get(bundles)), /Deres/)
  for (const path of ['', '/ret', '/omfang', '/slet'])
    assert.equal((await browser.get(`${bundles}/${theirs}${path}`)).status, 404, path)
  assert.equal((await browser.get(`${url}/admin/medarbejdere/${birgitId}/pakke/${theirs}`)).status, 404)
  assert.equal((await send(`${bundles}/ny`, { id: theirs, navn: 'Vores', rolle: medicine.id })).status, 404)
  await send(`${bundles}/${theirs}/slet`, {})
  assert.equal(
    (await db.selectFrom('bundle').select('deleted_at').where('id', '=', theirs).executeTakeFirst())?.deleted_at,
    null,
  )
})

test('a deleted bundle is given to nobody, and those who have it keep it and can lose it as one', async () => {
  await fill(await browser.get(giving(birgitId)), { begrundelse: 'Igen' })
  assert.match(
    textOf(await browser.get(`${bundles}/${bundleId}/slet`)),
    /Medarbejdere, der har fået den \(1\), beholder rollerne/,
  )
  for (let time = 0; time < 2; time++) assert.equal((await send(`${bundles}/${bundleId}/slet`, {})).url.href, bundles)
  assert.equal((await browser.get(giving(carlId))).status, 404)
  assert.match(
    textOf(await browser.get(`${url}/admin/medarbejdere/${birgitId}`)),
    /Rollepakker .*Ny læge Læge .*Tag pakken tilbage/,
  )
  const ask = await browser.get(giving(birgitId, '/tag-tilbage'))
  assert.match(textOf(await fill(ask, { begrundelse: 'Slut' })), /Rollepakken er taget tilbage/)
})

test('nobody is given it twice by two administrators at once', async () => {
  await db.updateTable('bundle').set({ deleted_at: null }).where('id', '=', bundleId).execute()
  const forms = await Promise.all([1, 2].map(() => browser.get(giving(birgitId))))
  const answers = await Promise.all(forms.map((form) => fill(form, { begrundelse: 'Samtidig' })))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
  assert.equal((await heldBy(birgitId)).filter(({ withdrawn_at }) => withdrawn_at === null).length, 1)
})
