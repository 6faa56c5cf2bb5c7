/** What XML can do beside elements and text, and how much of it: comments, entities, encodings, size. (G7–G11, G20, A7, A8, A23) */
import { attacks } from './attack.ts'
import {
  type AttackContext,
  assertion,
  attribute,
  attributeStatement,
  evilName,
  honestAnswer,
  honestName,
  nameId,
  response,
  signed,
  subject,
} from './forge.ts'

const named = (c: AttackContext, name: string) => response(c, signed(c, assertion(c, { subject: subject(c, name) })))

/** Honest and signed, then with something put into the middle of the name, as the attacker in the browser can. */
const inName = (c: AttackContext, inserted: string) =>
  honestAnswer(c).replace(honestName, `${honestName.slice(0, -5)}${inserted}${honestName.slice(-5)}`)

const doctype = (c: AttackContext, text: string) => text + honestAnswer(c)

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

export const markupAttacks = [
  ...attacks(
    'G7',
    ['a comment within the name', 'xml-comment', (c) => inName(c, '<!-- -->')],
    ['a comment within the name, signed so', 'xml-comment', (c) => named(c, nameId(`${evilName}<!-- -->.example`))],
    [
      'a comment within the issuer',
      'xml-comment',
      (c) => honestAnswer(c).replace(c.idp.entityId, `${c.idp.entityId}<!---->`),
    ],
    [
      'a comment within an attribute value',
      'xml-comment',
      (c) => honestAnswer(c).replace('99999991', '9999<!-- -->9991'),
    ],
    [
      'a comment within the audience',
      'xml-comment',
      (c) => honestAnswer(c).replace('</saml:Audience>', '<!-- --></saml:Audience>'),
    ],
    ['a comment before the Response', 'xml-comment', (c) => `<!-- -->${honestAnswer(c)}`],
    ['a comment after the Response', 'xml-comment', (c) => `${honestAnswer(c)}<!-- -->`],
    ['an element within the name', 'xml-structure', (c) => named(c, nameId(`${honestName}<saml:x></saml:x>`))],
    ['an element around the name', 'xml-structure', (c) => named(c, nameId(`<saml:x>${honestName}</saml:x>`))],
    [
      'an element within the audience',
      'xml-structure',
      (c) => response(c, signed(c, assertion(c).replace('</saml:Audience>', '<saml:x></saml:x></saml:Audience>'))),
    ],
    [
      'an element beside text in an attribute value',
      'xml-structure',
      (c) =>
        response(c, signed(c, assertion(c, { attributes: attributeStatement(attribute('urn:a', '12<b></b>34')) }))),
    ],
  ),
  ...attacks(
    'G8',
    ['a processing instruction within the name', 'xml-processing-instruction', (c) => inName(c, '<?x y?>')],
    [
      'a name within a processing instruction',
      'xml-processing-instruction',
      (c) => named(c, nameId(`<?x ${honestName}?>${evilName}`)),
    ],
    [
      'a processing instruction before the Response',
      'xml-processing-instruction',
      (c) => `<?xml-stylesheet href="http://127.0.0.1:1/"?>${honestAnswer(c)}`,
    ],
    [
      'a second XML declaration',
      'xml-processing-instruction',
      (c) => `<?xml version="1.0"?><?xml version="1.0"?>${honestAnswer(c)}`,
    ],
    ['CDATA within the name', 'xml-cdata', (c) => inName(c, '<![CDATA[x]]>')],
    ['the name as CDATA', 'xml-cdata', (c) => named(c, nameId(`<![CDATA[${evilName}]]>`))],
    ['an empty CDATA', 'xml-cdata', (c) => inName(c, '<![CDATA[]]>')],
  ),
  ...attacks(
    'G9',
    ['a document type', 'xml-doctype', (c) => doctype(c, '<!DOCTYPE Response>')],
    ['an internal entity', 'xml-doctype', (c) => doctype(c, '<!DOCTYPE x [<!ENTITY a "b">]>')],
    [
      'an external entity',
      'xml-doctype',
      (c) => doctype(c, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>').replace(honestName, '&a;'),
    ],
    ['an external document type', 'xml-doctype', (c) => doctype(c, '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">')],
    [
      'a parameter entity',
      'xml-doctype',
      (c) => doctype(c, '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:1/"> %a;]>'),
    ],
    [
      'a billion laughs',
      'xml-doctype',
      (c) => {
        const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
        return doctype(c, `<!DOCTYPE x [<!ENTITY l0 "ha">${entities.join('')}]>`).replace(honestName, '&l9;')
      },
    ],
    [
      'default attributes',
      'xml-doctype',
      (c) => doctype(c, '<!DOCTYPE x [<!ATTLIST saml:Assertion ID CDATA "_evil">]>'),
    ],
    [
      'a document type after a declaration and white space',
      'xml-doctype',
      (c) => doctype(c, '<?xml version="1.0" encoding="UTF-8"?>\n \n<!DOCTYPE x>'),
    ],
    ['a document type in small letters', 'xml-doctype', (c) => doctype(c, '<!doctype x>')],
    [
      'a document type within the Response',
      'xml-doctype',
      (c) => honestAnswer(c).replace('<samlp:Status>', '<!DOCTYPE x><samlp:Status>'),
    ],
    ['a document type in UTF-16', 'xml-encoding', (c) => utf16(doctype(c, '<!DOCTYPE x>'))],
    ['an undeclared entity', 'xml-malformed', (c) => inName(c, '&nbsp;')],
    [
      'an inclusion',
      'signature-digest',
      (c) =>
        inName(c, '').replace(
          '<saml:Conditions',
          '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><saml:Conditions',
        ),
    ],
    [
      'a place to fetch a schema from',
      'signature-digest',
      (c) =>
        honestAnswer(c).replace(
          '<saml:Assertion ',
          '<saml:Assertion xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x http://127.0.0.1:1/x.xsd" ',
        ),
    ],
  ),
  ...attacks(
    'G10',
    ['two roots', 'xml-malformed', (c) => honestAnswer(c) + honestAnswer(c)],
    ['another root first', 'xml-malformed', (c) => `<x/>${honestAnswer(c)}`],
    ['text after the root', 'xml-malformed', (c) => `${honestAnswer(c)}x`],
    ['text before the root', 'xml-encoding', (c) => `x${honestAnswer(c)}`],
    ['a null byte after the root', 'xml-malformed', (c) => `${honestAnswer(c)}\0`],
    ['cut off in the middle', 'xml-malformed', (c) => honestAnswer(c).slice(0, 1500)],
    ['nothing', 'xml-encoding', () => ''],
    ['not XML', 'xml-encoding', () => '{"saml":true}'],
  ),
  ...attacks(
    'G11',
    ['UTF-16', 'xml-encoding', (c) => utf16(honestAnswer(c))],
    ['UTF-16 without a mark', 'xml-encoding', (c) => Buffer.from(honestAnswer(c), 'utf16le')],
    [
      'a declaration of UTF-16 in UTF-8',
      'xml-encoding',
      (c) => `<?xml version="1.0" encoding="UTF-16"?>${honestAnswer(c)}`,
    ],
    ['a declaration of UTF-7', 'xml-encoding', (c) => `<?xml version="1.0" encoding="UTF-7"?>${honestAnswer(c)}`],
    [
      'a declaration of ISO-8859-1',
      'xml-encoding',
      (c) => `<?xml version="1.0" encoding="ISO-8859-1"?>${honestAnswer(c)}`,
    ],
    ['a byte order mark', 'xml-encoding', (c) => `\ufeff${honestAnswer(c)}`],
    [
      'bytes that are not UTF-8',
      'xml-encoding',
      (c) => Buffer.concat([Buffer.from(honestAnswer(c)), Buffer.from([0xc3, 0x28])]),
    ],
    [
      'an overlong encoding of a tag',
      'xml-encoding',
      (c) => Buffer.concat([Buffer.from(honestAnswer(c)), Buffer.from([0xc0, 0xbc])]),
    ],
    ['XML 1.1', 'xml-encoding', (c) => `<?xml version="1.1"?>${honestAnswer(c)}`],
    [
      'the same attribute twice',
      'xml-malformed',
      (c) => honestAnswer(c).replace(' ID="_assertion"', ' ID="_assertion" ID="_evil"'),
    ],
    [
      'the same attribute by two prefixes',
      'xml-malformed',
      (c) => honestAnswer(c).replace('<saml:Issuer>', '<saml:Issuer xmlns:a="urn:a" xmlns:b="urn:a" a:x="1" b:x="2">'),
    ],
    [
      'a prefix that is not declared',
      'xml-malformed',
      (c) => honestAnswer(c).replace('<samlp:Status>', '<evil:x/><samlp:Status>'),
    ],
    [
      'the SAML prefix declared anew',
      'xml-structure',
      (c) => response(c, signed(c, assertion(c).replace('<saml:Subject>', '<saml:Subject xmlns:saml="urn:x">'))),
    ],
    ['line breaks within the name', 'name-id-malformed', (c) => named(c, nameId(`${honestName}\n`))],
    [
      'a carriage return as a reference within the name',
      'name-id-malformed',
      (c) => named(c, nameId(`${honestName}&#xD;x`)),
    ],
  ),
  ...attacks(
    'G20',
    ['ten megabytes', 'xml-too-large', (c) => named(c, nameId('x'.repeat(10_000_000)))],
    ['one byte too many', 'xml-too-large', (c) => honestAnswer(c).padEnd(512 * 1024 + 1, ' ')],
    [
      'twenty thousand elements deep',
      'xml-too-deep',
      (c) => response(c, `${'<x>'.repeat(20_000)}${'</x>'.repeat(20_000)}`),
    ],
    [
      'fifty thousand attributes',
      'xml-too-many-attributes',
      (c) =>
        honestAnswer(c).replace(
          '<saml:Subject>',
          `<saml:Subject ${Array.from({ length: 50_000 }, (_, i) => `a${i}=""`).join(' ')}>`,
        ),
    ],
    ['fifty thousand elements', 'xml-too-many-elements', (c) => response(c, '<x/>'.repeat(50_000))],
    [
      'thousands of prefixes',
      'xml-namespace',
      (c) =>
        honestAnswer(c).replace(
          '<saml:Subject>',
          `<saml:Subject ${Array.from({ length: 2900 }, (_, i) => `xmlns:a${i}="urn:a"`).join(' ')}>`,
        ),
    ],
    [
      'a single attribute of half a megabyte',
      'signature-digest',
      (c) => honestAnswer(c).replace('<saml:Subject>', `<saml:Subject x="${'&amp;'.repeat(100_000)}">`),
    ],
    [
      'half a megabyte of white space',
      'signature-digest',
      (c) => honestAnswer(c).replace('<saml:Subject>', `${' '.repeat(500_000)}<saml:Subject>`),
    ],
    [
      'half a megabyte of base64 in the signature',
      'signature-invalid',
      (c) => honestAnswer(c).replace(/(<ds:SignatureValue>)[^<]*/, `$1${'AAAA'.repeat(120_000)}`),
    ],
    ['unfinished tags without end', 'xml-too-deep', () => `<a${'<'.repeat(100_000)}`.replaceAll('<', '<a>')],
    ['an unfinished attribute of half a megabyte', 'xml-malformed', () => `<a b="${'x'.repeat(500_000)}`],
  ),
]
