/** Log-out messages that are not what they should be end no session, and tell nobody anything. (A24, G34, LO2) */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { randomIds } from '../../src/base/ids.ts'
import type { KeyPair } from '../../src/protocols/keys/key-pair.ts'
import { encodeRedirect } from '../../src/protocols/saml/bindings/redirect.ts'
import { writeLogoutRequest } from '../../src/protocols/saml/write-logout-request.ts'
import { writeLogoutResponse } from '../../src/protocols/saml/write-logout-response.ts'
import { signElement } from '../../src/protocols/saml/xml/sign-element.ts'
import { writeXml } from '../../src/protocols/saml/xml/write-xml.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { anna } from '../support/clinic.ts'
import { fieldsFor, referenceOn, textOf } from '../support/clinic-stage.ts'
import type { TestService } from '../support/test-service.ts'
import { openAttackStage } from './attack-stage.ts'

const stage = await openAttackStage()
after(() => stage.close())
const { region, nemlogin, medicine, referrals } = stage

interface Who {
  nameId: string
  sessionIndex: string | undefined
}

/** Logged in at both services. */
async function loggedIn() {
  const browser = stage.browser()
  const first = await stage.logIn(browser, medicine, region, anna)
  const second = await browser.get(referrals.ask().url)
  const who = async (page: Page, service: TestService): Promise<Who> => {
    const { nameID, sessionIndex } = await service.read(fieldsFor(page, service))
    return { nameId: nameID, sessionIndex }
  }
  return { browser, atMedicine: await who(first, medicine), atReferrals: await who(second, referrals) }
}

interface Request {
  issuer?: string
  signWith?: KeyPair
  path?: string
  destination?: string
  issuedMinutesAgo?: number
  notOnOrAfter?: string
  /** Changes the address when all else is done. */
  change?: (url: URL) => void
}

function requestElement(who: Who, o: Request) {
  return writeLogoutRequest({
    id: randomIds.xmlId(),
    now: new Date(stage.clock.now().getTime() - (o.issuedMinutesAgo ?? 0) * 60_000),
    issuer: o.issuer ?? medicine.entityId,
    destination: new URL(o.destination ?? o.path ?? '/saml/slo', stage.url),
    subject: { value: who.nameId, format: null, nameQualifier: null, spNameQualifier: null },
    sessionIndexes: who.sessionIndex === undefined ? [] : [who.sessionIndex],
    reason: 'user',
  })
}

function logOutRequest(who: Who, o: Request = {}): URL {
  const outbound = encodeRedirect({
    parameter: 'SAMLRequest',
    xml: writeXml(requestElement(who, o)),
    destination: new URL(o.path ?? '/saml/slo', stage.url),
    signWith: o.signWith ?? medicine.signingKey,
  })
  o.change?.(outbound.url)
  return outbound.url
}

const stillIn = async (browser: UserAgent) => void fieldsFor(await browser.get(referrals.ask().url), referrals)

const annaAtRegion = `https://data.gov.dk/model/core/eid/professional/uuid/${anna.uuid}`
const unsigned = (url: URL) => {
  url.searchParams.delete('Signature')
  url.searchParams.delete('SigAlg')
}

const forgeries: readonly (readonly [name: string, forge: (session: { atMedicine: Who; atReferrals: Who }) => URL])[] =
  [
    ['unsigned', ({ atMedicine }) => logOutRequest(atMedicine, { change: unsigned })],
    ['signed by another service', ({ atMedicine }) => logOutRequest(atMedicine, { signWith: referrals.signingKey })],
    ['signed by a provider', ({ atMedicine }) => logOutRequest(atMedicine, { signWith: region.key })],
    [
      'of a service that nobody knows',
      ({ atMedicine }) => logOutRequest(atMedicine, { issuer: 'https://evil.example' }),
    ],
    ['of SEB’s own pages', ({ atMedicine }) => logOutRequest(atMedicine, { issuer: 'urn:dk:sundhed:seb:classic' })],
    ['for another address', ({ atMedicine }) => logOutRequest(atMedicine, { destination: 'https://evil.example/slo' })],
    ['for the other endpoint', ({ atMedicine }) => logOutRequest(atMedicine, { destination: '/saml/sp/slo' })],
    ['for the address of log-in', ({ atMedicine }) => logOutRequest(atMedicine, { destination: '/saml/sso' })],
    ['of six minutes ago', ({ atMedicine }) => logOutRequest(atMedicine, { issuedMinutesAgo: 6 })],
    ['of the future', ({ atMedicine }) => logOutRequest(atMedicine, { issuedMinutesAgo: -4 })],
    [
      'with a RelayState that was not signed',
      ({ atMedicine }) => logOutRequest(atMedicine, { change: (url) => url.searchParams.set('RelayState', 'x') }),
    ],
    [
      'of a service at the endpoint for providers',
      ({ atMedicine }) => logOutRequest(atMedicine, { path: '/saml/sp/slo' }),
    ],
    [
      'of a provider at the endpoint for services',
      () =>
        logOutRequest(
          { nameId: annaAtRegion, sessionIndex: undefined },
          { issuer: region.entityId, signWith: region.key },
        ),
    ],
    [
      'of a provider, signed by another provider',
      () =>
        logOutRequest(
          { nameId: annaAtRegion, sessionIndex: undefined },
          { issuer: region.entityId, signWith: nemlogin.key, path: '/saml/sp/slo' },
        ),
    ],
  ]
for (const [name, forge] of forgeries)
  test(`a request ${name} is refused, and the session lives`, async () => {
    const session = await loggedIn()
    const page = await session.browser.get(forge(session))
    assert.equal(page.status, 400, textOf(page))
    const [event] = await stage.events(referenceOn(page))
    assert.deepEqual([event?.action, event?.outcome], ['log-out.message-refused', 'refused'])
    await stillIn(session.browser)
  })

