/** Rightly signed messages that are not about us, not about now or not an answer to what was asked. (G21–G23, G35, G36, A12–A19) */
import { attacks } from './attack.ts'
import {
  type AssertionParts,
  type AttackContext,
  assertion,
  at,
  attribute,
  attributeStatement,
  audience,
  authentication,
  type Confirmation,
  conditions,
  confirmation,
  honestName,
  nameId,
  type ResponseParts,
  response,
  signed,
  status,
  subject,
} from './forge.ts'

const answer = (c: AttackContext, o: AssertionParts, r: ResponseParts = {}) =>
  response(c, signed(c, assertion(c, o)), r)
const enveloped = (c: AttackContext, r: ResponseParts) => answer(c, {}, r)
const confirmed = (c: AttackContext, ...list: Confirmation[]) =>
  answer(c, { subject: subject(c, undefined, list.map((o) => confirmation(c, o)).join('')) })
const named = (c: AttackContext, name: string) => answer(c, { subject: subject(c, name) })
const conditioned = (c: AttackContext, inner: string) => answer(c, { conditions: conditions(c, inner) })
const window = (c: AttackContext, notBefore: string | null, notOnOrAfter: string | null) =>
  answer(c, { conditions: conditions(c, undefined, { notBefore, notOnOrAfter }) })
const attributed = (c: AttackContext, inner: string) => answer(c, { attributes: inner })

