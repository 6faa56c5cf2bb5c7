/** What SEB lets into its XML parser, and what it reads there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MessageRefused, type RefusalReason } from '../message-refused.ts'
import { parseXml } from './parse-xml.ts'
import { metadataLimits, requestLimits, type XmlLimits } from './scan-xml.ts'

function refused(xml: string | Uint8Array, reason: RefusalReason, limits?: XmlLimits) {
  assert.throws(
    () => parseXml(xml, limits),
    (error) => error instanceof MessageRefused && error.reason === reason,
    `${String(xml).slice(0, 60)} is refused as ${reason}`,
  )
}

test('an element is read with its namespace, attributes, children and whole text', () => {
  const root = parseXml(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a:r xmlns:a="urn:a" ID="x" a:q="1"><b xmlns="urn:b">æ &amp; &#x41;</b><b xmlns="urn:b"/></a:r>\n',
  )
  assert.equal(root.namespace, 'urn:a')
  assert.equal(root.name, 'r')
  assert.equal(root.attribute('ID'), 'x')
  assert.equal(root.attribute('q'), undefined, 'an attribute with a prefix is another attribute')
  assert.deepEqual(
    root.children('urn:b', 'b').map((child) => child.text),
    ['æ & A', ''],
  )
  assert.throws(() => root.child('urn:b', 'b'), { reason: 'xml-structure' })
  assert.throws(() => root.child('urn:b', 'c'), { reason: 'xml-structure' })
  assert.equal(root.optionalChild('urn:b', 'c'), undefined)
  assert.throws(() => root.text, { reason: 'xml-structure' })
  assert.throws(() => root.requiredAttribute('none'), { reason: 'xml-structure' })
})

test('white space in a value is kept as it is', () => {
  assert.equal(parseXml('<a> 12 \n</a>').text, ' 12 \n')
})

test('a document type, in any place and shape, is refused before parsing', () => {
  refused('<!DOCTYPE a><a/>', 'xml-doctype')
  refused('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'xml-doctype')
  refused('<!doctype a><a/>', 'xml-doctype')
  refused('<a><!ENTITY x "y"></a>', 'xml-doctype')
  refused(' <!DOCTYPE a SYSTEM "http://127.0.0.1:1/"><a/>', 'xml-doctype')
})

test('processing instructions, CDATA and comments are refused', () => {
  refused('<a><?p x?></a>', 'xml-processing-instruction')
  refused('<?xml-stylesheet href="x"?><a/>', 'xml-processing-instruction')
  refused('<?xml version="1.0"?><?xml version="1.0"?><a/>', 'xml-processing-instruction')
  refused('<a/><?p?>', 'xml-processing-instruction')
  refused('<a><![CDATA[x]]></a>', 'xml-cdata')
  refused('<a>b<!-- c -->d</a>', 'xml-comment')
})

test('only UTF-8 is read, without a byte order mark', () => {
  refused(Buffer.from('\ufeff<a/>', 'utf16le'), 'xml-encoding')
  refused(Buffer.from('<a/>', 'utf16le'), 'xml-malformed')
  refused('\ufeff<a/>', 'xml-encoding')
  refused(Buffer.from([0x3c, 0x61, 0x3e, 0xe6, 0x3c, 0x2f, 0x61, 0x3e]), 'xml-encoding')
  refused('<?xml version="1.0" encoding="UTF-16"?><a/>', 'xml-encoding')
  refused('<?xml version="1.0" encoding="UTF-7"?><a/>', 'xml-encoding')
  refused('<?xml version="1.1"?><a/>', 'xml-encoding')
  refused('', 'xml-encoding')
  refused('x', 'xml-encoding')
})

test('what is too large, too deep or too much is refused', () => {
  refused(`<a>${'x'.repeat(65 * 1024)}</a>`, 'xml-too-large', requestLimits)
  refused('<a>'.repeat(20_000), 'xml-too-deep')
  refused(`<a>${'<b/>'.repeat(1000)}</a>`, 'xml-too-many-elements')
  refused(`<a ${Array.from({ length: 50_000 }, (_, i) => `a${i}=""`).join(' ')}/>`, 'xml-too-many-attributes')
  assert.equal(parseXml(`<a>${'<b/>'.repeat(999)}</a>`).elements.length, 999)
  assert.equal(parseXml('<a>'.repeat(50) + '</a>'.repeat(50)).name, 'a')
})

test('what is not well-formed is refused', () => {
  for (const xml of [
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>x',
    '<a b="1" b="2"/>',
    '<a b=<c/>',
    '<a b="<c/>"/>',
    '<a b="',
    '<a>&undefined;</a>',
    '<a>&#0;</a>',
    '<a>\u0001</a>',
    '<a>\u0000</a>',
    '<p:a/>',
    '<a xmlns:x="urn:x" xmlns:y="urn:x" x:b="" y:b=""/>',
    '<a b="1"c="2"/>',
    '<',
  ]) {
    refused(xml, 'xml-malformed')
  }
})

test('the same ID twice is refused, whatever the attribute is called', () => {
  refused('<a ID="x"><b ID="x"/></a>', 'xml-duplicate-id')
  refused('<a ID="x"><b Id="x"/></a>', 'xml-duplicate-id')
  refused('<a ID="x"><b xml:id="x"/></a>', 'xml-duplicate-id')
  refused('<a ID="x" id="x"/>', 'xml-duplicate-id')
})

test('a SAML element has its ID in the attribute ID and nowhere else', () => {
  const saml = 'xmlns="urn:oasis:names:tc:SAML:2.0:assertion"'
  refused(`<Assertion ${saml} Id="x"/>`, 'xml-id-attribute')
  refused(`<Assertion ${saml} id="x"/>`, 'xml-id-attribute')
  refused(`<Assertion ${saml} xml:id="x"/>`, 'xml-id-attribute')
  refused(
    `<Assertion ${saml} xmlns:p="${'urn:oasis:names:tc:SAML:2.0:protocol'}" ID="y" p:ID="x"/>`,
    'xml-id-attribute',
  )
})

test('relative namespace names are refused', () => {
  refused('<a xmlns:x="relative"/>', 'xml-namespace')
  refused('<a xmlns="1"/>', 'xml-namespace')
})

test('more prefixes than any message needs are refused', () => {
  refused(`<a ${Array.from({ length: 65 }, (_, i) => `xmlns:a${i}="urn:a"`).join(' ')}/>`, 'xml-namespace')
})

test('metadata written by a person may have comments between elements and a byte order mark', () => {
  const root = parseXml('\ufeff<!-- ours --><a>\n<!-- <b> -->\n<b>x</b></a><!-- end -->', metadataLimits)
  assert.equal(root.child('', 'b').text, 'x')
  refused('<a>x<!-- -->y</a>', 'xml-comment', metadataLimits)
  refused('<a><!-- <b></a>', 'xml-malformed', metadataLimits)
  refused('<!--x--><!DOCTYPE a><a/>', 'xml-doctype', metadataLimits)
})
