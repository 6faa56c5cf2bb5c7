/**
 * Requests for log-in by form, with the signature inside: wrapped, doubled and bare ones are refused; and what a service may not
 * ask for is answered in SAML's own words, at its registered address only. (A24, G1–G6, I2–I8)
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '../interop/user-agent.ts'
import { fieldsFor, referenceOn, statusIn, textOf } from '../support/clinic-stage.ts'
import { openAttackStage } from './attack-stage.ts'
import {
  authnRequest,
  type RequestContext,
  type RequestParts,
  requestSignature,
  signedQuery,
  withSignature,
} from './forge-request.ts'

const stage = await openAttackStage()
after(() => stage.close())
const { medicine, referrals } = stage
const context = (): RequestContext => ({ service: medicine, sso: `${stage.url}/saml/sso`, now: stage.clock.now() })
const key = medicine.signingKey.privateKey

const request = (parts: RequestParts = {}) => authnRequest(context(), parts)
const signed = (xml: string) => withSignature(xml, requestSignature(xml, key))
/** What the attacker would like to be asked: a fresh log-in for an answer elsewhere. */
const evil = () => request({ id: '_evil', attributes: { ForceAuthn: 'true' } })

/** Posts a body as another site's form would, and reads the page. */
async function post(body: string | Uint8Array<ArrayBuffer>, type = 'application/x-www-form-urlencoded'): Promise<Page> {
  const answer = await fetch(`${stage.url}/saml/sso`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': type, origin: 'https://medicine.service.example', 'sec-fetch-site': 'cross-site' },
    body,
  })
  const text = await answer.text()
  const url = new URL(answer.headers.get('location') ?? '/', stage.url)
  return { url, status: answer.status, type: '', body: text, forms: [], refresh: undefined }
}

const form = (xml: string, more: Record<string, string> = {}) =>
  new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString('base64'), ...more }).toString()

async function refused(body: string | Uint8Array<ArrayBuffer>, detail: RegExp, type?: string): Promise<void> {
  const page = await post(body, type)
  assert.equal(page.status, 400, textOf(page))
  const [event] = await stage.events(referenceOn(page))
  assert.equal(event?.action, 'sign-in.request-refused')
  assert.match(JSON.stringify(event?.details), detail)
}

test('the honest request by form begins a log-in, once the browser has come on', async () => {
  const page = await post(form(signed(request()), { RelayState: 'mine' }))
  assert.equal(page.status, 303)
  assert.equal((await stage.browser().get(page.url)).url.pathname, '/login/vaelg')
})

const bare = (xml: string) => xml.replace(/<ds:Signature.*<\/ds:Signature>/s, '')
const signatureIn = (xml: string) => /<ds:Signature.*<\/ds:Signature>/s.exec(xml)?.[0] ?? ''
const within = (element: string, xml: string) => `<samlp:${element}>${xml}</samlp:${element}>`

const wrapped: readonly (readonly [name: string, detail: RegExp, forge: () => string])[] = [
  ['without a signature', /signature-missing/, request],
  ['with the signature beside it in the form', /signature-missing/, request],
  [
    'signed by another service',
    /signature-invalid/,
    () => withSignature(request(), requestSignature(request(), referrals.signingKey.privateKey)),
  ],
  [
    'changed after it was signed',
    /signature-digest/,
    () => signed(request()).replace(' ID=', ' ForceAuthn="true" ID='),
  ],
  ['with the signature of another', /signature-reference/, () => withSignature(evil(), signatureIn(signed(request())))],
  [
    'with the signature of another under its own ID',
    /signature-digest/,
    () => withSignature(evil(), requestSignature(request(), key, '#_evil')),
  ],
  [
    'with two signatures',
    /signature-malformed/,
    () => signed(request()).replace('<ds:Signature', `${requestSignature(request(), key)}<ds:Signature`),
  ],
  [
    'with its signature at the end',
    /signature-malformed/,
    () => {
      const xml = request({ inner: '<samlp:NameIDPolicy></samlp:NameIDPolicy>' })
      return xml.replace('</samlp:AuthnRequest>', `${requestSignature(xml, key)}</samlp:AuthnRequest>`)
    },
  ],
  [
    'with a signature over the whole document',
    /signature-reference/,
    () => withSignature(request(), requestSignature(request(), key, '')),
  ],
  [
    'around the signed one, in Extensions',
    /signature-reference|xml-/,
    () => {
      const honest = signed(request())
      return evil().replace(
        '</saml:Issuer>',
        `</saml:Issuer>${signatureIn(honest)}${within('Extensions', bare(honest))}`,
      )
    },
  ],
  [
    'around the signed one with its signature',
    /signature-missing|signature-malformed/,
    () => {
      const honest = signed(request())
      return evil().replace('</saml:Issuer>', `</saml:Issuer>${within('Extensions', honest)}`)
    },
  ],
  [
    'around the signed one within the signature',
    /signature-malformed/,
    () => {
      const honest = request()
      const object = `<ds:Object>${honest}</ds:Object></ds:Signature>`
      return withSignature(evil(), requestSignature(honest, key).replace('</ds:Signature>', object))
    },
  ],
  [
    'with the ID of the signed one',
    /xml-duplicate-id/,
    () => {
      const honest = request({ id: '_same' })
      const outer = request({ id: '_same', attributes: { ForceAuthn: 'true' } })
      return withSignature(outer, requestSignature(honest, key)).replace(
        '</samlp:AuthnRequest>',
        `${within('Extensions', honest)}</samlp:AuthnRequest>`,
      )
    },
  ],
  ['with an ID by another name', /xml-id-attribute/, () => signed(request()).replace(' ID=', ' Id="_x" ID=')],
]
for (const [name, detail, forge] of wrapped)
  test(`refused: a request ${name}`, () => refused(form(forge(), name.includes('beside') ? signature() : {}), detail))

