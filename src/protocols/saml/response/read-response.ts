/**
 * Reads the answer of an identity provider: SEB as service provider. Everything about the person is read from the bytes
 * whose signature was verified and held against what SEB asked for. (SAML profiles §4.1.4.3, OIOSAML 3 §7)
 */
import type { KeyObject } from 'node:crypto'
import { readId, readIssuer } from '../message-head.ts'
import { MessageRefused } from '../message-refused.ts'
import { readInstant, requireRecent } from '../saml-time.ts'
import { readStatus, type Status } from '../status.ts'
import { decryptElement } from '../xml/decrypt-element.ts'
import { ns } from '../xml/namespaces.ts'
import { isSigned, verifySignature } from '../xml/verify-signature.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { peekResponse, type UnverifiedResponse } from './peek-response.ts'
import { type AssertionContent, readAssertion } from './read-assertion.ts'
import { requireAnswerTo } from './require-answer-to.ts'

export interface ResponseExpectations {
  /** The identity provider that was asked. */
  readonly issuer: string
  /** Its registered signing keys: the present one, and the next or the former. */
  readonly keys: readonly KeyObject[]
  /** Our own private keys: the present one, and the next or the former. */
  readonly decryptionKeys: readonly KeyObject[]
  /** Where the message came in: its Destination and Recipient. */
  readonly acsUrl: string
  /** Our entityID. */
  readonly audience: string
  /** The ID of our request; null where the provider may send answers nobody asked for (A13). */
  readonly inResponseTo: string | null
  readonly now: Date
  readonly requireEncryption?: boolean
  readonly allowCbc?: boolean
}

export interface SuccessfulResponse extends AssertionContent {
  readonly outcome: 'success'
  readonly responseId: string
}

export interface UnsuccessfulResponse {
  readonly outcome: 'no-success'
  readonly responseId: string
  readonly status: Status
}

/** Throws `MessageRefused` unless the message is what was expected. Replay is the caller's to stop, by both IDs (A14). */
export function readResponse(
  message: Uint8Array | string | UnverifiedResponse,
  expected: ResponseExpectations,
): SuccessfulResponse | UnsuccessfulResponse {
  const { root } = message instanceof Uint8Array || typeof message === 'string' ? peekResponse(message) : message
  const response = verifiedIfSigned(root, expected.keys)

  const responseId = checkHead(response, expected)
  const status = readStatus(response)
  const carrier = onlyAssertion(response, status)
  if (carrier === undefined) return { outcome: 'no-success', responseId, status }

  const assertion = clearAssertion(carrier, expected)
  // Also within a signed Response, and also when it came encrypted: anyone can encrypt for us (G18, OIOSAML 3).
  const verified = verifySignature(assertion, expected.keys)
  return { outcome: 'success', responseId, ...readAssertion(verified.element, expected) }
}

/** A Response needs no signature of its own; but one that is there must be right, and then only what it covers is read. */
function verifiedIfSigned(root: XmlElement, keys: readonly KeyObject[]): XmlElement {
  return isSigned(root) ? verifySignature(root, keys).element : root
}

const partsOfResponse = new Set([
  'samlp Extensions',
  'samlp Status',
  'saml Issuer',
  'saml Assertion',
  'saml EncryptedAssertion',
])

/** Returns the ID. Issuer may be left out of a Response that is not signed (SAML profiles §4.1.4.2). */
function checkHead(response: XmlElement, expected: ResponseExpectations): string {
  for (const { namespace, name } of response.elements) {
    const prefix = namespace === ns.saml ? 'saml' : namespace === ns.samlp ? 'samlp' : ''
    if (!partsOfResponse.has(`${prefix} ${name}`)) throw new MessageRefused('xml-structure', 'unknown part of Response')
  }
  if (response.attribute('Version') !== '2.0') throw new MessageRefused('version-wrong', 'of the Response')
  const id = readId(response.attribute('ID'))
  requireRecent(readInstant(response.attribute('IssueInstant') ?? ''), expected.now)
  if (response.attribute('Destination') !== expected.acsUrl) throw new MessageRefused('destination-wrong')
  requireAnswerTo(response, expected.inResponseTo)
  if (response.children(ns.saml, 'Issuer').length > 0 && readIssuer(response) !== expected.issuer) {
    throw new MessageRefused('issuer-wrong', 'of the Response')
  }
  return id
}

/** Exactly one assertion, whichever way it is dressed and wherever it hides; none at all in an answer that says no (G1, G2). */
function onlyAssertion(response: XmlElement, status: Status): XmlElement | undefined {
  const found = assertionsWithin(response)
  if (status.top !== 'Success') {
    if (found.length > 0) throw new MessageRefused('assertion-with-error-status')
    return undefined
  }
  const [only] = found
  if (only === undefined) throw new MessageRefused('assertion-missing')
  if (found.length > 1 || !response.elements.includes(only)) throw new MessageRefused('assertion-not-alone')
  return only
}

function assertionsWithin(root: XmlElement): readonly XmlElement[] {
  return root
    .descendants()
    .filter(({ namespace, name }) => namespace === ns.saml && (name === 'Assertion' || name === 'EncryptedAssertion'))
}

function clearAssertion(carrier: XmlElement, expected: ResponseExpectations): XmlElement {
  if (carrier.name === 'Assertion') {
    if (expected.requireEncryption) throw new MessageRefused('encryption-required')
    return carrier
  }
  const assertion = decryptElement(carrier, expected.decryptionKeys, { allowCbc: expected.allowCbc ?? false })
  if (!assertion.is(ns.saml, 'Assertion')) throw new MessageRefused('assertion-missing', 'something else was encrypted')
  if (assertionsWithin(assertion).length > 1) throw new MessageRefused('assertion-not-alone')
  return assertion
}
