/** "Min adgang": one's own rights, each explained, one's own log-ins, and nobody else's. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anna, birgit } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { nemlogin } = stage

async function enter(person: TestPerson) {
  const browser = stage.browser()
  const choice = await browser.get(`${stage.url}/mig`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  return { browser, page: await stage.carry(browser, nemlogin.answer(nemlogin.read(door.url), person)) }
}

test('a person sees each role, what it holds for, and why they have it', async () => {
  const { page } = await enter(anna)
  assert.equal(page.status, 200)
  assert.match(textOf(page), /Medicinkortet Rolle Gælder for Til Læge/)
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
