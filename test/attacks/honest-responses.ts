/** Answers that are all right, however odd they look: what must not be refused together with the hostile ones. (A1) */
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { encrypted } from './encrypt.ts'
import {
  type AttackContext,
  assertion,
  at,
  attribute,
  attributeStatement,
  audience,
  authentication,
  conditions,
  confirmation,
  enveloped,
  exclusive,
  honestAnswer,
  honestAttributes,
  response,
  signature,
  signed,
  subject,
} from './forge.ts'

const inClear = (c: AttackContext) => signed(c, assertion(c))
const rsa = (hash: string) => ({ method: `http://www.w3.org/2001/04/xmldsig-more#rsa-${hash}`, hash })

/** Each tells of the same person. */
export const honestResponses: readonly (readonly [name: string, write: (c: AttackContext) => string])[] = [
  ['a signed assertion', honestAnswer],
  ['a signed assertion, encrypted', (c) => response(c, encrypted(c, inClear(c)))],
  ['a signed assertion in a signed Response', (c) => signed(c, response(c, inClear(c)))],
  ['an XML declaration and line breaks around', (c) => `<?xml version="1.0" encoding="UTF-8"?>\n${honestAnswer(c)}\n`],
  ['no issuer at the Response', (c) => response(c, inClear(c), { issuer: '' })],
  [
    'Extensions nobody knows',
    (c) => response(c, inClear(c), { extensions: '<samlp:Extensions><x xmlns="urn:x"/></samlp:Extensions>' }),
  ],
  ['SHA-384', (c) => response(c, signed(c, assertion(c), rsa('sha384')))],
  [
    'SHA-512 for both',
    (c) =>
      response(
        c,
        signed(c, assertion(c), { ...rsa('sha512'), digestMethod: `${ns.xenc}sha512`, digestHash: 'sha512' }),
      ),
  ],
  [
    'RSA-PSS',
    (c) =>
      response(
        c,
        signed(c, assertion(c), { method: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1', pss: true }),
      ),
  ],
  [
    'a list of inclusive prefixes',
    (c) => {
      const list = `<ec:InclusiveNamespaces xmlns:ec="${ns.ec}" PrefixList="xs"></ec:InclusiveNamespaces>`
      const typed = assertion(c).replace(
        '<saml:Assertion ',
        '<saml:Assertion xmlns:xs="http://www.w3.org/2001/XMLSchema" ',
      )
      // In canonical form the declarations stand sorted: saml before xs.
      const canonical = typed.replace(/( xmlns:xs="[^"]*")( xmlns:saml="[^"]*")/, '$2$1')
      return response(c, signed(c, canonical, { transforms: enveloped + exclusive.replace('></', `>${list}</`) }))
    },
  ],
  [
    'foreign elements in KeyInfo',
    (c) => response(c, signed(c, assertion(c), { keyInfo: '<x:y xmlns:x="urn:x"></x:y>' })),
  ],
  ['no KeyInfo', (c) => honestAnswer(c).replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/s, '')],
  [
    'base64 in lines that end with carriage returns',
    (c) =>
      honestAnswer(c).replace(
        /(<ds:SignatureValue>)([^<]*)/,
        (_, tag, value) => `${tag}\n${value.replace(/.{76}/g, '$&&#13;\n')}\n`,
      ),
  ],
  [
    'one audience of several',
    (c) =>
      response(
        c,
        signed(c, assertion(c, { conditions: conditions(c, audience('https://other.example', c.sp.entityId)) })),
      ),
  ],
  [
    'for one time use',
    (c) =>
      response(
        c,
        signed(
          c,
          assertion(c, { conditions: conditions(c, `${audience(c.sp.entityId)}<saml:OneTimeUse></saml:OneTimeUse>`) }),
        ),
      ),
  ],
  [
    'a confirmation for another before the one for us',
    (c) =>
      response(
        c,
        signed(
          c,
          assertion(c, {
            subject: subject(
              c,
              undefined,
              confirmation(c, { method: 'holder-of-key' }) +
                confirmation(c, { recipient: 'https://other.example' }) +
                confirmation(c),
            ),
          }),
        ),
      ),
  ],
  [
    'a session end',
    (c) =>
      response(
        c,
        signed(
          c,
          assertion(c, {
            authentication: authentication(c, ` AuthnInstant="${at(c, -5)}" SessionNotOnOrAfter="${at(c, 28_800)}"`),
          }),
        ),
      ),
  ],
  [
    'times with fractions',
    (c) => response(c, signed(c, assertion(c, { issueInstant: at(c, 0).replace('Z', '.1234567Z') }))),
  ],
  [
    'a clock that is 179 seconds ahead',
    (c) =>
      response(
        c,
        signed(
          c,
          assertion(c, { issueInstant: at(c, 179), conditions: conditions(c, undefined, { notBefore: at(c, 179) }) }),
        ),
        { issueInstant: at(c, 179) },
      ),
  ],
  [
    'a clock that is 179 seconds behind',
    (c) =>
      response(
        c,
        signed(
          c,
          assertion(c, {
            issueInstant: at(c, -299),
            conditions: conditions(c, undefined, { notBefore: at(c, -299), notOnOrAfter: at(c, -179) }),
            subject: subject(c, undefined, confirmation(c, { notOnOrAfter: at(c, -179) })),
          }),
        ),
        { issueInstant: at(c, -299) },
      ),
  ],
  ['characters as references', (c) => honestAnswer(c).replace('Åse', '&#xC5;s&#101;')],
  [
    'single quotes and white space in tags',
    (c) =>
      honestAnswer(c)
        .replace(/<saml:Audience>/, '<saml:Audience\n >')
        .replace(/ Version="2\.0"/g, "   Version = '2.0'\n"),
  ],
  [
    'the SAML namespace by default',
    (c) => {
      const bare = assertion(c).replaceAll('<saml:', '<').replaceAll('</saml:', '</').replace('xmlns:saml=', 'xmlns=')
      return response(
        c,
        bare.replace('</Issuer>', () => `</Issuer>${signature(c, bare)}`),
      )
    },
  ],
  [
    'an attribute without values and one without attributes',
    (c) =>
      response(
        c,
        signed(
          c,
          assertion(c, {
            attributes: attributeStatement(
              honestAttributes.map(([name, value]) => attribute(name, value)).join('') + attribute('urn:none'),
            ),
          }),
        ),
      ),
  ],
]