function signature(): Record<string, string> {
  const { SigAlg = '', Signature = '' } = Object.fromEntries(new URLSearchParams(signedQuery(context(), request())))
  return { SigAlg, Signature }
}

test('refused: doubled fields, both kinds of message, fields too many or too long', async () => {
  const honest = form(signed(request()))
  await refused(`${honest}&${honest}`, /transport-malformed/)
  await refused(`${honest}&RelayState=a&RelayState=b`, /transport-malformed/)
  await refused(`${honest}&SAMLResponse=x`, /transport-malformed/)
  await refused(`${honest}&RelayState=${'x'.repeat(2000)}`, /transport-too-large/)
  await refused(`${honest}&RelayState=a%0d%0ab`, /transport-malformed/)
  await refused('SAMLRequest=', /transport-malformed/)
  await refused('SAMLRequest=%zz%00', /transport-malformed/)
  await refused('x=y&'.repeat(100_000), /transport-malformed/)
})

test('refused: bodies that are no form at all', async () => {
  const bytes = new Uint8Array(50_000).map((_, at) => (at * 7919) % 251)
  await refused(bytes, /transport-malformed/, 'application/octet-stream')
  await refused('{"SAMLRequest":"x"}', /transport-malformed/, 'application/json')
  await refused('', /transport-malformed/)
  await refused(
    '--x\r\nContent-Disposition: form-data; name="SAMLRequest"\r\n\r\nx\r\n--x--',
    /transport-malformed/,
    'multipart/form-data; boundary=x',
  )
  await refused(honestXml(), /transport-malformed/, 'text/xml')
})

/** Through a browser, by the query: what SEB answers the service, or shows. */
async function answered(parts: RequestParts): Promise<Page> {
  return stage.browser().get(`${stage.url}/saml/sso?${signedQuery(context(), request(parts), { relayState: 'mine' })}`)
}

test('a service that forbids SEB to ask anybody gets a no, at its own address, with its RelayState', async () => {
  const page = await answered({ inner: '<samlp:Scoping ProxyCount="0"></samlp:Scoping>' })
  const fields = fieldsFor(page, medicine)
  assert.equal(statusIn(fields), 'ProxyCountExceeded')
  assert.equal(fields.RelayState, 'mine')
})

test('a service that wants a kind of name that SEB has not gets a no', async () => {
  const format = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'
  const page = await answered({ inner: `<samlp:NameIDPolicy Format="${format}"></samlp:NameIDPolicy>` })
  assert.equal(statusIn(fieldsFor(page, medicine)), 'InvalidNameIDPolicy')
})

test('a service that lists only providers it cannot use is told so on a page with a way back', async () => {
  for (const entries of ['<samlp:IDPEntry ProviderID="https://evil.example"></samlp:IDPEntry>', '']) {
    const page = await answered({ inner: `<samlp:Scoping><samlp:IDPList>${entries}</samlp:IDPList></samlp:Scoping>` })
    assert.equal(page.status, 403)
    assert.match(JSON.stringify(await stage.events(referenceOn(page))), /provider-not-activated/)
  }
})

test('a passive request that lists a provider nobody knows is answered without a page', async () => {
  const entry = '<samlp:IDPEntry ProviderID="https://evil.example"></samlp:IDPEntry>'
  const page = await answered({
    attributes: { IsPassive: 'true' },
    inner: `<samlp:Scoping><samlp:IDPList>${entry}</samlp:IDPList></samlp:Scoping>`,
  })
  assert.equal(statusIn(fieldsFor(page, medicine)), 'NoPassive')
})

function honestXml(): string {
  return signed(request())
}
