/** What a service asks, and what becomes of a request that cannot be taken: never an answer to somebody who did not ask. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { encodePost } from '../../src/protocols/saml/bindings/post.ts'
import { encodeRedirect } from '../../src/protocols/saml/bindings/redirect.ts'
import { writeAuthnRequest } from '../../src/protocols/saml/write-authn-request.ts'
import { signElement } from '../../src/protocols/saml/xml/sign-element.ts'
import { element, writeXml } from '../../src/protocols/saml/xml/write-xml.ts'
import { XmlElement } from '../../src/protocols/saml/xml/xml-element.ts'
import type { Page } from '../interop/user-agent.ts'
import { clinicDocument } from '../support/clinic.ts'
import { fieldsFor, openClinicStage, referenceOn, statusIn, textOf } from '../support/clinic-stage.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region, medicine, referrals } = stage
const sso = new URL('/saml/sso', stage.url)

interface Changes {
  issuer?: string
  destination?: string
  acsUrl?: string
  minutesOld?: number
  attributes?: Record<string, string | undefined>
  /** Instead of what SEB would write. */
  children?: XmlElement[]
}

/** A request of the service, changed. */
function request({ issuer, destination, acsUrl, minutesOld = 0, attributes = {}, children }: Changes = {}): XmlElement {
  const plain = writeAuthnRequest({
    id: randomIds.xmlId(),
    now: new Date(stage.clock.now().getTime() - minutesOld * 60_000),
    issuer: issuer ?? medicine.entityId,
    destination: new URL(destination ?? sso.href),
    acsUrl: new URL(acsUrl ?? medicine.acsUrl),
    forceAuthn: false,
    isPassive: false,
    assurance: null,
    logInKind: null,
    requesterIds: [],
  })
  const before = Object.fromEntries(plain.attributes.map(({ name, value }) => [name, value]))
  const issuerOf = plain.elements.slice(0, 1)
  return element(
    'samlp:AuthnRequest',
    { ...before, ...attributes },
    ...(children ? [...issuerOf, ...children] : plain.nodes.filter((node) => node instanceof XmlElement)),
  )
}

const byRedirect = (message: XmlElement, relayState?: string) =>
  encodeRedirect({
    parameter: 'SAMLRequest',
    xml: writeXml(message),
    destination: sso,
    relayState,
    signWith: medicine.signingKey,
  }).url

const send = (changes: Changes) => stage.browser().get(byRedirect(request(changes)))

/** A page that belongs to SEB, posts nowhere, and whose reference leads to an event that says why. */
async function turnedDown(page: Page, why: RegExp): Promise<void> {
  assert.equal(page.status, 400, textOf(page))
  assert.ok(page.forms.every((form) => form.action.origin === stage.url))
  assert.ok(!page.body.includes('.service.example'), 'whoever sent it is not told of as the service')
  const [event] = await stage.events(referenceOn(page))
  assert.equal(event?.action, 'sign-in.request-refused')
  assert.match(JSON.stringify(event.details), why)
}

test('a request of a service that SEB does not know, or that is switched off, is turned down', async () => {
  await turnedDown(await send({ issuer: 'https://unknown.example' }), /no such service, or it is switched off/)
  const { services, ...rest } = clinicDocument(stage)
  const off = (enabled: boolean) => ({ ...rest, services: services.map((one) => ({ ...one, enabled })) })
  await stage.apply(off(false))
  stage.clock.moveMinutes(1)
  await turnedDown(await send({}), /no such service, or it is switched off/)
  await stage.apply(off(true))
  stage.clock.moveMinutes(1)
})

test('an unsigned request, or one changed after it was signed, is turned down', async () => {
  const url = byRedirect(request(), 'mine')
  const unsigned = new URL(url)
  unsigned.searchParams.delete('Signature')
  unsigned.searchParams.delete('SigAlg')
  await turnedDown(await stage.browser().get(unsigned), /signature-missing/)
  await turnedDown(
    await stage.browser().get(new URL(url.href.replace('RelayState=mine', 'RelayState=yours'))),
    /signature-invalid/,
  )
  const foreign = encodeRedirect({
    parameter: 'SAMLRequest',
    xml: writeXml(request()),
    destination: sso,
    signWith: referrals.signingKey,
  }).url
  await turnedDown(await stage.browser().get(foreign), /signature-invalid/)
})

