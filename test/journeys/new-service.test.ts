/** An organisation asks for a service that it does not have, and system management grants less, or says why not. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { UserAgent } from '../interop/user-agent.ts'
import { anna, birgit, carl, clinicCvr, otherCvr } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { openManagementStage } from '../support/management-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const hanne: TestPerson = {
  ...anna,
  uuid: '88888888-8888-4888-8888-888888888888',
  name: 'Hanne Officer',
  cvr: otherCvr,
}
const ivan: TestPerson = { ...hanne, uuid: '77777777-7777-4777-8777-777777777777', name: 'Ivan Chef' }
const member = (key: string, person: TestPerson, more: object) => ({
  key,
  name: person.name,
  email: `${key}@fjordby.example`,
  accounts: [{ cvr: otherCvr, key, professionalUuid: person.uuid, ...more }],
})

const stage = await openManagementStage({
  people: [
    member('hanne', hanne, { functions: ['security-officer'] }),
    member('ivan', ivan, { administrator: { level: 'chief' } }),
    { key: 'carl', name: carl.name, accounts: [{ cvr: clinicCvr, key: 'carl', professionalUuid: carl.uuid }] },
  ],
})
after(() => stage.close())
const { open, post, fill, eventsOf } = stage
const serviceId = async (key: string) =>
  (await stage.db.selectFrom('service').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
const [medicine, referrals, citizens] = await Promise.all(['medicine', 'referrals', 'citizens'].map(serviceId))
const [role] = await stage.db
  .selectFrom('role')
  .select('id')
  .where('service_id', '=', medicine ?? '')
  .execute()
const form = (id = medicine) => `/admin/tjenester/ny/${id}`
const typed = {
  roller: 'nogle',
  rolle: role?.id ?? '',
  antal: '12',
  'loft-sor': '999900000000011',
  begrundelse: 'Hjemmepleje',
}
const requests = () => stage.db.selectFrom('service_request').selectAll().orderBy('asked_at').execute()
const caseOf = async (requestId: string | undefined) =>
  await stage.db
    .selectFrom('desk_case')
    .innerJoin('desk_entry', 'case_id', 'desk_case.id')
    .select(['state', 'details'])
    .where('once', '=', `service-request ${requestId}`)
    .where('desk_entry.kind', '=', 'changed')
    .execute()
const solvedBy = (told: string) => [{ state: 'resolved', details: { state: { from: 'new', to: 'resolved' }, told } }]
const manage = () => stage.enter(birgit, 'systemforvaltning')

test('a security officer asks, with roles, people, a ceiling and a reason: once, however often the form is sent', async () => {
  const browser = await stage.enter(hanne, 'sikkerhedsansvarlig')
  assert.match(textOf(await open(browser, '/admin/tjenester')), /I har ikke nogen tjenester endnu/)
  const choice = textOf(await open(browser, '/admin/tjenester/ny?soeg=medicin'))
  assert.match(choice, /Medicinkortet/)
  assert.doesNotMatch(textOf(await open(browser, '/admin/tjenester/ny')), /prøvesvar/)
  const page = await open(browser, form())
  const wrong = await fill(browser, page, { roller: 'nogle', antal: 'tolv', 'loft-sor': 'x', begrundelse: '' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong), /Vælg mindst én rolle.*»x« er ikke en værdi.*Skriv et tal.*Skriv, hvad I skal bruge/)
  for (let time = 0; time < 2; time++) {
    const sent = await fill(browser, page, typed)
    assert.match(
      textOf(sent),
      /Jeres anmodning om Medicinkortet.*Hanne Officer.*Læge.*12.*999900000000011.*Hjemmepleje/,
    )
  }
  assert.equal((await requests()).length, 1)
  assert.equal((await eventsOf('service-request.sent')).length, 1)
  const [opened, ...others] = await stage.db
    .selectFrom('desk_case')
    .select(['kind', 'subject', 'asker_email'])
    .execute()
  assert.deepEqual(others, [])
  assert.equal(opened?.kind, 'new-service')
  assert.equal(opened?.subject, 'Fjordby Kommune søger om Medicinkortet')
  assert.equal(opened?.asker_email, 'hanne@fjordby.example')
  // Somebody else's form, and the same one's other form, find that it has been asked for.
  assert.match(textOf(await open(browser, '/admin/tjenester/ny')), /Der er søgt\. Se anmodningen/)
  const again = await fill(browser, { ...page, forms: page.forms }, { ...typed, id: role?.id ?? '' })
  assert.equal(again.status, 422)
  assert.match(textOf(again), /En kollega har søgt om tjenesten.*Hjemmepleje/)
})

test('a chief administrator asks only where the organisation lets them', async () => {
  const chief = await stage.enter(ivan)
  assert.match(textOf(await open(chief, '/admin/tjenester/ny')), /er det en sikkerhedsansvarlig eller befuldmægtiget/)
  const refused = await post(chief, form(referrals), { ...typed, roller: 'alle', id: role?.id ?? '' })
  assert.match(refused.url.pathname, /\/admin\/tjenester\/ny$/)
  assert.equal((await requests()).length, 1)
  assert.equal((await post(chief, '/admin/tjenester/overbrugeradministratorer', { soeger: 'ja' })).status, 404)
  const officer = await stage.enter(hanne, 'sikkerhedsansvarlig')
  await officer.press(await open(officer, '/admin/tjenester'), 'Lad også overbrugeradministratorer søge')
  const asked = await fill(chief, await open(chief, form(referrals)), { roller: 'alle', antal: '3', begrundelse: 'x' })
  assert.match(textOf(asked), /Jeres anmodning om Henvisninger.*overbrugeradministrator/)
  const withdrawn = await chief.press(asked, 'Træk anmodningen tilbage')
  assert.match(textOf(withdrawn), /Anmodningen blev trukket tilbage/)
  assert.equal((await eventsOf('service-request.withdrawn')).length, 1)
  const taken = (await requests()).find(({ state }) => state === 'withdrawn')
  assert.deepEqual(await caseOf(taken?.id), solvedBy('request-withdrawn'))
})

test('nobody else asks or sees, and no service is asked for that nobody is given', async () => {
  const officer = await stage.enter(hanne, 'sikkerhedsansvarlig')
  const [request] = await requests()
  const ownPages = await stage.db.selectFrom('service').select('id').where('protocol', '=', 'seb').executeTakeFirst()
  assert.equal((await open(officer, form(ownPages?.id))).status, 404)
  const mine = await post(officer, form(citizens), {
    ...typed,
    roller: 'alle',
    rolle: '',
    'loft-sor': '',
    id: role?.id ?? '',
  })
  assert.equal(mine.status, 422)
  assert.match(textOf(mine), /kan ikke søges længere/)
  const employee = await stage.enter(carl)
  for (const path of ['/admin/tjenester', '/admin/tjenester/ny', form(), `/admin/tjenester/anmodninger/${request?.id}`])
    assert.equal((await open(employee, path)).status, 404, path)
})

test('system management grants what was asked or less, and the administrator is led straight to the roles', async () => {
  const request = (await requests()).find(({ state }) => state === 'waiting')
  const browser = await manage()
  assert.match(textOf(await open(browser, '/forvaltning/nye-tjenester')), /Fjordby Kommune 99999902 Medicinkortet/)
  const page = await open(browser, `/forvaltning/nye-tjenester/${request?.id}`)
  assert.match(textOf(page), /Fjordby Kommune søger om Medicinkortet.*Hjemmepleje/)
  const give = await open(browser, hrefOf(page.body, 'Giv adgang'))
  assert.match(give.body, /value="nogle"[^>]*checked/)
  assert.match(give.body, />999900000000011</)
  const effect = await fill(browser, give, { til: '2099-12-31' })
  for (let time = 0; time < 2; time++) await browser.press(effect, 'Giv tjenesten')
  assert.equal((await requests()).find(({ id }) => id === request?.id)?.state, 'granted')
  assert.equal((await eventsOf('service-request.granted')).length, 1)
  assert.deepEqual(await caseOf(request?.id), solvedBy('request-granted'))
  const grant = await stage.db
    .selectFrom('service_grant')
    .select(['role_ids', 'ceilings'])
    .where('organisation_id', '=', stage.municipalityId)
    .executeTakeFirstOrThrow()
  assert.deepEqual(grant, { role_ids: [role?.id], ceilings: { sor: ['999900000000011'] } })
  const told = await stage.db.selectFrom('notice').select(['kind', 'path']).orderBy('created_at').execute()
  const paths = new Map(told.map(({ kind, path }) => [kind, path]))
  assert.equal(paths.get('grant.given'), `/admin/roller#tjeneste-${medicine}`)
  assert.equal(paths.get('service-request.granted'), `/admin/tjenester/anmodninger/${request?.id}`)
  const chief = await stage.enter(ivan)
  assert.match((await open(chief, '/admin/roller')).body, new RegExp(`id="tjeneste-${medicine}"`))
  const officer = await stage.enter(hanne, 'sikkerhedsansvarlig')
  assert.match(
    textOf(await open(officer, `/admin/tjenester/anmodninger/${request?.id}`)),
    /I fik adgang til Medicinkortet/,
  )
})

test('a refusal says why, once; of two answers the second hears of the first', async () => {
  const officer = await stage.enter(hanne, 'sikkerhedsansvarlig')
  await fill(officer, await open(officer, form(referrals)), {
    roller: 'alle',
    antal: '3',
    begrundelse: 'Til henvisning',
  })
  const id = (await requests()).find(({ state }) => state === 'waiting')?.id
  const browser: UserAgent = await manage()
  const page = await open(browser, `/forvaltning/nye-tjenester/${id}`)
  const silent = await browser.press(page, 'Afvis anmodningen')
  assert.equal(silent.status, 422)
  assert.match(textOf(silent), /Skriv, hvorfor de ikke kan få den/)
  for (let time = 0; time < 2; time++) {
    const done = await fill(browser, page, { begrundelse: 'Kun for praksis.' })
    assert.match(textOf(done), /Afvist, .*Kun for praksis\./)
  }
  const late = await fill(browser, page, { begrundelse: 'Noget andet.' })
  assert.equal(late.status, 422)
  assert.match(textOf(late), /Anmodningen er besvaret/)
  assert.match(
    textOf(await open(officer, `/admin/tjenester/anmodninger/${id}`)),
    /sagde nej .*Kun for praksis\. Søg igen/,
  )
  assert.equal((await eventsOf('service-request.refused')).length, 1)
  assert.deepEqual(await caseOf(id), solvedBy('request-refused'))
})

function hrefOf(body: string, text: string): string {
  const [, href] = new RegExp(`href="([^"]+)"[^>]*>\\s*${text}`).exec(body) ?? []
  if (!href) throw new Error(`no link ${text}`)
  return href
}
