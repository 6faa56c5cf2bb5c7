/** Reads an assertion whose signature has been verified, and checks that it is about now, for us and in answer to us. */
import type { Subject } from '../../../brokering/authentication.ts'
import { readId, readIssuer } from '../message-head.ts'
import { MessageRefused } from '../message-refused.ts'
import { clockSkewSeconds, secondsAfter } from '../saml-time.ts'
import { ns } from '../xml/namespaces.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { checkConditions } from './check-conditions.ts'
import { readAttributes } from './read-attributes.ts'
import { readSubject, type SubjectExpectations } from './read-subject.ts'
import { readBegun, readEnd } from './validity.ts'

export interface AssertionExpectations extends SubjectExpectations {
  readonly issuer: string
  readonly audience: string
}

export interface AssertionContent {
  readonly assertionId: string
  readonly issuer: string
  /** Exactly as it was written. */
  readonly nameId: Subject
  /** When the person proved who they are: the identity provider's word, not the time of the message. */
  readonly authnInstant: Date
  readonly sessionIndex: string | null
  readonly sessionNotOnOrAfter: Date | null
  readonly authnContextClassRef: string | null
  readonly authenticatingAuthorities: readonly string[]
  /** By attribute name; several Attribute elements of one name count as one with all their values. */
  readonly attributes: ReadonlyMap<string, readonly string[]>
  /** From this instant `readAssertion` refuses the assertion, so its ID need not be remembered longer. */
  readonly notOnOrAfter: Date
}

const parts = new Set(['Issuer', 'Subject', 'Conditions', 'Advice', 'AuthnStatement', 'AttributeStatement'])

/** How long a session an identity provider may announce, before it is taken for a mistake. */
const longestSessionSeconds = 7 * 24 * 3600

export function readAssertion(assertion: XmlElement, expected: AssertionExpectations): AssertionContent {
  for (const { namespace, name } of assertion.elements) {
    if (namespace !== ns.saml || !parts.has(name))
      throw new MessageRefused('xml-structure', 'unknown part of Assertion')
  }
  const { now } = expected
  if (assertion.attribute('Version') !== '2.0') throw new MessageRefused('version-wrong', 'of the Assertion')
  const assertionId = readId(assertion.attribute('ID'))
  readBegun(assertion.requiredAttribute('IssueInstant'), now)
  const issuer = readIssuer(assertion)
  if (issuer !== expected.issuer) throw new MessageRefused('issuer-wrong', 'of the Assertion')

  const { nameId, confirmedUntil } = readSubject(assertion, expected)
  const conditionsUntil = checkConditions(assertion, expected.audience, now)
  const last = conditionsUntil !== undefined && conditionsUntil < confirmedUntil ? conditionsUntil : confirmedUntil
  return {
    assertionId,
    issuer,
    nameId,
    ...readAuthentication(assertion, now),
    attributes: readAttributes(assertion),
    notOnOrAfter: secondsAfter(last, clockSkewSeconds),
  }
}

/** Exactly one AuthnStatement (OIOSAML 3); a second could tell of another log-in. */
function readAuthentication(assertion: XmlElement, now: Date) {
  const [statement, ...more] = assertion.children(ns.saml, 'AuthnStatement')
  if (statement === undefined || more.length > 0) {
    throw new MessageRefused('authn-statement-missing', `${more.length + Number(statement !== undefined)}`)
  }
  const context = statement.child(ns.saml, 'AuthnContext')
  const sessionEnd = statement.attribute('SessionNotOnOrAfter')
  return {
    authnInstant: readBegun(statement.requiredAttribute('AuthnInstant'), now),
    sessionIndex: statement.attribute('SessionIndex') ?? null,
    sessionNotOnOrAfter: sessionEnd === undefined ? null : readEnd(sessionEnd, now, longestSessionSeconds),
    authnContextClassRef: context.optionalChild(ns.saml, 'AuthnContextClassRef')?.text ?? null,
    authenticatingAuthorities: context.children(ns.saml, 'AuthenticatingAuthority').map((authority) => authority.text),
  }
}
