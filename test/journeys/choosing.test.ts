/** Choosing where to log in: once, or remembered; in several tabs; and back out again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Page, samlForm } from '../interop/user-agent.ts'
import { anna } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, referenceOn, statusIn, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region, nemlogin, medicine, referrals } = stage

const local = (page: Page) => `${page.url.pathname}${page.url.search}&fane=lokal`

test('only log-ins that the service has activated are offered', async () => {
  const browser = stage.browser()
  const page = await browser.get(medicine.ask().url)
  assert.equal(page.url.pathname, '/login/vaelg')
  assert.match(textOf(page), /MitID Erhverv/)
  assert.doesNotMatch(textOf(page), /MitID Privat /)
  const tab = await browser.get(new URL(local(page), stage.url))
  assert.match(textOf(tab), /Region Broen/)
})

test('the choice leads to the provider, and the log-in to the service', async () => {
  const browser = stage.browser()
  const page = await browser.get(medicine.ask().url)
  const tab = await browser.get(new URL(local(page), stage.url))
  const door = await browser.goOn(await browser.press(tab, 'Region Broen'))
  const answer = region.answer(region.read(door.url), anna)
  assert.ok(await medicine.read(fieldsFor(await stage.carry(browser, answer), medicine)))
})

test('a remembered choice goes on by itself next time, for that service only, and can be forgotten', async () => {
  const browser = stage.browser()
  const page = await browser.get(medicine.ask().url)
  const tab = await browser.get(new URL(local(page), stage.url))
  const form = tab.forms.find(({ buttons }) => buttons.some(({ label }) => label.includes('Region Broen')))
  assert.ok(form)
  await browser.submit({ ...form, fields: { ...form.fields, husk: '1', valg: choiceOf(form, 'Region Broen') } })

  const next = await browser.goOn(await browser.get(medicine.ask({ forceAuthn: true }).url))
  assert.ok(next.url.href.startsWith(region.entityId), `went to ${next.url}`)
  assert.equal((await browser.get(referrals.ask({ forceAuthn: true }).url)).url.pathname, '/login/vaelg')

  const remembered = await browser.get(`${stage.url}/login/husket`)
  assert.match(textOf(remembered), /Medicinkortet/)
  await browser.press(remembered, 'Glem')
  assert.equal((await browser.get(medicine.ask({ forceAuthn: true }).url)).url.pathname, '/login/vaelg')
})

test('the log-in that was used last stands first', async () => {
  const browser = stage.browser()
  const page = await browser.get(medicine.ask().url)
  await browser.press(await browser.get(new URL(local(page), stage.url)), 'Region Broen')
  const again = await browser.get(referrals.ask().url)
  assert.match(textOf(again), /Region Broen sidst/)
})

test('two tabs of one browser finish each on its own, in any order', async () => {
  const browser = stage.browser()
  const first = await stage.toProvider(browser, medicine, region)
  const second = await stage.toProvider(browser, referrals, region)
  const later = await stage.carry(browser, region.answer(second, anna))
  const earlier = await stage.carry(browser, region.answer(first, anna))
  assert.ok(await referrals.read(fieldsFor(later, referrals)))
  assert.ok(await medicine.read(fieldsFor(earlier, medicine)))
})

test('going back to the service is always possible, and the service is told', async () => {
  const browser = stage.browser()
  const page = await browser.get(medicine.ask({ relayState: 'kept' }).url)
  const back = await browser.press(page, 'Tilbage til Medicinkortet')
  assert.equal(statusIn(fieldsFor(back, medicine)), 'AuthnFailed')
  assert.equal(fieldsFor(back, medicine).RelayState, 'kept')
})

test('somebody who cancels at the provider can choose another log-in at once', async () => {
  const browser = stage.browser()
  const request = await stage
    .toProvider(browser, medicine, region, { providers: [region.entityId, nemlogin.entityId] })
    .catch(() => null)
  assert.equal(request, null, 'with two providers left there is a choice')
  const asked = await stage.toProvider(browser, medicine, region)
  const page = await stage.carry(browser, region.refuse(asked, { top: 'Responder', second: 'AuthnFailed' }))
  assert.equal(page.status, 403)
  const [, href = ''] = /href="(\/login\/vaelg[^"]+)"/.exec(page.body) ?? []
  const choice = await browser.get(new URL(href.replaceAll('&amp;', '&'), stage.url))
  assert.equal(choice.status, 200)
  assert.match(textOf(choice), /Vælg hvor du vil logge ind|Region Broen/)
})

test('coming back from a provider without an answer shows the choice again', async () => {
  const browser = stage.browser()
  const page = await browser.get(medicine.ask().url)
  const id = page.url.searchParams.get('login') ?? ''
  await browser.press(await browser.get(new URL(local(page), stage.url)), 'Region Broen')
  const again = await browser.get(`${stage.url}/login/videre?login=${id}`)
  assert.equal(again.url.pathname, '/login/vaelg')
})

test('a browser that did not begin a log-in cannot finish it', async () => {
  const request = await stage.toProvider(stage.browser(), medicine, region)
  const page = await stage.carry(stage.browser(), region.answer(request, anna))
  assert.equal(page.status, 400)
  assert.equal(samlForm(page), undefined)
  const events = await stage.events(referenceOn(page))
  assert.ok(events.some(({ details }) => JSON.stringify(details).includes('cookie-lost')))
})

test('an answer is used once, and asking for the page again says that it has been used', async () => {
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region)
  const answer = region.answer(request, anna)
  fieldsFor(await stage.carry(browser, answer), medicine)
  const again = await stage.carry(browser, answer)
  assert.equal(samlForm(again), undefined)
  assert.equal(again.status, 403)
})

test('twenty clicks at once give one log-in', async () => {
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region)
  const answer = region.answer(request, anna)
  const pages = await Promise.all(Array.from({ length: 20 }, () => stage.carry(browser, answer)))
  assert.equal(pages.filter((page) => samlForm(page)).length, 1)
  assert.ok(pages.every(({ status }) => status < 500))
})

test('a log-in that took too long is told so', async () => {
  const slow = await openClinicStage()
  try {
    const browser = slow.browser()
    const request = await slow.toProvider(browser, slow.medicine, slow.region)
    slow.clock.moveMinutes(31)
    const page = await slow.carry(browser, slow.region.answer(request, anna))
    assert.equal(page.status, 403)
    assert.match(textOf(page), /tid|sent|udløb/i)
  } finally {
    await slow.close()
  }
})

function choiceOf(form: Page['forms'][number], label: string): string {
  return form.buttons.find((button) => button.label.includes(label))?.value ?? ''
}