export const expectationAttacks = [
  ...attacks(
    'G22',
    ['an answer to no request', 'in-response-to-wrong', (c) => enveloped(c, { inResponseTo: null })],
    ['an answer to another request', 'in-response-to-wrong', (c) => enveloped(c, { inResponseTo: '_other' })],
    ['an answer to an empty request', 'in-response-to-wrong', (c) => enveloped(c, { inResponseTo: '' })],
    [
      'an answer to the request and a space',
      'in-response-to-wrong',
      (c) => enveloped(c, { inResponseTo: `${c.inResponseTo} ` }),
    ],
    ['an assertion for no request', 'in-response-to-wrong', (c) => confirmed(c, { inResponseTo: null })],
    ['an assertion for another request', 'in-response-to-wrong', (c) => confirmed(c, { inResponseTo: '_other' })],
    [
      'an unsolicited answer',
      'in-response-to-wrong',
      (c) =>
        answer(c, { subject: subject(c, undefined, confirmation(c, { inResponseTo: null })) }, { inResponseTo: null }),
    ],
  ),
  ...attacks(
    'G23',
    ['no Destination', 'destination-wrong', (c) => enveloped(c, { destination: null })],
    ['another Destination', 'destination-wrong', (c) => enveloped(c, { destination: 'https://evil.example/acs' })],
    ['a Destination with a slash more', 'destination-wrong', (c) => enveloped(c, { destination: `${c.sp.acsUrl}/` })],
    ['a Destination with a query', 'destination-wrong', (c) => enveloped(c, { destination: `${c.sp.acsUrl}?x` })],
    ['a Destination in capitals', 'destination-wrong', (c) => enveloped(c, { destination: c.sp.acsUrl.toUpperCase() })],
    ['no Recipient', 'recipient-wrong', (c) => confirmed(c, { recipient: null })],
    ['another Recipient', 'recipient-wrong', (c) => confirmed(c, { recipient: 'https://evil.example/acs' })],
    ['a Recipient with a space', 'recipient-wrong', (c) => confirmed(c, { recipient: ` ${c.sp.acsUrl}` })],
    ['no audience restriction', 'audience-wrong', (c) => conditioned(c, '')],
    ['an empty audience restriction', 'audience-wrong', (c) => conditioned(c, audience())],
    ['another audience', 'audience-wrong', (c) => conditioned(c, audience('https://saml.other.example'))],
    ['an audience with a slash more', 'audience-wrong', (c) => conditioned(c, audience(`${c.sp.entityId}/`))],
    ['an audience with a space', 'audience-wrong', (c) => conditioned(c, audience(` ${c.sp.entityId}`))],
    [
      'an audience that begins like us',
      'audience-wrong',
      (c) => conditioned(c, audience(`${c.sp.entityId}.evil.example`)),
    ],
    [
      'one restriction for us and one for another',
      'audience-wrong',
      (c) => conditioned(c, audience(c.sp.entityId) + audience('https://saml.other.example')),
    ],
    ['no conditions', 'conditions-missing', (c) => answer(c, { conditions: '' })],
    ['two sets of conditions', 'xml-structure', (c) => answer(c, { conditions: conditions(c) + conditions(c) })],
    [
      'a condition nobody knows',
      'condition-unknown',
      (c) =>
        conditioned(
          c,
          `${audience(c.sp.entityId)}<saml:Condition xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="x"></saml:Condition>`,
        ),
    ],
    [
      'not to be passed on',
      'condition-unknown',
      (c) => conditioned(c, `${audience(c.sp.entityId)}<saml:ProxyRestriction Count="0"></saml:ProxyRestriction>`),
    ],
  ),
  ...attacks(
    'G36',
    ['a Response of an hour ago', 'expired', (c) => enveloped(c, { issueInstant: at(c, -3600) })],
    ['a Response of 301 seconds ago', 'expired', (c) => enveloped(c, { issueInstant: at(c, -301) })],
    ['a Response from the future', 'not-yet-valid', (c) => enveloped(c, { issueInstant: at(c, 301) })],
    [
      'a Response without a time',
      'time-malformed',
      (c) => response(c, signed(c, assertion(c))).replace(/( InResponseTo="[^"]*") IssueInstant="[^"]*"/, '$1'),
    ],
    ['an assertion from the future', 'not-yet-valid', (c) => answer(c, { issueInstant: at(c, 301) })],
    ['conditions that ended 301 seconds ago', 'expired', (c) => window(c, at(c, -900), at(c, -301))],
    ['conditions that begin in 301 seconds', 'not-yet-valid', (c) => window(c, at(c, 301), at(c, 600))],
    ['conditions for ten years', 'lifetime-too-long', (c) => window(c, at(c, 0), '2036-01-01T00:00:00Z')],
    ['a confirmation that ended 301 seconds ago', 'expired', (c) => confirmed(c, { notOnOrAfter: at(c, -301) })],
    ['a confirmation that begins in 301 seconds', 'not-yet-valid', (c) => confirmed(c, { notBefore: at(c, 301) })],
    ['a confirmation without end', 'subject-confirmation-missing', (c) => confirmed(c, { notOnOrAfter: null })],
    ['a confirmation for two days', 'lifetime-too-long', (c) => confirmed(c, { notOnOrAfter: at(c, 2 * 86_400) })],
    [
      'a log-in in the future',
      'not-yet-valid',
      (c) => answer(c, { authentication: authentication(c, ` AuthnInstant="${at(c, 301)}"`) }),
    ],
    ['a log-in at no time', 'xml-structure', (c) => answer(c, { authentication: authentication(c, '') })],
    [
      'a session that has ended',
      'expired',
      (c) =>
        answer(c, {
          authentication: authentication(c, ` AuthnInstant="${at(c, 0)}" SessionNotOnOrAfter="${at(c, -301)}"`),
        }),
    ],
    ...[
      ['a time without zone', '2026-11-24T10:00:00'],
      ['a time in another zone', '2026-11-24T11:00:00+01:00'],
      ['a leap second', '2026-12-31T23:59:60Z'],
      ['the 30th of February', '2027-02-30T00:00:00Z'],
      ['a time in words', 'tomorrow'],
      ['a time in seconds', '1795507200'],
      ['an empty time', ''],
      ['a time with a space', ' 2026-11-24T10:00:00Z'],
      ['a time in full-width digits', '２０２６-11-24T10:00:00Z'],
      ['a year of five digits', '12026-11-24T10:00:00Z'],
    ].map(
      ([name = '', time = '']) =>
        [
          `${name} as the end of the confirmation`,
          'time-malformed',
          (c: AttackContext) => confirmed(c, { notOnOrAfter: time }),
        ] as const,
    ),
  ),
  ...attacks(
    'A19',
    ['no subject', 'subject-missing', (c) => answer(c, { subject: '' })],
    ['two subjects', 'xml-structure', (c) => answer(c, { subject: subject(c) + subject(c) })],
    ['no confirmation', 'subject-confirmation-missing', (c) => answer(c, { subject: subject(c, undefined, '') })],
    [
      'a confirmation without data',
      'subject-confirmation-missing',
      (c) =>
        answer(c, {
          subject: subject(
            c,
            undefined,
            '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"></saml:SubjectConfirmation>',
          ),
        }),
    ],
    ['sender vouches', 'subject-confirmation-missing', (c) => confirmed(c, { method: 'sender-vouches' })],
    ['holder of key', 'subject-confirmation-missing', (c) => confirmed(c, { method: 'holder-of-key' })],
    [
      'two confirmations, both for others',
      'recipient-wrong',
      (c) => confirmed(c, { recipient: 'https://a.example' }, { recipient: 'https://b.example' }),
    ],
    [
      'two confirmations that are right only together',
      'recipient-wrong',
      (c) => confirmed(c, { recipient: 'https://a.example' }, { inResponseTo: '_other' }),
    ],
    ['no name', 'subject-missing', (c) => named(c, '')],
    ['an empty name', 'name-id-malformed', (c) => named(c, nameId(''))],
    ['two names', 'xml-structure', (c) => named(c, nameId(honestName) + nameId('x'))],
    [
      'an encrypted name beside the name',
      'name-id-malformed',
      (c) => named(c, `${nameId(honestName)}<saml:EncryptedID></saml:EncryptedID>`),
    ],
    ['a BaseID instead of a name', 'subject-missing', (c) => named(c, '<saml:BaseID></saml:BaseID>')],
    ['a name of a million characters', 'xml-too-large', (c) => named(c, nameId('x'.repeat(1_000_000)))],
  ),
  ...attacks(
    'G35',
    ['a name with a space after it', 'name-id-malformed', (c) => named(c, nameId(`${honestName} `))],
    ['a name with a no-break space after it', 'name-id-malformed', (c) => named(c, nameId(`${honestName}\u00a0`))],
    ['a name with a tab within it', 'name-id-malformed', (c) => named(c, nameId(`a\tb`))],
    ['a name of spaces', 'name-id-malformed', (c) => named(c, nameId('   '))],
  ),
  ...attacks(
    'A16',
    ['SAML 1.1', 'version-wrong', (c) => enveloped(c, { version: '1.1' })],
    ['an assertion of SAML 1.1', 'version-wrong', (c) => answer(c, { version: '1.1' })],
    [
      'a Response without ID',
      'id-malformed',
      (c) => response(c, signed(c, assertion(c))).replace(' ID="_response"', ''),
    ],
    ['a Response whose ID is a query', 'id-malformed', (c) => enveloped(c, { id: "_x' or '1'='1" })],
    ['an assertion whose ID is a path', 'id-malformed', (c) => answer(c, { id: '../../x' })],
    ['an assertion whose ID is endless', 'id-malformed', (c) => answer(c, { id: `_${'x'.repeat(300)}` })],
    ['no log-in', 'authn-statement-missing', (c) => answer(c, { authentication: '' })],
    [
      'two log-ins',
      'authn-statement-missing',
      (c) => answer(c, { authentication: authentication(c) + authentication(c) }),
    ],
    [
      'a decision beside the log-in',
      'xml-structure',
      (c) => answer(c, { more: '<saml:AuthzDecisionStatement></saml:AuthzDecisionStatement>' }),
    ],
    [
      'two attribute statements',
      'attribute-malformed',
      (c) => attributed(c, attributeStatement() + attributeStatement()),
    ],
    [
      'an attribute without name',
      'attribute-malformed',
      (c) => attributed(c, attributeStatement('<saml:Attribute></saml:Attribute>')),
    ],
    [
      'an encrypted attribute',
      'attribute-malformed',
      (c) => attributed(c, attributeStatement('<saml:EncryptedAttribute></saml:EncryptedAttribute>')),
    ],
    [
      'an attribute with foreign elements',
      'attribute-malformed',
      (c) => attributed(c, attributeStatement(attribute('urn:a').replace('></', '><saml:x></saml:x></'))),
    ],
  ),
  ...attacks(
    'A18',
    ['no status', 'status-malformed', (c) => enveloped(c, { status: '' })],
    ['a status without code', 'status-malformed', (c) => enveloped(c, { status: '<samlp:Status></samlp:Status>' })],
    ['a status nobody knows', 'status-malformed', (c) => enveloped(c, { status: status('Perhaps') })],
    ['a success with a space', 'status-malformed', (c) => enveloped(c, { status: status('Success ') })],
    [
      'a success within a failure',
      'assertion-with-error-status',
      (c) =>
        enveloped(c, {
          status: status(
            'Responder',
            '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"></samlp:StatusCode>',
          ),
        }),
    ],
    ['two statuses', 'xml-structure', (c) => enveloped(c, { status: status('Success') + status('Responder') })],
    [
      'two codes',
      'xml-structure',
      (c) =>
        enveloped(c, {
          status: status('Responder').replace(
            '<samlp:StatusCode',
            `${/<samlp:StatusCode.*<\/samlp:StatusCode>/.exec(status('Success'))?.[0]}<samlp:StatusCode`,
          ),
        }),
    ],
  ),
]
