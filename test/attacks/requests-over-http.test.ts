/**
 * Requests for log-in that are not what a registered service would send: refused with a page, with a trace in the audit, with
 * no log-in begun and nobody sent anywhere. (A24, G16, G17, G20, G23, G25, G27, G28, I2–I4)
 */
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { referenceOn, textOf } from '../support/clinic-stage.ts'
import { openAttackStage } from './attack-stage.ts'
import {
  authnRequest,
  minutesFrom,
  type QueryParts,
  type RequestContext,
  type RequestParts,
  requestedContext,
  rsaSha256,
  signedQuery,
} from './forge-request.ts'

const stage = await openAttackStage()
after(() => stage.close())
const { medicine, referrals, region } = stage
const context = (): RequestContext => ({ service: medicine, sso: `${stage.url}/saml/sso`, now: stage.clock.now() })

/** The query as it stands: no client puts it right on the way. */
function ask(query: string): Promise<{ status: number; location: string | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(stage.url)
    const sent = request({ hostname, port, path: `/saml/sso?${query}` }, (answer) => {
      let body = ''
      answer.on('data', (chunk) => {
        body += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

const signIns = async () => (await stage.db.selectFrom('sign_in').select('id').execute()).length

async function refused(query: string, detail: string): Promise<void> {
  const before = await signIns()
  const { status, location, body } = await ask(query)
  const page = { url: new URL(stage.url), status, type: '', body, forms: [], refresh: undefined }
  assert.equal(status, 400, textOf(page))
  assert.equal(location, undefined)
  assert.ok(!body.includes('evil.example') && !body.includes('Medicinkortet'), 'it says nothing of who is meant')
  const [event] = await stage.events(referenceOn(page))
  assert.equal(event?.action, 'sign-in.request-refused')
  assert.match(String((event?.details as { detail?: string } | undefined)?.detail), new RegExp(`^${detail}`))
  assert.equal(await signIns(), before)
}

const signed = (parts: RequestParts = {}, query: QueryParts = {}) => {
  const c = context()
  return signedQuery(c, authnRequest(c, parts), query)
}
const withAttributes = (attributes: Record<string, string | null>) => signed({ attributes })
const raw = (xml: string | Buffer) =>
  signedQuery(context(), '', { message: encodeURIComponent(deflateRawSync(xml).toString('base64')) })
const part = (query: string, name: string) => query.split('&').find((each) => each.startsWith(`${name}=`)) ?? ''
const honest = () => authnRequest(context())

test('the honest request begins a log-in', async () => {
  const { status, location } = await ask(signed({}, { relayState: 'mine' }))
  assert.equal(status, 303)
  assert.match(location ?? '', /^\/login\/vaelg\?/)
})

const forgeries: Record<string, readonly (readonly [name: string, detail: string, forge: () => string])[]> = {
  G17: [
    ['without a signature', 'signature-missing', () => part(signed(), 'SAMLRequest')],
    ['with an empty signature', 'transport-malformed', () => signed().replace(/&Signature=.*/, '&Signature=')],
    ['with half a signature', 'signature-malformed', () => signed().replace(/&Signature=.*/, '')],
    [
      'with the signature of another message',
      'signature-invalid',
      () => `${part(signed(), 'SAMLRequest')}&${signed().split('&').slice(1).join('&')}`,
    ],
    [
      'signed by a key that nobody knows',
      'signature-invalid',
      () => signed({}, { key: stage.contextFor('_x').rogue.privateKey }),
    ],
    ['signed by another service', 'signature-invalid', () => signed({}, { key: referrals.signingKey.privateKey })],
    ['signed by a provider', 'signature-invalid', () => signed({}, { key: region.key.privateKey })],
    ['with a RelayState that is not signed', 'signature-invalid', () => `${signed()}&RelayState=x`],
    [
      'with another RelayState',
      'signature-invalid',
      () => signed({}, { relayState: 'a' }).replace('RelayState=a', 'RelayState=b'),
    ],
    [
      'with its RelayState taken away',
      'signature-invalid',
      () => signed({}, { relayState: 'a' }).replace('&RelayState=a', ''),
    ],
    [
      'spelt in other escapes than were signed',
      'signature-invalid',
      () => signed().replace(/%2B|%2F|%3D/, (spelt) => spelt.toLowerCase()),
    ],
    ['with two messages', 'transport-malformed', () => `${signed()}&${part(signed(), 'SAMLRequest')}`],
    ['with two RelayStates', 'transport-malformed', () => `${signed({}, { relayState: 'a' })}&RelayState=b`],
    ['with two algorithms', 'transport-malformed', () => `${signed()}&SigAlg=${encodeURIComponent(rsaSha256)}`],
    ['with two signatures', 'transport-malformed', () => `${signed()}&${part(signed(), 'Signature')}`],
    ['with a name written in escapes', 'transport-malformed', () => signed().replace('SAMLRequest=', 'SAMLReques%74=')],
    ['with request and response', 'transport-malformed', () => `${signed()}&SAMLResponse=x`],
    ['in another encoding', 'transport-malformed', () => `${signed()}&SAMLEncoding=urn%3Aother`],
  ],
  G16: [
    'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    'http://www.w3.org/2001/04/xmldsig-more#rsa-md5',
    'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
    'none',
    '__proto__',
    '',
  ].map((sigAlg) => [`signed with “${sigAlg}”`, 'algorithm-not-allowed', () => signed({}, { sigAlg })] as const),
  G28: [
    ...[
      'https://evil.example/acs',
      `${medicine.acsUrl}/`,
      `${medicine.acsUrl}?x`,
      `${medicine.acsUrl}#x`,
      medicine.acsUrl.toUpperCase(),
      medicine.acsUrl.replace('https:', 'http:'),
      medicine.acsUrl.replace('.example/', '.example:443/'),
      medicine.acsUrl.replace('https://', 'https://evil.example@'),
      medicine.acsUrl.replace('.example/', '.example.evil.example/'),
      ` ${medicine.acsUrl}`,
      `${medicine.acsUrl}&#xA;`,
      'javascript:alert(1)',
      '',
    ].map(
      (url) =>
        [
          `for an answer to “${url}”`,
          'acs-url-wrong',
          () => withAttributes({ AssertionConsumerServiceURL: url }),
        ] as const,
    ),
    [
      'for an answer to another service',
      'acs-url-wrong',
      () => withAttributes({ AssertionConsumerServiceURL: referrals.acsUrl }),
    ],
    [
      'for an answer to an address by a number nobody has',
      'acs-url-wrong',
      () =>
        withAttributes({
          AssertionConsumerServiceURL: null,
          ProtocolBinding: null,
          AssertionConsumerServiceIndex: '7',
        }),
    ],
    [
      'for an answer by number and by name',
      'request-malformed',
      () => withAttributes({ AssertionConsumerServiceIndex: '0' }),
    ],
    [
      'for an answer by another binding',
      'acs-url-wrong',
      () => withAttributes({ ProtocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact' }),
    ],
  ],
  A24: [
    ['of a service that nobody knows', 'party-unknown', () => signed({ issuer: issuer('https://evil.example') })],
    ['of SEB’s own pages', '', () => signed({ issuer: issuer('urn:dk:sundhed:seb:classic') })],
    [
      'of a provider',
      'party-unknown',
      () => signed({ issuer: issuer(region.entityId) }, { key: region.key.privateKey }),
    ],
    ['of nobody', 'issuer-missing', () => signed({ issuer: '' })],
    [
      'of two services',
      'xml-structure',
      () => signed({ issuer: issuer(medicine.entityId) + issuer(referrals.entityId) }),
    ],
    ['of a service with a space', 'party-unknown', () => signed({ issuer: issuer(`${medicine.entityId} `) })],
    [
      'of a service with a name of ten thousand letters',
      'issuer-wrong',
      () => signed({ issuer: issuer('x'.repeat(10_000)) }),
    ],
    [
      'of a person',
      'issuer-wrong',
      () =>
        signed({
          issuer: issuer(medicine.entityId, ' Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"'),
        }),
    ],
    ['for another address', 'destination-wrong', () => withAttributes({ Destination: 'https://evil.example/sso' })],
    ['for no address', 'destination-wrong', () => withAttributes({ Destination: null })],
    ['for the address of log-out', 'destination-wrong', () => withAttributes({ Destination: `${stage.url}/saml/slo` })],
    ['of six minutes ago', 'expired', () => withAttributes({ IssueInstant: minutesFrom(stage.clock.now(), -6) })],
    ['of the future', 'not-yet-valid', () => withAttributes({ IssueInstant: minutesFrom(stage.clock.now(), 4) })],
    ['of no time', 'time-malformed', () => withAttributes({ IssueInstant: null })],
    ['of yesterday noon', 'time-malformed', () => withAttributes({ IssueInstant: 'yesterday noon' })],
    ['of SAML 1.1', 'version-wrong', () => withAttributes({ Version: '1.1' })],
    ['without ID', 'id-malformed', () => withAttributes({ ID: null })],
    ['with a query as its ID', 'id-malformed', () => withAttributes({ ID: "_' or 1=1--" })],
    ['with an endless ID', 'id-malformed', () => withAttributes({ ID: `_${'x'.repeat(300)}` })],
    ['that is passive, perhaps', 'request-malformed', () => withAttributes({ IsPassive: 'perhaps' })],
    ['that is no request for log-in', 'request-malformed', () => signed({ root: 'samlp:LogoutRequest' })],
    [
      'for a level that nobody knows',
      'request-malformed',
      () =>
        signed({
          inner: requestedContext(' Comparison="minimum"', 'https://data.gov.dk/concept/core/nsis/loa/Highest'),
        }),
    ],
    [
      'for a level without comparison',
      'request-malformed',
      () => signed({ inner: requestedContext('', 'https://data.gov.dk/concept/core/nsis/loa/High') }),
    ],
    [
      'for exactly a level',
      'request-malformed',
      () => signed({ inner: requestedContext(' Comparison="exact"', 'https://data.gov.dk/concept/core/nsis/loa/Low') }),
    ],
    [
      'for a comparison that nobody knows',
      'request-malformed',
      () => signed({ inner: requestedContext(' Comparison="about"', 'urn:x') }),
    ],
  ],
  G27: [
    ['with a RelayState of two kilobytes', 'transport-too-large', () => signed({}, { relayState: 'x'.repeat(2000) })],
    [
      'with a line break in its RelayState',
      'transport-malformed',
      () => signed({}, { relayState: 'a\r\nSet-Cookie: x=y' }),
    ],
    ['with a null in its RelayState', 'transport-malformed', () => signed({}, { relayState: 'a\0b' })],
  ],
  G20: [
    ['that inflates to ten megabytes', 'transport-too-large', () => raw(Buffer.alloc(10 * 1024 * 1024, 'x'))],
    ['a thousand elements deep', 'xml-too-deep', () => raw('<a>'.repeat(1000) + '</a>'.repeat(1000))],
    [
      'with four thousand attributes',
      'xml-too-many-attributes',
      () => raw(`<x>${'<a b="" c="" d="" e=""/>'.repeat(900)}</x>`),
    ],
    [
      'of fourteen thousand characters',
      'transport-too-large',
      () => `SAMLRequest=${'A'.repeat(12_000)}&RelayState=${'A'.repeat(2000)}`,
    ],
  ],
  G9: [
    ['with a DOCTYPE', 'xml-doctype', () => raw(`<!DOCTYPE x>${honest()}`)],
    [
      'with entities',
      'xml-doctype',
      () => raw(`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${honest()}`),
    ],
    [
      'with an entity from elsewhere',
      'xml-doctype',
      () => raw(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${honest()}`),
    ],
    ['with a comment', 'xml-comment', () => raw(honest().replace('</saml:Issuer>', '<!-- x --></saml:Issuer>'))],
    [
      'with a processing instruction',
      'xml-processing-instruction',
      () => raw(honest().replace('</saml:Issuer>', '<?x y?></saml:Issuer>')),
    ],
    ['with CDATA', 'xml-cdata', () => raw(honest().replace('</saml:Issuer>', '<![CDATA[x]]></saml:Issuer>'))],
    ['in two parts', 'xml-malformed', () => raw(honest() + honest())],
    ['in UTF-16', 'xml-encoding', () => raw(Buffer.from(`\ufeff${honest()}`, 'utf16le'))],
    ['that is no XML', 'xml-', () => raw('hello')],
  ],
  G38: [
    ['that is nothing', 'transport-malformed', () => ''],
    ['that is only a name', 'transport-malformed', () => 'SAMLRequest'],
    ['that is empty', 'transport-malformed', () => 'SAMLRequest='],
    ['that is no base64', 'transport-malformed', () => 'SAMLRequest=%21%21%21'],
    [
      'that is no DEFLATE',
      'transport-malformed',
      () => `SAMLRequest=${encodeURIComponent(Buffer.from(honest()).toString('base64'))}`,
    ],
    ['with broken escapes', 'transport-malformed', () => 'SAMLRequest=%zz%'],
    ['with half a character', 'transport-malformed', () => `${signed()}&RelayState=%c3`],
    ['with a lone percent sign as a name', 'transport-malformed', () => '%=1&%%%'],
    ['that is an answer', 'request-malformed', () => signed({ root: 'samlp:Response' })],
  ],
}

for (const [covers, list] of Object.entries(forgeries))
  for (const [name, detail, forge] of list)
    test(`refused (${covers}): a request ${name}`, () => refused(forge(), detail))

function issuer(text: string, attributes = ''): string {
  return `<saml:Issuer xmlns:saml="${ns.saml}"${attributes}>${text}</saml:Issuer>`
}
