/**
 * Signature wrapping: a signed assertion is kept where the verifier finds it, a forged one is put where the reader looks.
 * XSW1–8 as SAML Raider names them (Somorovsky et al. 2012), and their relatives. (G1, A5, A11)
 */
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { attacks } from './attack.ts'
import { encrypted } from './encrypt.ts'
import {
  type AttackContext,
  assertion,
  attribute,
  attributeStatement,
  conditions,
  evilAssertion,
  honestAnswer,
  insert,
  response,
  type SignatureParts,
  signature,
  signed,
  status,
} from './forge.ts'

const honest = (c: AttackContext) => signed(c, assertion(c))
const inObject = (xml: string) => `<ds:Object>${xml}</ds:Object>`
const extensions = (xml: string) => `<samlp:Extensions>${xml}</samlp:Extensions>`
const before = (xml: string, tag: string, more: string) => xml.replace(tag, () => more + tag)

/** A forged assertion that bears the honest one's signature. */
const evilWithSignature = (c: AttackContext, o: SignatureParts = {}, id = '_evil') =>
  insert(evilAssertion(c, { id }), signature(c, assertion(c), o))

export const wrappingAttacks = [
  ...attacks(
    'G1',
    [
      'xsw1: forged Response, the signed one within its signature',
      'signature-malformed',
      (c) => {
        const original = response(c, assertion(c))
        return insert(
          response(c, evilAssertion(c), { id: '_evil-response' }),
          signature(c, original, { object: original }),
        )
      },
    ],
    [
      'xsw2: forged Response, the signed one before its detached signature',
      'signature-malformed',
      (c) => {
        const original = response(c, assertion(c))
        return insert(response(c, evilAssertion(c), { id: '_evil-response' }), original + signature(c, original))
      },
    ],
    [
      'xsw3: forged assertion before the signed one',
      'assertion-not-alone',
      (c) => response(c, evilAssertion(c) + honest(c)),
    ],
    [
      'xsw4: forged assertion around the signed one',
      'assertion-not-alone',
      (c) => response(c, evilAssertion(c, { more: honest(c) })),
    ],
    [
      'xsw5: forged assertion with the signature, the signed one last',
      'assertion-not-alone',
      (c) => response(c, evilWithSignature(c) + assertion(c)),
    ],
    [
      'xsw6: forged assertion, the signed one within the signature',
      'assertion-not-alone',
      (c) => response(c, before(evilWithSignature(c), '</ds:Signature>', assertion(c))),
    ],
    [
      'xsw7: forged assertion in Extensions',
      'assertion-not-alone',
      (c) => response(c, honest(c), { extensions: extensions(evilAssertion(c, { id: '_assertion2' })) }),
    ],
    [
      'xsw8: forged assertion, the signed one in ds:Object',
      'assertion-not-alone',
      (c) => response(c, evilWithSignature(c, { object: inObject(assertion(c)) })),
    ],
    [
      'a forged assertion after the signed one',
      'assertion-not-alone',
      (c) => response(c, honest(c) + evilAssertion(c)),
    ],
    [
      'two assertions, both signed',
      'assertion-not-alone',
      (c) => response(c, honest(c) + signed(c, assertion(c, { id: '_second' }))),
    ],
    [
      'a forged assertion, the signed one in its Advice',
      'assertion-not-alone',
      (c) => response(c, evilAssertion(c, { conditions: `${conditions(c)}<saml:Advice>${honest(c)}</saml:Advice>` })),
    ],
    [
      'a signed assertion with a forged one in its Advice',
      'assertion-not-alone',
      (c) =>
        response(
          c,
          signed(c, assertion(c, { conditions: `${conditions(c)}<saml:Advice>${evilAssertion(c)}</saml:Advice>` })),
        ),
    ],
    [
      'a forged assertion in an attribute value',
      'assertion-not-alone',
      (c) =>
        response(c, signed(c, assertion(c, { attributes: attributeStatement(attribute('urn:a', evilAssertion(c))) }))),
    ],
    [
      'a signed assertion in StatusDetail beside a forged one',
      'assertion-not-alone',
      (c) =>
        response(c, evilAssertion(c), {
          status: status('Success').replace(
            '</samlp:Status>',
            `<samlp:StatusDetail>${honest(c)}</samlp:StatusDetail></samlp:Status>`,
          ),
        }),
    ],
    [
      'a signed assertion only in Extensions',
      'assertion-not-alone',
      (c) => response(c, '', { extensions: extensions(honest(c)) }),
    ],
    [
      'a forged assertion in a foreign element',
      'xml-structure',
      (c) => response(c, `<x xmlns="urn:x">${evilAssertion(c)}</x>${honest(c)}`),
    ],
    [
      'a forged encrypted assertion beside the signed one',
      'assertion-not-alone',
      (c) => response(c, encrypted(c, evilAssertion(c)) + honest(c)),
    ],
    [
      'the signed assertion encrypted, a forged one in clear',
      'assertion-not-alone',
      (c) => response(c, evilAssertion(c) + encrypted(c, honest(c))),
    ],
    [
      'a forged assertion around the signed one, encrypted',
      'assertion-not-alone',
      (c) => response(c, encrypted(c, evilAssertion(c, { more: honest(c) }))),
    ],
    [
      'an encrypted assertion within an encrypted one',
      'assertion-not-alone',
      (c) => response(c, encrypted(c, evilAssertion(c, { more: encrypted(c, honest(c)) }))),
    ],
    [
      'two encrypted assertions',
      'assertion-not-alone',
      (c) => response(c, encrypted(c, honest(c)) + encrypted(c, evilAssertion(c))),
    ],
    ['a Response within a Response', 'xml-structure', (c) => response(c, honestAnswer(c), { id: '_outer' })],
    [
      'a Response in a SOAP envelope',
      'xml-structure',
      (c) => `<e:Envelope xmlns:e="${ns.soap}"><e:Body>${honestAnswer(c)}</e:Body></e:Envelope>`,
    ],
    ['an assertion alone', 'xml-structure', (c) => honest(c)],
    ['a Response in another namespace', 'xml-structure', (c) => honestAnswer(c).replaceAll(`"${ns.samlp}"`, '"urn:x"')],
    [
      'an assertion in another namespace',
      'xml-structure',
      (c) => response(c, signed(c, assertion(c)).replace(ns.saml, 'urn:x')),
    ],
    [
      'an assertion of SAML 1.1’s namespace',
      'xml-structure',
      (c) => response(c, signed(c, assertion(c)).replace(ns.saml, 'urn:oasis:names:tc:SAML:1.0:assertion')),
    ],
    ['no assertion at all', 'assertion-missing', (c) => response(c, '')],
  ),
]
