/**
 * What the switchboard can make wrong about the next answer of an identity provider. Each is made with real keys, and each
 * has the one end that SEB is to bring it to; a test holds SEB to it.
 */
import type { RefusalReason } from '../../src/brokering/refusal.ts'
import { oioAttributes, samlAttributeNames } from '../../src/protocols/saml/oio/attribute-names.ts'
import { assuranceClassRef } from '../../src/protocols/saml/oio/nsis.ts'
import { secondsAfter } from '../../src/protocols/saml/saml-time.ts'
import type { Status } from '../../src/protocols/saml/status.ts'
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { element, writeXml } from '../../src/protocols/saml/xml/write-xml.ts'
import type { XmlElement } from '../../src/protocols/saml/xml/xml-element.ts'
import { cvr } from '../data/organisations.ts'
import { personSubject, uuidOf } from '../people/persona.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { type PlannedAnswer, withNodes } from './planned-answer.ts'

export const faultKeys = [
  'expired',
  'not-yet-valid',
  'wrong-audience',
  'wrong-destination',
  'wrong-in-response-to',
  'unsolicited',
  'wrong-issuer',
  'unsigned',
  'wrong-key',
  'changed-after-signing',
  'unencrypted',
  'second-assertion',
  'comment-in-name-id',
  'doctype',
  'replayed',
  'foreign-cvr',
  'two-cvrs',
  'wrong-kind',
  'level-too-low',
  'unknown-level',
  'cancelled',
  'status-level',
  'status-down',
] as const

export type FaultKey = (typeof faultKeys)[number]

type Change = (plan: PlannedAnswer, provider: IdentityProvider) => PlannedAnswer

export type Fault = {
  /** How SEB ends it. `unknown`: the message names no sign-in that SEB could show a page about. */
  ends: RefusalReason | 'unknown'
} & ({ kind: 'change'; change: Change } | { kind: 'status'; status: Status } | { kind: 'replay' })

