/** The XML that SEB writes cannot be broken out of by any value. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseXml } from './parse-xml.ts'
import { element, unqualifiedElement, withChild, writeXml } from './write-xml.ts'

test('elements are written in canonical form, each namespace declared where it is first used', () => {
  const xml = writeXml(
    element(
      'samlp:Response',
      { Version: '2.0', ID: '_1', Destination: undefined },
      element('saml:Issuer', {}, 'https://saml.example/æ'),
      undefined,
      element('samlp:Status'),
    ),
  )
  assert.equal(
    xml,
    '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0">' +
      '<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://saml.example/æ</saml:Issuer>' +
      '<samlp:Status></samlp:Status></samlp:Response>',
  )
})

test('every value comes back as it went in', () => {
  for (const value of [
    '<b>',
    '&amp;',
    '"\'',
    ']]>',
    '-->',
    '?>',
    'a\r\nb\tc ',
    ' x ',
    '😀',
    '&#x41;',
    '\u0085\u2028',
  ]) {
    const root = parseXml(writeXml(element('saml:Attribute', { Name: value }, value)))
    assert.equal(root.text, value)
    assert.equal(root.attribute('Name'), value)
  }
})

test('characters that XML cannot carry are refused', () => {
  for (const value of ['\u0000', '\u0008', '\u001b', '\ud800', '\udc00x', '\ufffe', '\uffff']) {
    assert.throws(() => element('saml:Issuer', {}, `a${value}b`), TypeError)
    assert.throws(() => element('saml:Issuer', { Format: `a${value}b` }), TypeError)
  }
})

test('names are never taken from a value', () => {
  assert.throws(() => element('saml:Issuer', { 'a="b" c': 'd' }), TypeError)
  assert.throws(() => unqualifiedElement('a b'), TypeError)
  assert.throws(() => element('saml:Issuer', { 'nobody:a': 'd' }), TypeError)
})

test('a child is added where it belongs, and the original stays as it was', () => {
  const parent = element('saml:Assertion', {}, element('saml:Issuer'), element('saml:Subject'))
  const more = withChild(parent, element('ds:Signature'), 1)
  assert.deepEqual(
    more.elements.map((child) => child.name),
    ['Issuer', 'Signature', 'Subject'],
  )
  assert.equal(parent.elements.length, 2)
})
