/**
 * Signatures in the wrong place, on the wrong element, twice, or hiding something: the ways of making a verifier and a
 * reader look at different things. (G2–G5, A5, A10)
 */
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { attacks } from './attack.ts'
import { encrypted } from './encrypt.ts'
import {
  type AttackContext,
  assertion,
  evilAssertion,
  insert,
  response,
  type SignatureParts,
  signature,
  signed,
  status,
} from './forge.ts'

const honest = (c: AttackContext) => signed(c, assertion(c))
const inObject = (xml: string) => `<ds:Object>${xml}</ds:Object>`
const before = (xml: string, tag: string, more: string) => xml.replace(tag, () => more + tag)

/** A forged assertion that bears the honest one's signature. */
const evilWithSignature = (c: AttackContext, o: SignatureParts = {}, id = '_evil') =>
  insert(evilAssertion(c, { id }), signature(c, assertion(c), o))

/** A whole honest Response, signed as such. */
const signedResponse = (c: AttackContext) => signed(c, response(c, assertion(c)))

export const misplacedSignatureAttacks = [
  ...attacks(
    'G2',
    [
      'a forged assertion in ds:Object of a signed error',
      'signature-malformed',
      (c) => {
        const error = response(c, '', { status: status('Responder') })
        return insert(error, signature(c, error, { object: inObject(evilAssertion(c)) }))
      },
    ],
    [
      'a forged assertion in KeyInfo of a signed error',
      'signature-malformed',
      (c) => {
        const error = response(c, '', { status: status('Responder') })
        return insert(error, signature(c, error, { keyInfo: evilAssertion(c) }))
      },
    ],
    [
      'a signed error turned into a success',
      'signature-digest',
      (c) => {
        const error = signed(c, response(c, '', { status: status('Responder') }))
        return error.replace(status('Responder'), status('Success') + honest(c))
      },
    ],
    [
      'an error with an assertion',
      'assertion-with-error-status',
      (c) => response(c, honest(c), { status: status('Responder') }),
    ],
    [
      'a signed error with an encrypted assertion',
      'assertion-with-error-status',
      (c) => signed(c, response(c, encrypted(c, honest(c)), { status: status('Requester') })),
    ],
    [
      'an empty ds:Object',
      'signature-malformed',
      (c) => response(c, signed(c, assertion(c), { object: inObject('') })),
    ],
  ),
  ...attacks(
    'G3',
    [
      'the same signature twice',
      'signature-malformed',
      (c) => {
        const once = signature(c, assertion(c))
        return response(c, insert(assertion(c), once + once))
      },
    ],
    [
      'a second signature that holds the forged subject',
      'signature-malformed',
      (c) => {
        const once = signature(c, assertion(c))
        const twice = once.replace('</ds:KeyInfo>', '</ds:KeyInfo><ds:Object>x</ds:Object>')
        return response(c, insert(assertion(c), twice + once))
      },
    ],
    [
      'the signature after the subject',
      'signature-malformed',
      (c) => response(c, before(assertion(c), '<saml:Conditions', signature(c, assertion(c)))),
    ],
    [
      'the signature before the issuer',
      'signature-malformed',
      (c) => response(c, before(assertion(c), '<saml:Issuer>', signature(c, assertion(c)))),
    ],
    [
      'the signature within the subject',
      'signature-missing',
      (c) => response(c, before(assertion(c), '</saml:Subject>', signature(c, assertion(c)))),
    ],
    [
      'the assertion’s signature at the Response',
      'signature-reference',
      (c) => insert(response(c, assertion(c)), signature(c, assertion(c))),
    ],
    [
      'the Response’s signature at a forged assertion',
      'signature-reference',
      (c) => response(c, insert(evilAssertion(c), signature(c, response(c, '')))),
    ],
    [
      'a forged assertion in a Response whose signature covered another',
      'signature-digest',
      (c) => signedResponse(c).replace(assertion(c), evilAssertion(c)),
    ],
    ['a signed Response around an unsigned assertion', 'signature-missing', (c) => signedResponse(c)],
  ),
  ...attacks(
    'G4',
    [
      'a forged assertion with the same ID before the signed one',
      'xml-duplicate-id',
      (c) => response(c, evilAssertion(c, { id: '_assertion' }) + honest(c)),
    ],
    [
      'a forged assertion with the same ID and the signature',
      'signature-digest',
      (c) => response(c, evilWithSignature(c, {}, '_assertion')),
    ],
    ['the same ID at the Response', 'xml-duplicate-id', (c) => response(c, honest(c), { id: '_assertion' })],
    [
      'the same ID as Id in the signature',
      'xml-duplicate-id',
      (c) => response(c, honest(c).replace('<ds:Signature ', '<ds:Signature Id="_assertion" ')),
    ],
    ['an assertion with Id instead of ID', 'xml-id-attribute', (c) => response(c, honest(c).replace(' ID=', ' Id='))],
    [
      'an assertion with id beside ID',
      'xml-id-attribute',
      (c) => response(c, honest(c).replace(' ID=', ' id="_x" ID=')),
    ],
    [
      'an assertion with xml:id beside ID',
      'xml-id-attribute',
      (c) => response(c, honest(c).replace(' ID=', ' xml:id="_x" ID=')),
    ],
    [
      'an assertion with ID in a namespace beside ID',
      'xml-id-attribute',
      (c) => response(c, honest(c).replace(' ID=', ` xmlns:p="${ns.samlp}" p:ID="_x" ID=`)),
    ],
  ),
  ...attacks(
    'G5',
    [
      'a reference to nothing in particular',
      'signature-reference',
      (c) => response(c, signed(c, assertion(c), { uri: '' })),
    ],
    ['a reference without URI', 'xml-structure', (c) => response(c, signed(c, assertion(c), { uri: null }))],
    [
      'a reference by XPointer',
      'signature-reference',
      (c) => response(c, signed(c, assertion(c), { uri: "#xpointer(id('_assertion'))" })),
    ],
    [
      'a reference with a space',
      'signature-reference',
      (c) => response(c, signed(c, assertion(c), { uri: '#_assertion ' })),
    ],
    [
      'a reference to a web address',
      'signature-reference',
      (c) => response(c, signed(c, assertion(c), { uri: 'http://127.0.0.1:1/#_assertion' })),
    ],
    ['a reference to another element', 'signature-reference', (c) => response(c, evilWithSignature(c))],
    [
      'an assertion without ID and a reference to #',
      'signature-reference',
      (c) => response(c, signed(c, assertion(c).replace(' ID="_assertion"', ''))),
    ],
    [
      'an empty ID and a reference to #',
      'signature-reference',
      (c) => response(c, signed(c, assertion(c, { id: '' }))),
    ],
  ),
]