export const faults: Readonly<Record<FaultKey, Fault>> = {
  // Four minutes ago and good for thirty seconds: past the three minutes that clocks may differ.
  expired: changed('answer-wrong', (plan) => at(plan, -240, 30)),
  'not-yet-valid': changed('answer-wrong', (plan) => at(plan, 600, 300)),
  'wrong-audience': changed('answer-wrong', ({ person, ...plan }) => ({
    ...plan,
    person: { ...person, audience: 'https://saml.en-anden-tjeneste.example' },
  })),
  'wrong-destination': changed('answer-wrong', ({ envelope, ...plan }) => ({
    ...plan,
    envelope: { ...envelope, acsUrl: 'https://et-andet-sted.example/acs' },
  })),
  'wrong-in-response-to': changed('unknown', ({ envelope, ...plan }) => ({
    ...plan,
    envelope: { ...envelope, inResponseTo: envelope.ids.xmlId() },
  })),
  unsolicited: changed('unknown', ({ envelope, ...plan }) => ({
    ...plan,
    envelope: { ...envelope, inResponseTo: null },
  })),
  'wrong-issuer': changed('answer-wrong', ({ envelope, ...plan }) => ({
    ...plan,
    envelope: { ...envelope, issuer: 'https://saml.en-anden-udbyder.example' },
  })),
  unsigned: changed('answer-wrong', (plan) => ({ ...plan, afterSigning: withoutSignature })),
  'wrong-key': changed('answer-wrong', (plan, { strangeKey }) => ({ ...plan, signingKey: strangeKey })),
  'changed-after-signing': changed('answer-wrong', (plan) => ({
    ...plan,
    afterSigning: (assertion) => replaceText(assertion, plan.person.nameId.value, `${plan.person.nameId.value}0`),
  })),
  unencrypted: changed('answer-wrong', (plan) => ({ ...plan, encryption: null })),
  'second-assertion': changed('answer-wrong', (plan) => ({
    ...plan,
    afterWriting: (xml) => xml.replace('<saml:EncryptedAssertion', `${forgedAssertion(plan)}<saml:EncryptedAssertion`),
  })),
  // A comment is not part of what is signed, but cuts the name in two for a careless reader (CVE-2017-11427 and on).
  'comment-in-name-id': changed('unknown', (plan) => ({
    ...plan,
    encryption: null,
    afterWriting: (xml) => xml.replace('</saml:NameID>', '<!-- -->.eksempel</saml:NameID>'),
  })),
  doctype: changed('unknown', (plan) => ({
    ...plan,
    afterWriting: (xml) => `<!DOCTYPE samlp:Response [<!ENTITY x "x">]>${xml}`,
  })),
  replayed: { ends: 'already-answered', kind: 'replay' },
  'foreign-cvr': changed('organisation-not-allowed', (plan) => stated(plan, samlAttributeNames.cvr, [cvr.midwives])),
  'two-cvrs': changed('answer-wrong', (plan) => stated(plan, samlAttributeNames.cvr, [cvr.region, cvr.midwives])),
  'wrong-kind': changed('wrong-log-in-kind', ({ person, ...plan }) => ({
    ...plan,
    person: { ...person, nameId: { ...person.nameId, value: personSubject(uuidOf(99, 0)) } },
  })),
  'level-too-low': changed('level-too-low', ({ person, ...plan }) =>
    stated({ ...plan, person: { ...person, authnContextClassRef: assuranceClassRef('Low') } }, oioAttributes.loa, [
      'Low',
    ]),
  ),
  'unknown-level': changed('answer-wrong', (plan) => stated(plan, oioAttributes.loa, ['Meget høj'])),
  cancelled: { ends: 'cancelled', kind: 'status', status: { top: 'Responder', second: 'AuthnFailed' } },
  'status-level': { ends: 'level-too-low', kind: 'status', status: { top: 'Responder', second: 'NoAuthnContext' } },
  'status-down': { ends: 'provider-down', kind: 'status', status: { top: 'Responder', second: 'NoAvailableIDP' } },
}

export function isFaultKey(key: string | null | undefined): key is FaultKey {
  return faultKeys.some((known) => known === key)
}

function changed(ends: Fault['ends'], change: Change): Fault {
  return { ends, kind: 'change', change }
}

function at({ envelope, person, ...plan }: PlannedAnswer, seconds: number, lifetimeSeconds: number): PlannedAnswer {
  const now = secondsAfter(envelope.now, seconds)
  return { ...plan, envelope: { ...envelope, now }, person: { ...person, lifetimeSeconds } }
}

/** The answer with other values of one attribute. */
function stated({ person, ...plan }: PlannedAnswer, name: string, values: readonly string[]): PlannedAnswer {
  const attributes = person.attributes.map((attribute) =>
    attribute.name === name ? { ...attribute, values } : attribute,
  )
  return { ...plan, person: { ...person, attributes } }
}

function withoutSignature(assertion: XmlElement): XmlElement {
  return withNodes(
    assertion,
    assertion.nodes.filter((node) => typeof node === 'string' || !node.is(ns.ds, 'Signature')),
  )
}

function replaceText(within: XmlElement, text: string, by: string): XmlElement {
  return withNodes(
    within,
    within.nodes.map((node) => (typeof node === 'string' ? (node === text ? by : node) : replaceText(node, text, by))),
  )
}

/** An assertion about somebody else that nobody signed, laid beside the real one. */
function forgedAssertion({ envelope, person }: PlannedAnswer): string {
  return writeXml(
    element(
      'saml:Assertion',
      { ID: envelope.ids.xmlId(), Version: '2.0', IssueInstant: envelope.now.toISOString() },
      element('saml:Issuer', {}, envelope.issuer),
      element('saml:Subject', {}, element('saml:NameID', {}, `${person.nameId.value}1`)),
    ),
  )
}
