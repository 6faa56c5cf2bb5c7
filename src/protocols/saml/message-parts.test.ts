import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headAttributes, issuerElement, readHead } from './message-head.ts'
import { MessageRefused, type RefusalReason } from './message-refused.ts'
import { nameIdElement, readNameId } from './name-id.ts'
import { readStatus, secondStatuses, statusElement, topStatuses } from './status.ts'
import { parseXml } from './xml/parse-xml.ts'
import { type Attributes, element, writeXml } from './xml/write-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

const now = new Date('2026-11-24T08:00:00Z')
const destination = new URL('https://seb.example/saml/slo')
const expected = { destination: destination.href, issuer: 'https://saml.service.example', now }
const refused = (reason: RefusalReason) => (error: unknown) =>
  error instanceof MessageRefused && error.reason === reason
const sentAndRead = (written: XmlElement) => parseXml(writeXml(written))
const attributes = headAttributes({ id: '_1', now, destination })
const message = (changed: Attributes = {}, issuer = issuerElement(expected.issuer)) =>
  sentAndRead(element('samlp:LogoutRequest', { ...attributes, ...changed }, issuer))

test('a message head is read as it was written', () => {
  assert.deepEqual(readHead(message(), expected), { id: '_1', issuer: expected.issuer, issuedAt: now })
})

test('a head is refused when version, ID, age, destination or issuer is not as it should be', () => {
  const fails = (changed: Attributes, reason: RefusalReason) =>
    assert.throws(() => readHead(message(changed), expected), refused(reason), JSON.stringify(changed))
  for (const Version of [undefined, '1.1', '2.1', '']) fails({ Version }, 'version-wrong')
  for (const ID of [undefined, '', '1', 'a b', 'å', `_${'a'.repeat(256)}`, "_1'or'1"]) fails({ ID }, 'id-malformed')
  for (const IssueInstant of [undefined, '', 'yesterday']) fails({ IssueInstant }, 'time-malformed')
  fails({ IssueInstant: '2026-11-24T07:54:00Z' }, 'expired')
  fails({ IssueInstant: '2026-11-24T08:04:00Z' }, 'not-yet-valid')
  for (const Destination of [undefined, '', 'https://seb.example/saml/slo/', 'https://SEB.example/saml/slo'])
    fails({ Destination }, 'destination-wrong')
  const issuedBy = (issuer: XmlElement, reason: RefusalReason) =>
    assert.throws(() => readHead(message({}, issuer), expected), refused(reason))
  issuedBy(issuerElement('https://saml.other.example'), 'issuer-wrong')
  issuedBy(issuerElement(`${expected.issuer} `), 'issuer-wrong')
  issuedBy(issuerElement(''), 'issuer-missing')
  issuedBy(element('samlp:Issuer', {}, expected.issuer), 'issuer-missing')
  const Format = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
  issuedBy(element('saml:Issuer', { Format }, expected.issuer), 'issuer-wrong')
})

test('a name is kept to the letter, white space and qualifiers too', () => {
  for (const subject of [
    {
      value: ' https://data.gov.dk/model/core/eid/person/uuid/1 ',
      format: null,
      nameQualifier: null,
      spNameQualifier: null,
    },
    { value: 'C=DK,O=99999991 <&>', format: 'urn:f', nameQualifier: 'https://a', spNameQualifier: '' },
  ])
    assert.deepEqual(readNameId(sentAndRead(element('saml:Subject', {}, nameIdElement(subject)))), subject)
})

test('a name that is absent, empty, endless, doubled or encrypted is refused', () => {
  const fails = (reason: RefusalReason, ...content: XmlElement[]) =>
    assert.throws(() => readNameId(sentAndRead(element('saml:Subject', {}, ...content))), refused(reason))
  fails('subject-missing')
  fails('subject-missing', element('saml:EncryptedID'))
  fails('name-id-malformed', element('saml:NameID'))
  fails('name-id-malformed', element('saml:NameID', {}, '\n \t'))
  fails('name-id-malformed', element('saml:NameID', {}, 'x'.repeat(1025)))
  fails('xml-structure', element('saml:NameID', {}, 'x'), element('saml:NameID', {}, 'x'))
  fails('xml-structure', element('saml:NameID', {}, 'x', element('saml:NameID', {}, 'y')))
})

test('every status is read as it was written, and one that is unknown at the top is refused', () => {
  const read = (status: XmlElement) => readStatus(sentAndRead(element('samlp:Response', {}, status)))
  for (const top of topStatuses)
    for (const second of [null, ...secondStatuses])
      assert.deepEqual(read(statusElement({ top, second })), { top, second })
  const code = (Value: string | undefined, ...inner: XmlElement[]) => element('samlp:StatusCode', { Value }, ...inner)
  const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'
  assert.deepEqual(read(element('samlp:Status', {}, code(success, code('urn:x:own')))), {
    top: 'Success',
    second: null,
  })
  for (const odd of [undefined, '', 'Success', `${success} `, 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed'])
    assert.throws(() => read(element('samlp:Status', {}, code(odd))), refused('status-malformed'))
  assert.throws(() => read(element('samlp:Status')), refused('status-malformed'))
  assert.throws(() => read(element('saml:Status')), refused('status-malformed'))
  assert.throws(() => read(element('samlp:Status', {}, code(success), code(success))), refused('xml-structure'))
})