const strangers: readonly (readonly [name: string, forge: (session: { atMedicine: Who; atReferrals: Who }) => URL])[] =
  [
    ['with the name that another service knows', ({ atReferrals }) => logOutRequest(atReferrals)],
    ['with another session', ({ atMedicine }) => logOutRequest({ ...atMedicine, sessionIndex: '_other' })],
    [
      'with the session of another service',
      ({ atMedicine, atReferrals }) => logOutRequest({ ...atMedicine, sessionIndex: atReferrals.sessionIndex }),
    ],
    [
      'of another provider with the same name',
      () =>
        logOutRequest(
          { nameId: annaAtRegion, sessionIndex: undefined },
          { issuer: nemlogin.entityId, signWith: nemlogin.key, path: '/saml/sp/slo' },
        ),
    ],
  ]
for (const [name, forge] of strangers)
  test(`a request ${name} finds nobody, and the session lives`, async () => {
    const session = await loggedIn()
    const page = await session.browser.get(forge(session))
    assert.ok(page.url.search.includes('SAMLResponse'), `at ${page.url}`)
    await stillIn(session.browser)
  })

test('a request that was caught on its way does not end the next session', async () => {
  const { browser, atMedicine } = await loggedIn()
  const caught = logOutRequest({ ...atMedicine, sessionIndex: undefined })
  await browser.get(caught)
  assert.ok(!(await browser.get(referrals.ask().url)).body.includes('SAMLResponse'), 'the first time it holds')
  fieldsFor(await stage.logIn(browser, medicine, region, anna), medicine)
  const page = await browser.get(caught)
  assert.equal(page.status, 400)
  assert.match(JSON.stringify(await stage.events(referenceOn(page))), /message-replayed/)
  await stillIn(browser)
})

test('who asks for somebody’s log-out in a browser of their own learns nothing of where else they are logged in', async () => {
  const { browser, atMedicine, atReferrals } = await loggedIn()
  const spy = stage.browser()
  spy.stopBefore = (url) => url.origin !== stage.url
  const page = await spy.get(logOutRequest({ ...atMedicine, sessionIndex: undefined }))
  assert.ok(page.url.href.startsWith(`${medicine.entityId}/slo`), `at ${page.url}`)
  const answer = messageIn(page.url, 'SAMLResponse')
  assert.match(answer, /PartialLogout/, 'and is told that it is not over everywhere')
  assert.ok(!answer.includes(atReferrals.nameId))
  assert.ok(!(await browser.get(referrals.ask().url)).body.includes('SAMLResponse'), 'yet the session is over')
})

test('nor by a form', async () => {
  const { atMedicine, atReferrals } = await loggedIn()
  const fields = {
    SAMLRequest: Buffer.from(writeXml(signElement(requestElement(atMedicine, {}), medicine.signingKey))).toString(
      'base64',
    ),
  }
  const begun = await stage.post('/saml/slo', new URLSearchParams(fields))
  assert.equal(begun.status, 303)
  const page = await stage.browser().get(new URL(begun.headers.get('location') ?? '', stage.url))
  assert.ok(page.url.href.startsWith(`${medicine.entityId}/slo`), `at ${page.url}`)
  assert.ok(!messageIn(page.url, 'SAMLResponse').includes(atReferrals.nameId))
})

test('by a form in the browser that is logged in, everybody is told', async () => {
  const { browser, atMedicine } = await loggedIn()
  const fields = {
    SAMLRequest: Buffer.from(writeXml(signElement(requestElement(atMedicine, {}), medicine.signingKey))).toString(
      'base64',
    ),
  }
  const page = await browser.submit({
    page: new URL('https://medicine.service.example/'),
    action: new URL('/saml/slo', stage.url),
    method: 'post',
    fields,
    buttons: [],
  })
  assert.ok(page.url.href.startsWith(`${referrals.entityId}/slo`), `at ${page.url}`)
})

test('answers that nobody asked for, or that another party gives, are refused', async () => {
  const { browser } = await loggedIn()
  const question = await browser.press(await browser.get(`${stage.url}/login/log-ud`), 'Log ud')
  const [, asked = ''] = / ID="([^"]+)"/.exec(messageIn(question.url, 'SAMLRequest')) ?? []
  const answer = (issuer: string, signWith: KeyPair, inResponseTo: string, change?: (url: URL) => void) => {
    const destination = new URL('/saml/slo', stage.url)
    const element = writeLogoutResponse({
      id: randomIds.xmlId(),
      now: stage.clock.now(),
      issuer,
      destination,
      inResponseTo,
      outcome: 'success',
    })
    const { url } = encodeRedirect({ parameter: 'SAMLResponse', xml: writeXml(element), destination, signWith })
    change?.(url)
    return url
  }
  const before = await done()
  for (const forged of [
    answer(medicine.entityId, medicine.signingKey, '_nobody'),
    answer(medicine.entityId, medicine.signingKey, asked, unsigned),
    answer(medicine.entityId, region.key, asked),
    answer(referrals.entityId, referrals.signingKey, asked),
  ]) {
    const page = await browser.get(forged)
    assert.equal(page.status, 400)
    assert.equal((await stage.events(referenceOn(page)))[0]?.outcome, 'refused')
  }
  assert.equal(await done(), before, 'nobody is taken for logged out')
})

async function done(): Promise<number> {
  return (await stage.db.selectFrom('log_out_step').select('id').where('state', '=', 'done').execute()).length
}

function messageIn(url: URL, parameter: string): string {
  return inflateRawSync(Buffer.from(url.searchParams.get(parameter) ?? '', 'base64')).toString()
}
