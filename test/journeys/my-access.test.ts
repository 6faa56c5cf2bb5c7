/** "Min adgang": one's own rights, each explained, one's own log-ins, and nobody else's. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { accountId, appoint } from '../support/administration.ts'
import { anna, birgit, clinicCvr, otherCvr } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { nemlogin, region, medicine } = stage

async function enter(person: TestPerson) {
  const browser = stage.browser()
  const choice = await browser.get(`${stage.url}/mig`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  return { browser, page: await stage.carry(browser, nemlogin.answer(nemlogin.read(door.url), person)) }
}

/** Through the log-in of the clinic’s own region. */
async function enterLocally(person: TestPerson) {
  const browser = stage.browser()
  const choice = await browser.get(`${stage.url}/mig`)
  const tab = new URL(choice.url)
  tab.searchParams.set('fane', 'lokal')
  const door = await browser.goOn(await browser.press(await browser.get(tab), 'Region Broen'))
  return { browser, page: await stage.carry(browser, region.answer(region.read(door.url), person)) }
}

test('a person sees each role, what it holds for, and why they have it', async () => {
  const { page } = await enter(anna)
  assert.equal(page.status, 200)
  assert.match(textOf(page), /Medicinkortet Rolle Gælder for Til Sidst brugt Læge/)
  assert.match(textOf(page), /Rollen gælder nu, fordi alle led holder/)
  assert.match(textOf(page), /Lægerne ved Broen må bruge Medicinkortet/)
})

test('somebody without roles is told how they get them', async () => {
  const { page } = await enter(birgit)
  assert.match(textOf(page), /Du har ingen roller endnu/)
})

test('a right that is written down and has no effect says which link is broken', async () => {
  await stage.apply({ grants: [{ cvr: anna.cvr, service: 'referrals', from: '2020-01-01', until: '2021-01-01' }] })
  const { page } = await enter(anna)
  assert.match(textOf(page), /Rollen gælder ikke nu: organisationen har ikke adgang til tjenesten nu/)
  await stage.apply({ grants: [{ cvr: anna.cvr, service: 'referrals', from: '2020-01-01' }] })
})

test('a person ends a log-in in another browser, and it is over there at once', async () => {
  const elsewhere = await enter(anna)
  const here = await enter(anna)
  await here.browser.press(here.page, 'Afslut alle andre')
  assert.equal((await elsewhere.browser.get(`${stage.url}/mig`)).url.pathname, '/login/vaelg')
  assert.equal((await here.browser.get(`${stage.url}/mig`)).status, 200)
})

test('nobody ends another person’s log-in', async () => {
  const other = await enter(birgit)
  const { id } = await stage.db
    .selectFrom('session')
    .select('id')
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { browser, page } = await enter(anna)
  const fields = { session: id }
  await browser.submit({
    page: page.url,
    action: new URL('/mig/afslut-log-in', stage.url),
    method: 'post',
    fields,
    buttons: [],
  })
  assert.equal((await other.browser.get(`${stage.url}/mig`)).status, 200)
})

test('when a service was last used stands beside the role, to the hour and without a write at every log-in', async () => {
  const used = async () => stage.db.selectFrom('account_service_use').selectAll().execute()
  assert.match(textOf((await enter(anna)).page), /Klinikken Ingen slutdato Aldrig/)
  await stage.logIn(stage.browser(), medicine, nemlogin, anna)
  const [first] = await used()
  assert.ok(first)
  await stage.logIn(stage.browser(), medicine, region, anna)
  assert.deepEqual(await used(), [first])
  stage.clock.moveMinutes(60)
  await stage.logIn(stage.browser(), medicine, nemlogin, anna)
  assert.equal((await used())[0]?.last_used_at.getTime(), first.last_used_at.getTime() + 3_600_000)
  assert.match(textOf((await enter(anna)).page), /Klinikken Ingen slutdato \d/)
})

test('the log-ins that SEB knows a person by stand there, and the services that each session is in', async () => {
  const { browser, page } = await enter(anna)
  assert.match(textOf(page), /Log-in, som SEB kender dig på .*NemLog-in , på arbejdets vegne Kendt siden/)
  const request = await stage.toProvider(browser, medicine, nemlogin).catch(() => null)
  assert.equal(request, null, 'the session lets her in')
  assert.match(textOf(await browser.get(`${stage.url}/mig`)), /Åben i Medicinkortet/)
})

test('a log-in of a local provider shows and ends only what is of its organisation', async () => {
  const uuid = '12121212-1212-4212-8212-121212121212'
  await stage.apply({
    people: [
      {
        key: 'anna',
        name: anna.name,
        accounts: [
          { cvr: clinicCvr, key: 'anna', unit: 'klinik', professionalUuid: anna.uuid },
          { cvr: otherCvr, key: 'anna-fjord', professionalUuid: uuid },
        ],
      },
    ],
  })
  const elsewhere = await enter({ ...anna, cvr: otherCvr, orgName: 'Fjordby Kommune', uuid })
  assert.match(textOf(elsewhere.page), /Fjordby Kommune/)
  const here = await enterLocally(anna)
  const text = textOf(here.page)
  assert.match(text, /Dit log-in er din arbejdsplads’ eget/)
  assert.match(text, /Lægerne ved Broen/)
  assert.doesNotMatch(text, /Fjordby|NemLog-in , på arbejdets/)
  const sessions = await stage.db.selectFrom('session').select('id').where('ended_at', 'is', null).execute()
  for (const session of ['andre', ...sessions.map(({ id }) => id)])
    await here.browser.submit({
      page: here.page.url,
      action: new URL('/mig/afslut-log-in', stage.url),
      method: 'post',
      fields: { session },
      buttons: [],
    })
  assert.equal((await elsewhere.browser.get(`${stage.url}/mig`)).url.pathname, '/mig')
  const national = textOf((await enter(anna)).page)
  assert.match(national, /Fjordby Kommune/)
})

test('who looked or changed is told by function, and by name where the organisation says so', async () => {
  const chief = await accountId(stage, 'birgit')
  await appoint(stage, chief, { level: 'chief' })
  const { browser } = await enter(birgit)
  const about = await accountId(stage, 'anna')
  await browser.get(`${stage.url}/admin/medarbejdere/${about}`)
  await browser.get(`${stage.url}/admin/log?konto=${about}`)
  const told = textOf((await enter(anna)).page)
  assert.match(told, /En overbrugeradministrator så på din konto og dine roller/)
  assert.match(told, /En overbrugeradministrator læste i loggen om dig/)
  assert.doesNotMatch(told, /Birgit Dal/)
  const log = await browser.get(`${stage.url}/admin/log`)
  const decided = await browser.press(log, 'Vis også navne')
  assert.match(textOf(decided), /kan på »Min adgang« se navnet/)
  await browser.press(log, 'Vis også navne')
  assert.match(textOf((await enter(anna)).page), /Birgit Dal så på din konto og dine roller Lægerne ved Broen/)
  const events = (await stage.events()).filter(({ action }) => action === 'organisation.changed')
  assert.equal(events.length, 1, 'pressed twice it is decided once')
})
