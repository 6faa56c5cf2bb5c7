/** Log-out in the sandbox: of every service and the provider, from either end, and with a service that keeps silent. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { providerPath, servicePath } from '../../sandbox/addresses.ts'
import type { ServiceKey } from '../../sandbox/data/services.ts'
import type { Persona } from '../../sandbox/people/persona.ts'
import { personaByKey } from '../../sandbox/people/personas.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { textOf } from '../support/clinic-stage.ts'
import { newBrowser, openSandboxStage } from '../support/sandbox-stage.ts'

const stage = await openSandboxStage()
after(() => stage.close())
const anna = personaByKey('anna') as Persona
const erhverv = { provider: 'nemlogin', kind: 'professional' } as const

/** Logged in to the medication record, and from there to referrals. */
async function inTwoServices(): Promise<UserAgent> {
  const browser = newBrowser()
  await stage.logIn(browser, 'medicinkort', anna, erhverv)
  await browser.goOn(await browser.press(await stage.open(browser, 'henvisning'), 'Log ind'))
  for (const service of ['medicinkort', 'henvisning'] as const) assert.ok(await isIn(browser, service), service)
  return browser
}

async function isIn(browser: UserAgent, service: ServiceKey): Promise<boolean> {
  return /Du er logget ind som/.test(textOf(await stage.open(browser, service)))
}

async function isInAtProvider(browser: UserAgent): Promise<boolean> {
  return /Du er logget ind som/.test(textOf(await browser.get(`${stage.url}${providerPath('nemlogin').page}`)))
}

test('logging out of one service logs out of the other, of the provider and of SEB', async () => {
  const browser = await inTwoServices()
  const page = await browser.goOn(await browser.press(await stage.open(browser, 'medicinkort'), 'Log ud'))
  assert.equal(page.url.pathname, servicePath('medicinkort').page)
  assert.match(textOf(page), /Du er logget ud\. Alle tjenester og udbyderen svarede/)
  assert.equal(await isIn(browser, 'henvisning'), false)
  assert.equal(await isInAtProvider(browser), false)
  const next = await browser.press(await stage.open(browser, 'henvisning'), 'Log ind')
  assert.equal(next.url.pathname, '/login/vaelg')
})

test('logging out at the provider logs out of every service', async () => {
  const browser = await inTwoServices()
  const page = await browser.get(`${stage.url}${providerPath('nemlogin').page}`)
  const out = await browser.goOn(await browser.press(page, 'Log ud hos udbyderen'))
  assert.match(textOf(out), /Du er logget ud hos udbyderen og i alle tjenester/)
  for (const service of ['medicinkort', 'henvisning'] as const) assert.equal(await isIn(browser, service), false)
})

test('with a silent service the one who asked is told that not everybody answered', async () => {
  const browser = await inTwoServices()
  const stuck = await leave(browser, await stage.open(browser, 'medicinkort'))
  const end = await goOnAtSeb(browser, stuck)
  assert.equal(end.url.pathname, servicePath('medicinkort').page)
  assert.match(textOf(end), /ikke alle svarede/)
  assert.equal(await isInAtProvider(browser), false)
})

test('somebody who logs out at SEB itself is told which service was left', async () => {
  const browser = await inTwoServices()
  const stuck = await leave(browser, await browser.get(`${stage.url}/login/log-ud`))
  const end = await goOnAtSeb(browser, stuck)
  assert.match(textOf(end), /Du er ikke logget helt ud/)
  assert.match(textOf(end), /Henvisninger \(demo\) Kan stadig være åben/)
})

/** Makes one service silent, logs out, and ends where it leaves the browser. */
async function leave(browser: UserAgent, from: Page): Promise<Page> {
  await browser.press(await stage.open(browser, 'henvisning'), 'Lad være med at svare')
  const stuck = await browser.goOn(await browser.press(from, 'Log ud'))
  assert.match(textOf(stuck), /Tjenesten svarer ikke på log ud/)
  return stuck
}

/** Follows the silent service's link back to SEB, first too soon, then when SEB has waited long enough. */
async function goOnAtSeb(browser: UserAgent, stuck: Page): Promise<Page> {
  const [, back = ''] = /href="(\/login\/log-ud)"/.exec(stuck.body) ?? []
  const waiting = await browser.get(new URL(back, stage.url))
  assert.match(textOf(waiting), /Vi logger dig ud/)
  stage.clock.moveMinutes(1)
  return browser.goOn(await browser.get(new URL(back, stage.url)))
}
