/** An owner keeps their own service: what people use is changed by a request that shows the difference and overwrites nothing. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '../interop/user-agent.ts'
import { anna, birgit } from '../support/clinic.ts'
import { fieldsFor, textOf } from '../support/clinic-stage.ts'
import { openServiceStage } from '../support/service-stage.ts'

const stage = await openServiceStage()
after(() => stage.close())
const { open, send, post } = stage
const medicine = await stage.serviceId('medicine')
const doctor = await stage.roleId('laege')
const foreign = await stage.roleId('laege', 'referrals')
const owner = await stage.enter(anna, 'service-owner:')
const manager = await stage.enter(birgit, 'system-management:')
const role = `/tjenesteejer/roller/${doctor}`
const asked = '/forvaltning/aendringer'

const roleRow = () => stage.db.selectFrom('role').selectAll().where('id', '=', doctor).executeTakeFirstOrThrow()
const events = (action: string) =>
  stage.db
    .selectFrom('audit_event')
    .select(['actor_id', 'details'])
    .where('action', '=', action)
    .where('actor_kind', '=', 'person')
    .orderBy('sequence')
    .execute()
const personId = async (key: string) =>
  (await stage.db.selectFrom('person').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
/** The open request that was sent last. */
const newest = async () =>
  (
    await stage.db
      .selectFrom('change_request')
      .select('id')
      .where('status', '=', 'open')
      .orderBy('requested_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id
const wish = (fields: Record<string, string>, why = 'Navnet skal kunne forstås.'): Promise<Page> =>
  send(owner, `${role}/ret`, { trin: 'gem', begrundelse: why, ...fields })

test('an owner sees their own service and nothing of others, and no names of those who use it', async () => {
  const text = textOf(await open(owner, '/tjenesteejer'))
  assert.match(text, /Du handler for Medicinkortet/)
  assert.doesNotMatch(text, /Henvisninger|Tjenesteejere Navn|Anna Bro.*Anna Bro/)
  const use = textOf(await open(owner, '/tjenesteejer/brug'))
  assert.match(use, /Lægerne ved Broen 99999901 Ingen slutdato 1/)
  assert.doesNotMatch(use.replace(/Anna Bro , tjenesteejer/, ''), /Anna Bro/)
  for (const path of [
    `/tjenesteejer/roller/${foreign}`,
    `/tjenesteejer/roller/${foreign}/ret`,
    `/tjenesteejer/roller/${medicine}`,
    '/tjenesteejer/ejere',
    `/forvaltning/tjenester/${medicine}`,
    asked,
  ])
    assert.equal((await open(owner, path)).status, 404, path)
  assert.equal((await open(await stage.enter(anna, 'chief-administrator:'), '/tjenesteejer')).status, 404)
})

test('a description is changed at once, and an owner cannot change what is system management’s', async () => {
  const done = await send(owner, '/tjenesteejer/beskrivelse', {
    'beskrivelse-da': 'Alles medicin.',
    'navn-da': 'Mit',
    miljoe: 'test',
  })
  assert.match(textOf(done), /Alles medicin.*Det er gemt/)
  const row = await stage.db.selectFrom('service').selectAll().where('id', '=', medicine).executeTakeFirstOrThrow()
  assert.deepEqual(
    [row.description_da, row.name_da, row.environment],
    ['Alles medicin.', 'Medicinkortet', 'production'],
  )
})

test('a change to a role in use waits, is shown with its difference, and holds when it is approved; both names are in the audit', async () => {
  const noReason = await wish({ 'navn-da': 'Doktor' }, '')
  assert.equal(noReason.status, 422)
  assert.match(textOf(noReason), /Skriv, hvorfor det skal ændres/)
  const before = await open(owner, `${role}/ret`)
  const form = before.forms.find(({ method }) => method === 'post')
  assert.ok(form)
  const fields = { ...form.fields, 'navn-da': 'Doktor', 'beskrivelse-da': 'Ser medicin.', 'beskrivelse-en': 'Sees.' }
  for (let times = 0; times < 2; times++) {
    const sent = await owner.submit({ ...form, fields: { ...fields, begrundelse: 'Klarere ord.', trin: 'gem' } })
    assert.match(textOf(sent), /Ændringsønsket er sendt/)
  }
  assert.equal((await events('change-request.sent')).length, 1)
  assert.equal((await roleRow()).name_da, 'Læge')
  const path = `${asked}/${await newest()}`
  assert.match(textOf(await open(manager, asked)), /Rollen Læge Klarere ord\. Medicinkortet Anna Bro/)
  assert.match(textOf(await open(manager, path)), /Klarere ord\..*Navn på dansk Læge Doktor/)
  const done = await send(manager, path, { trin: 'godkend', svar: '' })
  assert.match(textOf(done), /Ændringen er godkendt/)
  assert.equal((await roleRow()).name_da, 'Doktor')
  const [changed] = await events('role.changed')
  assert.equal(changed?.actor_id, await personId('birgit'))
  assert.match(JSON.stringify(changed?.details), new RegExp(`"requestedBy":"${await personId('anna')}"`))
  const again = await post(manager, path, { trin: 'godkend', svar: '' })
  assert.equal(again.url.search, '?udfoert=godkendt')
  assert.equal((await events('role.changed')).length, 1)
})

test('of two requests about the same, the second is shown what stands there now, and cannot overwrite it', async () => {
  await wish({ varighed: '30' })
  const first = await newest()
  stage.clock.moveMinutes(1)
  await wish({ varighed: '60', foelsom: '1' })
  const second = await newest()
  assert.notEqual(first, second)
  assert.match(textOf(await open(manager, `${asked}/${second}`)), /Der er flere ønsker om det samme/)
  await send(manager, `${asked}/${first}`, { trin: 'godkend' })
  const late = await open(manager, `${asked}/${second}`)
  assert.match(
    textOf(late),
    /Grunden har ændret sig.*Længste varighed i dage.*Er ændret siden 30 Da der blev spurgt: – 60/,
  )
  assert.ok(!late.forms.flatMap(({ buttons }) => buttons).some(({ value }) => value === 'godkend'))
  const forced = await post(manager, `${asked}/${second}`, { trin: 'godkend' })
  assert.equal(forced.status, 422)
  const row = await roleRow()
  assert.deepEqual([row.longest_days, row.sensitive], [30, false])
  const noReason = await send(manager, `${asked}/${second}`, { trin: 'afvis', svar: '' })
  assert.match(textOf(noReason), /Skriv, hvorfor det afvises/)
  await send(manager, `${asked}/${second}`, { trin: 'afvis', svar: 'Længden er lige sat.' })
  assert.match(
    textOf(await open(owner, `/tjenesteejer/aendringer/${second}`)),
    /Afvist af Birgit Dal.*Længden er lige sat/,
  )
})

test('what somebody did to another field meanwhile stays when a request is approved', async () => {
  await wish({ 'navn-en': 'Physician' })
  const path = `${asked}/${await newest()}`
  await send(manager, `/forvaltning/tjenester/${medicine}/roller/${doctor}/ret`, { trin: 'gem', foelsom: '1' })
  await send(manager, path, { trin: 'godkend' })
  const row = await roleRow()
  assert.deepEqual([row.name_en, row.sensitive], ['Physician', true])
})

test('nobody decides their own request, and an owner may take theirs back', async () => {
  const own = await stage.enter(birgit, 'service-owner:')
  const attributes = { 'hjemmel-email': 'Aftale 7', begrundelse: 'Vi skal kunne skrive til folk.' }
  assert.match(textOf(await send(own, '/tjenesteejer/oplysninger', attributes)), /Ændringsønsket er sendt/)
  const id = await newest()
  const both = await stage.enter(birgit, 'system-management:')
  assert.match(textOf(await open(both, `${asked}/${id}`)), /en anden skal afgøre det/)
  assert.equal((await post(both, `${asked}/${id}`, { trin: 'godkend' })).status, 422)
  assert.equal((await open(owner, `/tjenesteejer/aendringer/${id}`)).status, 404)
  const mine = await stage.enter(birgit, 'service-owner:')
  const done = await post(mine, `/tjenesteejer/aendringer/${id}`, { trin: 'traek-tilbage' })
  assert.match(textOf(done), /trukket tilbage/)
  assert.equal((await post(both, `${asked}/${id}`, { trin: 'afvis', svar: 'Nej.' })).status, 422)
})

test('a draft and what is only tried out are changed at once', async () => {
  const made = await send(owner, '/tjenesteejer/roller/ny', {
    noegle: 'laeser',
    'navn-da': 'Læser',
    'navn-en': 'Reader',
    'beskrivelse-da': 'Ser.',
    'beskrivelse-en': 'Sees.',
    rettigheder: 'urn:dk:test:look',
    trin: 'gem',
  })
  assert.match(textOf(made), /Kladde/)
  const id = await stage.roleId('laeser')
  const changed = await send(owner, `/tjenesteejer/roller/${id}/ret`, { 'navn-da': 'Kigger', trin: 'gem' })
  assert.match(textOf(changed), /Kigger.*Kladde/)
  const use = await send(owner, `/tjenesteejer/roller/${id}/tag-i-brug`, { begrundelse: 'Klar.' })
  assert.match(textOf(use), /Ændringsønsket er sendt/)
  await stage.db.updateTable('service').set({ environment: 'test' }).where('id', '=', medicine).execute()
  const atOnce = await send(owner, `${role}/ret`, { 'navn-da': 'Læge', trin: 'gem' })
  assert.equal((await roleRow()).name_da, 'Læge')
  assert.match(textOf(atOnce), /Læge.*I brug/)
  await stage.db.updateTable('service').set({ environment: 'production' }).where('id', '=', medicine).execute()
})

test('what a service may no longer be told is not sent at the next log-in after it is approved', async () => {
  const orgName = 'https://data.gov.dk/model/core/eid/professional/orgName'
  const told = async () => {
    const page = await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)
    return Object.keys(await stage.medicine.read(fieldsFor(page, stage.medicine))).includes(orgName)
  }
  assert.equal(await told(), true)
  await send(owner, '/tjenesteejer/oplysninger', { 'hjemmel-orgName': '', begrundelse: 'Bruges ikke.' })
  assert.equal(await told(), true)
  await send(manager, `${asked}/${await newest()}`, { trin: 'godkend' })
  stage.clock.moveMinutes(1)
  assert.equal(await told(), false)
})

test('metadata is told of in plain words and nothing is saved', async () => {
  const path = '/tjenesteejer/tjek-metadata'
  const check = async (metadata: string) => textOf(await post(owner, path, { metadata }))
  assert.match(await check(''), /Sæt metadata ind, eller vælg en fil/)
  assert.match(await check('hej'), /Det er ikke XML, der kan læses/)
  assert.match(await check(`<!DOCTYPE x>${stage.medicine.metadata}`), /Der er en DOCTYPE i filen/)
  assert.match(await check(stage.medicine.metadata), /Metadata kan bruges.*Nøgle til underskrift.*Tager imod svar på/)
  assert.match(await check(stage.referrals.metadata), /En anden tjeneste i SEB har samme entityID: Henvisninger/)
  const uploaded = new FormData()
  uploaded.set('metadata', '')
  uploaded.set('fil', new File([stage.medicine.metadata], 'metadata.xml'))
  const { hostname, origin } = new URL(stage.url)
  const cookie = ['seb_browser', 'seb_session'].map((name) => `${name}=${owner.cookie(hostname, name)}`).join('; ')
  const answer = await fetch(stage.url + path, {
    method: 'POST',
    body: uploaded,
    headers: { cookie, origin, 'sec-fetch-site': 'same-origin' },
  })
  assert.match(await answer.text(), /Metadata kan bruges/)
  assert.equal(
    (await events('service.changed')).filter(({ details }) => /metadata/.test(JSON.stringify(details))).length,
    0,
  )
})

test('new metadata is seen before it is asked for, and logs people in when it is approved', async () => {
  const path = '/tjenesteejer/metadata'
  const { metadata, ...next } = await stage.service('medicine')
  const faulty = await post(owner, path, { id: medicine, metadata: '<a/>', trin: 'tjek' })
  assert.equal(faulty.status, 422)
  const same = await post(owner, path, { id: medicine, metadata: stage.medicine.metadata, trin: 'tjek' })
  assert.match(textOf(same), /Det er de metadata, SEB har/)
  const page = await open(owner, path)
  const form = page.forms.find(({ method }) => method === 'post')
  assert.ok(form)
  const seen = await owner.submit({ ...form, fields: { ...form.fields, metadata, trin: 'tjek' } })
  assert.match(textOf(seen), /Ændringen.*Metadata.*RSA 2048/)
  const shown = seen.forms.find(({ method }) => method === 'post')
  assert.ok(shown)
  const unseen = { ...form.fields, metadata, trin: 'gem', begrundelse: 'Ny nøgle.' }
  assert.match(textOf(await owner.submit({ ...form, fields: unseen })), /Se, hvad det ville ændre, før du gemmer/)
  const sent = { ...shown.fields, metadata, trin: 'gem', begrundelse: 'Ny nøgle.' }
  assert.match(textOf(await owner.submit({ ...shown, fields: sent })), /Ændringsønsket er sendt/)
  await send(manager, `${asked}/${await newest()}`, { trin: 'godkend' })
  stage.clock.moveMinutes(1)
  const inside = await stage.logIn(stage.browser(), { metadata, ...next }, stage.nemlogin, anna)
  assert.equal(inside.forms.length, 1)
})

test('system management is told of what is asked, and the owner of the answer, with the way to it', async () => {
  const told = await stage.db.selectFrom('notice').selectAll().where('kind', 'like', 'change-request.%').execute()
  const [ownerId, managerId] = [await personId('anna'), await personId('birgit')]
  const kindsOf = (id: string) => new Set(told.filter((row) => row.person_id === id).map(({ kind }) => kind))
  assert.ok(kindsOf(managerId).has('change-request.sent'))
  assert.ok(kindsOf(ownerId).has('change-request.approved'))
  const answer = told.find((row) => row.person_id === ownerId && row.kind === 'change-request.approved')
  assert.match(textOf(await open(owner, `/mig/beskeder/${answer?.id}`)), /Godkendt/i)
})
