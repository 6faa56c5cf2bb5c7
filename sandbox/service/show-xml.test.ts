import assert from 'node:assert/strict'
import { test } from 'node:test'
import { element, unqualifiedElement } from '../../src/protocols/saml/xml/write-xml.ts'
import { showXml, showXmlText } from './show-xml.ts'

test('XML is indented for people, with names, attributes and text as they stand', () => {
  const list = element('bpp:PrivilegeList', {}, unqualifiedElement('PrivilegeGroup', { Scope: 'a"b' }, 'x < y'))
  assert.equal(
    showXml(list),
    '<bpp:PrivilegeList>\n  <PrivilegeGroup Scope="a&quot;b">x &lt; y</PrivilegeGroup>\n</bpp:PrivilegeList>',
  )
})

test('a long value is shown by its beginning and its length', () => {
  assert.equal(
    showXml(element('saml:Issuer', {}, 'x'.repeat(500))),
    `<saml:Issuer>${'x'.repeat(60)}…(500)</saml:Issuer>`,
  )
})

test('an element without content is closed at once', () => {
  assert.equal(showXmlText(Buffer.from('<a><b/></a>')), '<a>\n  <b/>\n</a>')
})
