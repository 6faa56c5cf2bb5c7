/** One log-in for several services: where it answers, where it does not, and what is told of it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anna, clinicCvr, dorte } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, statusIn, textOf } from '../support/clinic-stage.ts'
import type { TestService } from '../support/test-service.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region, nemlogin, medicine, referrals, citizens } = stage

async function service(key: string, changes: object): Promise<TestService> {
  const made = await stage.service(key)
  await stage.apply({
    services: [
      {
        key,
        names: { da: key, en: key },
        shortName: key,
        audience: 'professional',
        lowestAssurance: 'Substantial',
        access: 'account',
        logInKinds: ['professional'],
        identityProviders: ['region', 'nemlogin'],
        metadata: { inline: made.metadata },
        ...changes,
      },
    ],
    grants: [{ cvr: clinicCvr, service: key }],
  })
  return made
}

async function loggedIn(at = medicine, provider = region, person = anna) {
  const browser = stage.browser()
  const page = await stage.logIn(browser, at, provider, person)
  return { browser, fields: fieldsFor(page, at) }
}

const instantIn = (assertion: string) => /AuthnInstant="([^"]+)"/.exec(assertion)?.[1]

test('the time of the log-in is the provider’s, at the first service and at every other', async () => {
  const { browser, fields } = await loggedIn()
  const first = instantIn((await medicine.read(fields)).getAssertionXml?.() ?? '')
  stage.clock.moveMinutes(20)
  const page = await browser.get(referrals.ask().url)
  const second = instantIn((await referrals.read(fieldsFor(page, referrals))).getAssertionXml?.() ?? '')
  assert.ok(first)
  assert.equal(second, first)
})

test('a service without single sign-on sends everybody to log in, also those who have just done so', async () => {
  const alone = await service('alone', { settings: { singleSignOn: false } })
  const { browser } = await loggedIn()
  assert.equal((await browser.get(alone.ask().url)).url.pathname, '/login/vaelg')
  const passive = await browser.get(alone.ask({ isPassive: true }).url)
  assert.equal(statusIn(fieldsFor(passive, alone)), 'NoPassive')
})

test('a log-in by a provider that the second service has not activated does not count there', async () => {
  const other = await service('only-nemlogin', { identityProviders: ['nemlogin'] })
  const { browser } = await loggedIn()
  const page = await browser.get(other.ask().url)
  assert.ok(page.url.href.startsWith(nemlogin.entityId), `at ${page.url}`)
})

test('a log-in that is too weak for the second service is asked for again, at the level it needs', async () => {
  const strong = await service('strong', { lowestAssurance: 'High', identityProviders: ['nemlogin'] })
  const { browser } = await loggedIn(medicine, nemlogin)
  const page = await browser.get(strong.ask().url)
  const question = nemlogin.read(page.url)
  assert.equal(question.context.assurance, 'High')
  const back = await stage.carry(browser, nemlogin.answer(question, { ...anna, loa: 'High' }))
  fieldsFor(back, strong)
  fieldsFor(await browser.get(medicine.ask().url), medicine)
})

test('a professional log-in does not open a service for citizens, nor the other way round', async () => {
  const { browser } = await loggedIn(medicine, nemlogin)
  const asked = await browser.get(citizens.ask().url)
  assert.ok(asked.url.href.startsWith(nemlogin.entityId))
  assert.deepEqual(nemlogin.read(asked.url).context.logInKinds, ['person'])
  const citizen = await loggedIn(citizens, nemlogin, dorte)
  assert.equal((await citizen.browser.get(medicine.ask().url)).url.pathname, '/login/vaelg')
})

test('a service that wants a fresh log-in is not given an old one by the provider’s own session', async () => {
  const { browser } = await loggedIn()
  const old = await stage.toProvider(browser, referrals, region, { forceAuthn: true })
  const refused = await stage.carry(browser, region.answer(old, anna, { minutesAgo: 10 }))
  assert.equal(refused.status, 403, textOf(refused))
  const fresh = await stage.toProvider(browser, referrals, region, { forceAuthn: true })
  fieldsFor(await stage.carry(browser, region.answer(fresh, anna)), referrals)
})

test('without that wish a session of the provider is good enough', async () => {
  const browser = stage.browser()
  const question = await stage.toProvider(browser, medicine, region)
  fieldsFor(await stage.carry(browser, region.answer(question, anna, { minutesAgo: 120 })), medicine)
})

test('too weak a log-in is answered in SAML’s words when the person goes back', async () => {
  const browser = stage.browser()
  const page = await stage.logIn(browser, medicine, nemlogin, { ...anna, loa: 'Low' })
  assert.equal(page.status, 403)
  assert.equal(statusIn(fieldsFor(await browser.press(page, 'tilbage'), medicine)), 'NoAuthnContext')
})
