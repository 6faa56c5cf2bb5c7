/** Log-out: of every service, then of the identity provider, and an honest word on what is left. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import type { KeyPair } from '../../src/protocols/keys/key-pair.ts'
import { receiveRedirect } from '../../src/protocols/saml/bindings/receive.ts'
import { encodeRedirect } from '../../src/protocols/saml/bindings/redirect.ts'
import { readLogoutRequest } from '../../src/protocols/saml/read-logout-request.ts'
import { readLogoutResponse } from '../../src/protocols/saml/read-logout-response.ts'
import { writeLogoutRequest } from '../../src/protocols/saml/write-logout-request.ts'
import { writeLogoutResponse } from '../../src/protocols/saml/write-logout-response.ts'
import { writeXml } from '../../src/protocols/saml/xml/write-xml.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'
import type { TestProvider } from '../support/test-provider.ts'
import type { TestService } from '../support/test-service.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region, medicine, referrals } = stage
const now = () => stage.clock.now()

interface LoggedIn {
  browser: UserAgent
  /** The name and session index that each service was given. */
  known: Map<TestService, { nameId: string; sessionIndex: string }>
}

async function loggedIn(...services: TestService[]): Promise<LoggedIn> {
  const browser = stage.browser()
  const known: LoggedIn['known'] = new Map()
  for (const [position, service] of services.entries()) {
    const page =
      position === 0 ? await stage.logIn(browser, service, region, anna) : await browser.get(service.ask().url)
    const profile = await service.read(fieldsFor(page, service))
    known.set(service, { nameId: profile.nameID, sessionIndex: profile.sessionIndex ?? '' })
  }
  return { browser, known }
}

/** A service's signed request to log out. */
function request(
  service: TestService,
  who: { nameId: string; sessionIndex: string | null },
  signWith: KeyPair = service.signingKey,
): URL {
  const destination = new URL('/saml/slo', stage.url)
  const element = writeLogoutRequest({
    id: randomIds.xmlId(),
    now: now(),
    issuer: service.entityId,
    destination,
    subject: {
      value: who.nameId,
      format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      nameQualifier: null,
      spNameQualifier: null,
    },
    sessionIndexes: who.sessionIndex === null ? [] : [who.sessionIndex],
    reason: 'user',
  })
  return encodeRedirect({ parameter: 'SAMLRequest', xml: writeXml(element), destination, relayState: 'mine', signWith })
    .url
}

/** The LogoutRequest that SEB sent a party, verified, and the party's answer to it. */
async function answer(
  browser: UserAgent,
  at: Page,
  party: { entityId: string; key: KeyPair },
  path: string,
  outcome: 'success' | 'failed' = 'success',
) {
  assert.ok(at.url.href.startsWith(`${party.entityId}/slo`), `at ${at.url}: ${textOf(at)}`)
  const message = receiveRedirect(at.url.search.slice(1))
  const read = readLogoutRequest(message.verified([(await sebKey()).publicKey]), {
    destination: `${party.entityId}/slo`,
    issuer: message.claimedIssuer,
    now: now(),
  })
  const destination = new URL(path, stage.url)
  const element = writeLogoutResponse({
    id: randomIds.xmlId(),
    now: now(),
    issuer: party.entityId,
    destination,
    inResponseTo: read.id,
    outcome,
  })
  const { url } = encodeRedirect({
    parameter: 'SAMLResponse',
    xml: writeXml(element),
    destination,
    signWith: party.key,
  })
  return { page: await browser.get(url), read }
}

const ofService = (service: TestService) => ({ entityId: service.entityId, key: service.signingKey })
const ofProvider = ({ entityId, key }: TestProvider) => ({ entityId, key })

/** How SEB answered the service that asked. */
async function outcomeAt(
  page: Page,
  service: TestService,
): Promise<{ status: string; relayState: string | undefined }> {
  assert.ok(page.url.href.startsWith(`${service.entityId}/slo`), `at ${page.url}: ${textOf(page)}`)
  const message = receiveRedirect(page.url.search.slice(1))
  const { status } = readLogoutResponse(message.verified([(await sebKey()).publicKey]), {
    destination: `${service.entityId}/slo`,
    issuer: message.claimedIssuer,
    now: now(),
  })
  return { status: `${status.top}/${status.second}`, relayState: message.relayState }
}

test('a service that logs out takes the other services and the provider with it', async () => {
  const { browser, known } = await loggedIn(medicine, referrals)
  const atReferrals = await browser.get(request(medicine, at(known, medicine)))
  const first = await answer(browser, atReferrals, ofService(referrals), '/saml/slo')
  assert.equal(first.read.subject.value, at(known, referrals).nameId)
  assert.deepEqual(first.read.sessionIndexes, [at(known, referrals).sessionIndex])
  const last = await answer(browser, first.page, ofProvider(region), '/saml/sp/slo')
  assert.deepEqual(await outcomeAt(last.page, medicine), { status: 'Success/null', relayState: 'mine' })
  assert.equal((await browser.get(medicine.ask().url)).url.pathname, '/login/vaelg', 'the session is over')
})

