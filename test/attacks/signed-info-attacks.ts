/**
 * What SignedInfo may say: one reference, two transforms, one canonicalisation, one digest. Everything else it could be made
 * to say. (G6, G12, G13, A6, A9)
 */
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { attacks } from './attack.ts'
import {
  type AttackContext,
  assertion,
  enveloped,
  evilAssertion,
  exclusive,
  reference,
  response,
  type SignatureParts,
  signature,
  signed,
} from './forge.ts'

const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const transform = (algorithm: string, inner = '') => `<ds:Transform Algorithm="${algorithm}">${inner}</ds:Transform>`

/** The honest answer but for its signature. */
const answer = (c: AttackContext, o: SignatureParts) => response(c, signed(c, assertion(c), o))
const honest = (c: AttackContext) => answer(c, {})

const prefixList = (list: string) =>
  exclusive.replace(
    '></',
    `><ec:InclusiveNamespaces xmlns:ec="${ns.ec}" PrefixList="${list}"></ec:InclusiveNamespaces></`,
  )

export const signedInfoAttacks = [
  ...attacks(
    'A6',
    [
      'two SignedInfo, the right one second (CVE-2025-29774)',
      'signature-malformed',
      (c) => {
        const right = /<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(signature(c, assertion(c)))?.[0] ?? ''
        const wrong =
          /<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(signature(c, evilAssertion(c, { id: '_assertion' })))?.[0] ?? ''
        return honest(c).replace(right, () => wrong + right)
      },
    ],
    [
      'a comment in DigestValue (CVE-2025-29775)',
      'xml-comment',
      (c) => honest(c).replace('<ds:DigestValue>', '<ds:DigestValue><!--AAAA-->'),
    ],
    [
      'a processing instruction in DigestValue',
      'xml-processing-instruction',
      (c) => honest(c).replace('<ds:DigestValue>', '<ds:DigestValue><?a AAAA?>'),
    ],
    [
      'two DigestValues',
      'signature-invalid',
      (c) => honest(c).replace('</ds:Reference>', '<ds:DigestValue>AAAA</ds:DigestValue></ds:Reference>'),
    ],
    [
      'a second DigestValue, rightly signed',
      'signature-reference',
      (c) => answer(c, { moreInReference: '<ds:DigestValue>AAAA</ds:DigestValue>' }),
    ],
    [
      'something after DigestValue, rightly signed',
      'signature-reference',
      (c) => answer(c, { moreInReference: '<ds:x></ds:x>' }),
    ],
    ['a reference without Transforms, rightly signed', 'signature-reference', (c) => answer(c, { transforms: null })],
    [
      'something within the methods, rightly signed',
      'signature-reference',
      (c) => answer(c, { inMethods: '<ds:x></ds:x>' }),
    ],
    [
      'something after the reference, rightly signed',
      'signature-reference',
      (c) => answer(c, { moreReferences: '<ds:x></ds:x>' }),
    ],
    [
      'an element in DigestValue, rightly signed',
      'xml-structure',
      (c) => answer(c, { digestValue: '<ds:x></ds:x>AAAA' }),
    ],
  ),
  ...attacks(
    'G13',
    [
      'an XSLT transform',
      'signature-transform',
      (c) =>
        answer(c, {
          transforms:
            enveloped +
            transform(
              'http://www.w3.org/TR/1999/REC-xslt-19991116',
              '<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform" version="1.0"></x:stylesheet>',
            ),
        }),
    ],
    [
      'an XPath transform',
      'signature-transform',
      (c) =>
        answer(c, {
          transforms:
            enveloped + transform('http://www.w3.org/TR/1999/REC-xpath-19991116', '<ds:XPath>false()</ds:XPath>'),
        }),
    ],
    [
      'an XPath filter',
      'signature-transform',
      (c) => answer(c, { transforms: transform('http://www.w3.org/2002/06/xmldsig-filter2') + exclusive }),
    ],
    [
      'a base64 transform',
      'signature-transform',
      (c) => answer(c, { transforms: enveloped + transform(`${ns.ds}base64`) }),
    ],
    [
      'canonicalisation with comments',
      'signature-transform',
      (c) => answer(c, { transforms: enveloped + transform(`${ns.ec}WithComments`) }),
    ],
    [
      'inclusive canonicalisation',
      'signature-transform',
      (c) => answer(c, { transforms: enveloped + transform(inclusive) }),
    ],
    [
      'SignedInfo canonicalised with comments',
      'signature-transform',
      (c) => answer(c, { canonicalization: `${ns.ec}WithComments` }),
    ],
    ['SignedInfo canonicalised inclusively', 'signature-transform', (c) => answer(c, { canonicalization: inclusive })],
    [
      'SignedInfo not canonicalised',
      'signature-transform',
      (c) => answer(c, { canonicalization: 'http://www.w3.org/2000/09/xmldsig#minimal' }),
    ],
    ['no transforms', 'signature-transform', (c) => answer(c, { transforms: '' })],
    ['only the enveloped transform', 'signature-transform', (c) => answer(c, { transforms: enveloped })],
    ['only canonicalisation', 'signature-transform', (c) => answer(c, { transforms: exclusive })],
    [
      'the two transforms in the wrong order',
      'signature-transform',
      (c) => answer(c, { transforms: exclusive + enveloped }),
    ],
    ['three transforms', 'signature-transform', (c) => answer(c, { transforms: enveloped + exclusive + exclusive })],
    ['nine hundred transforms', 'signature-transform', (c) => answer(c, { transforms: enveloped.repeat(900) })],
    ['two thousand transforms', 'xml-too-many-elements', (c) => answer(c, { transforms: enveloped.repeat(2000) })],
    [
      'a long list of prefixes',
      'signature-transform',
      (c) => answer(c, { transforms: enveloped + prefixList('saml '.repeat(500)) }),
    ],
    [
      'something else within a transform',
      'signature-transform',
      (c) => answer(c, { transforms: enveloped + exclusive.replace('></', '><ds:x></ds:x></') }),
    ],
    ['two references', 'signature-reference', (c) => answer(c, { moreReferences: reference('#_assertion', 'AAAA') })],
    [
      'two references, the first to the Response',
      'signature-reference',
      (c) => {
        const second = reference(
          '#_assertion',
          signature(c, assertion(c)).replace(/.*<ds:DigestValue>([^<]*).*/s, '$1'),
        )
        return answer(c, { uri: '#_response', moreReferences: second })
      },
    ],
    [
      'a thousand references',
      'xml-too-many-elements',
      (c) => answer(c, { moreReferences: reference('#_x', 'AAAA').repeat(1000) }),
    ],
  ),
  ...attacks(
    'G12',
    [
      'a relative namespace name, to make canonicalisation fail',
      'xml-namespace',
      (c) => honest(c).replace('<saml:Assertion ', '<saml:Assertion xmlns:a="1" '),
    ],
    [
      'the digest of nothing, rightly signed',
      'signature-digest',
      (c) => answer(c, { digestValue: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' }),
    ],
    [
      'the digest of nothing and a relative namespace name',
      'xml-namespace',
      (c) =>
        answer(c, { digestValue: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' }).replace(
          '<saml:Assertion ',
          '<saml:Assertion xmlns:a="1" ',
        ),
    ],
  ),
]