test('nothing is ever sent to an address that the service has not registered, to the letter', async () => {
  for (const acsUrl of [
    'https://evil.example/acs',
    `${medicine.acsUrl}/`,
    `${medicine.acsUrl}?x=1`,
    medicine.acsUrl.replace('/acs', '/ACS'),
    referrals.acsUrl,
  ])
    await turnedDown(await send({ acsUrl }), /acs-url-wrong/)
})

test('a request for somebody else, of yesterday or of tomorrow is turned down', async () => {
  await turnedDown(await send({ destination: 'https://other-seb.example/saml/sso' }), /destination-wrong/)
  await turnedDown(await send({ minutesOld: 6 }), /expired/)
  await turnedDown(await send({ minutesOld: -6 }), /not-yet-valid/)
})

test('a level that is not asked for as a minimum, or that nobody knows, is turned down', async () => {
  const context = (comparison: string | undefined, reference: string) =>
    element(
      'samlp:RequestedAuthnContext',
      { Comparison: comparison },
      element('saml:AuthnContextClassRef', {}, reference),
    )
  const substantial = 'https://data.gov.dk/concept/core/nsis/loa/Substantial'
  await turnedDown(await send({ children: [context('exact', substantial)] }), /request-malformed/)
  await turnedDown(await send({ children: [context(undefined, substantial)] }), /request-malformed/)
  await turnedDown(await send({ children: [context('minimum', `${substantial}ly`)] }), /request-malformed/)
})

test('what SEB cannot do for anybody is answered at once, in SAML’s words', async () => {
  const policy = (format: string) =>
    element('samlp:NameIDPolicy', { Format: `urn:oasis:names:tc:SAML:1.1:nameid-format:${format}` })
  assert.equal(
    statusIn(fieldsFor(await send({ children: [policy('X509SubjectName')] }), medicine)),
    'InvalidNameIDPolicy',
  )
  const scoping = element('samlp:Scoping', { ProxyCount: '0' })
  assert.equal(statusIn(fieldsFor(await send({ children: [scoping] }), medicine)), 'ProxyCountExceeded')
  assert.equal((await send({ children: [policy('unspecified')] })).url.pathname, '/login/vaelg')
})

test('a request by form post is taken like one by redirect', async () => {
  const message = signElement(request({ children: [] }), medicine.signingKey)
  const form = encodePost({ parameter: 'SAMLRequest', xml: writeXml(message), destination: sso, relayState: 'mine' })
  assert.ok(form.kind === 'post')
  const browser = stage.browser()
  const page = await browser.submit({
    page: new URL('https://medicine.service.example/'),
    action: form.url,
    method: 'post',
    fields: { ...form.fields },
    buttons: [],
  })
  assert.equal(page.url.pathname, '/login/vaelg', textOf(page))
})

test('the provider learns which service asked, level and kind of log-in go with the question', async () => {
  const asked = await stage.toProvider(stage.browser(), medicine, region, { assurance: 'Substantial' })
  assert.ok('context' in asked)
  const { context, scoping, replyTo } = asked as ReturnType<typeof region.read>
  assert.deepEqual(context, { assurance: 'Substantial', logInKinds: ['professional'], others: [] })
  assert.deepEqual(scoping.requesterIds, [medicine.entityId])
  assert.equal(replyTo.url, `${stage.url}/saml/acs`)
})

test('the provider is asked for the higher of what the service needs and what it asked for this time', async () => {
  for (const [assurance, expected] of [
    [undefined, 'Substantial'],
    ['Low', 'Substantial'],
    ['High', 'High'],
  ] as const) {
    const asked = await stage.toProvider(stage.browser(), medicine, region, assurance ? { assurance } : {})
    assert.equal((asked as ReturnType<typeof region.read>).context.assurance, expected)
  }
})