test('a service that says it could not log out makes the log-out partial', async () => {
  const { browser, known } = await loggedIn(medicine, referrals)
  const atReferrals = await browser.get(request(medicine, at(known, medicine)))
  const first = await answer(browser, atReferrals, ofService(referrals), '/saml/slo', 'failed')
  const last = await answer(browser, first.page, ofProvider(region), '/saml/sp/slo')
  assert.equal((await outcomeAt(last.page, medicine)).status, 'Success/PartialLogout')
})

test('a silent service does not hold up the log-out, and the page names it', async () => {
  const { browser } = await loggedIn(medicine, referrals)
  const question = await browser.get(`${stage.url}/login/log-ud`)
  assert.match(textOf(question), /Medicinkortet/)
  const atMedicine = await browser.press(question, 'Log ud')
  assert.ok(atMedicine.url.href.startsWith(medicine.entityId))
  const progress = browser.visited.findLast((url) => url.pathname === '/login/log-ud/videre')
  assert.ok(progress)
  // Nothing comes from the service; the person goes back to SEB.
  const waiting = await browser.get(progress)
  assert.equal(waiting.status, 200)
  stage.clock.moveMinutes(1)
  const second = await answer(browser, await browser.get(progress), ofService(referrals), '/saml/slo')
  const last = await answer(browser, second.page, ofProvider(region), '/saml/sp/slo')
  assert.match(textOf(last.page), /ikke logget helt ud/)
  assert.match(textOf(last.page), /Medicinkortet Kan stadig være åben/)
})

test('when everybody answers, the person is told that they are out', async () => {
  const { browser } = await loggedIn(medicine)
  const question = await browser.get(`${stage.url}/login/log-ud`)
  const first = await answer(browser, await browser.press(question, 'Log ud'), ofService(medicine), '/saml/slo')
  const last = await answer(browser, first.page, ofProvider(region), '/saml/sp/slo')
  assert.match(textOf(last.page), /Du er logget ud/)
})

test('a log-out request that somebody else signed ends nothing', async () => {
  const { browser, known } = await loggedIn(medicine)
  const page = await browser.get(request(medicine, at(known, medicine), referrals.signingKey))
  assert.equal(page.status, 400)
  fieldsFor(await browser.get(referrals.ask().url), referrals)
})

test('one service cannot end a session with the name that another was given', async () => {
  const { browser, known } = await loggedIn(medicine, referrals)
  const page = await browser.get(request(referrals, at(known, medicine)))
  assert.equal((await outcomeAt(page, referrals)).status, 'Success/null', 'nobody by that name is logged in there')
  fieldsFor(await browser.get(referrals.ask().url), referrals)
})

test('a log-out that names no session ends every session of that person, in whichever browser', async () => {
  const [here, there] = [await loggedIn(medicine), await loggedIn(medicine)]
  const { nameId } = at(here.known, medicine)
  assert.equal(at(there.known, medicine).nameId, nameId)
  const first = await here.browser.get(request(medicine, { nameId, sessionIndex: null }))
  const last = await answer(here.browser, first, ofProvider(region), '/saml/sp/slo')
  assert.equal((await outcomeAt(last.page, medicine)).status, 'Success/null')
  for (const { browser } of [here, there])
    assert.equal((await browser.get(medicine.ask().url)).url.pathname, '/login/vaelg')
})

test('the session is over on the server before anybody has answered', async () => {
  const { browser } = await loggedIn(medicine)
  await browser.press(await browser.get(`${stage.url}/login/log-ud`), 'Log ud')
  assert.equal((await browser.get(medicine.ask().url)).url.pathname, '/login/vaelg')
})

test('an identity provider that logs out ends what was built on it', async () => {
  const browser = stage.browser()
  const asked = await stage.toProvider(browser, medicine, region)
  fieldsFor(await stage.carry(browser, region.answer(asked, anna)), medicine)
  const destination = new URL('/saml/sp/slo', stage.url)
  const element = writeLogoutRequest({
    id: randomIds.xmlId(),
    now: now(),
    issuer: region.entityId,
    destination,
    subject: {
      value: `https://data.gov.dk/model/core/eid/professional/uuid/${anna.uuid}`,
      format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      nameQualifier: null,
      spNameQualifier: null,
    },
    sessionIndexes: [],
    reason: 'user',
  })
  const { url } = encodeRedirect({
    parameter: 'SAMLRequest',
    xml: writeXml(element),
    destination,
    signWith: region.key,
  })
  const first = await answer(browser, await browser.get(url), ofService(medicine), '/saml/slo')
  assert.ok(first.page.url.href.startsWith(`${region.entityId}/slo`))
  assert.equal((await browser.get(medicine.ask().url)).url.pathname, '/login/vaelg')
})

function at(known: LoggedIn['known'], service: TestService) {
  const who = known.get(service)
  assert.ok(who)
  return who
}

async function sebKey() {
  const metadata = await (await fetch(`${stage.url}/saml/metadata`)).text()
  const [, certificate = ''] = /use="signing"[\s\S]*?<ds:X509Certificate>([^<]+)</.exec(metadata) ?? []
  const { X509Certificate } = await import('node:crypto')
  return new X509Certificate(Buffer.from(certificate, 'base64'))
}
