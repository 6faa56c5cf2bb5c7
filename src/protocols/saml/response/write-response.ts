/** Writes SEB's answers to services: SEB as identity provider (SAML profiles §4.1.4.2, OIOSAML 3 §6). */
import type { Ids } from '../../../base/ids.ts'
import type { Subject } from '../../../brokering/authentication.ts'
import { issuerElement } from '../message-head.ts'
import { nameIdElement } from '../name-id.ts'
import { secondsAfter, writeInstant } from '../saml-time.ts'
import { type Status, statusElement } from '../status.ts'
import { type EncryptionRecipient, encryptElement } from '../xml/encrypt-element.ts'
import { signElement } from '../xml/sign-element.ts'
import type { SigningKey } from '../xml/signed-bytes.ts'
import { element, writeXml } from '../xml/write-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'

/** Who answers whom. */
export interface ResponseEnvelope {
  /** Our entityID. */
  readonly issuer: string
  /** The service's registered assertion consumer service. */
  readonly acsUrl: string
  /** Null in an answer nobody asked for. */
  readonly inResponseTo: string | null
  readonly now: Date
  readonly ids: Pick<Ids, 'xmlId'>
}

export interface WrittenAttribute {
  readonly name: string
  readonly nameFormat: string
  readonly friendlyName?: string
  /** Text, or an element where an attribute's values are XML. */
  readonly values: readonly (string | XmlElement)[]
}

export interface AssertedPerson {
  /** The service's entityID. */
  readonly audience: string
  readonly nameId: Subject
  readonly authnInstant: Date
  readonly sessionIndex: string
  readonly sessionNotOnOrAfter?: Date
  readonly authnContextClassRef: string
  readonly authenticatingAuthorities: readonly string[]
  readonly attributes: readonly WrittenAttribute[]
  /** At most 300: a Response travels at once. */
  readonly lifetimeSeconds: number
}

export interface ResponseProtection {
  readonly signingKey: SigningKey
  /** Null only for a service that is registered without an encryption key. */
  readonly encryption: EncryptionRecipient | null
  /** OIOSAML 3 wants the Assertion signed and the Response not; some services want both. */
  readonly signResponse: boolean
}

export interface WrittenResponse {
  readonly xml: string
  readonly responseId: string
  readonly assertionId: string
}

const longestLifetimeSeconds = 300

/** One assertion, signed, then encrypted. */
export function writeResponse(
  envelope: ResponseEnvelope,
  person: AssertedPerson,
  { signingKey, encryption, signResponse }: ResponseProtection,
): WrittenResponse {
  if (person.lifetimeSeconds > longestLifetimeSeconds) throw new RangeError('an assertion lives at most 300 seconds')
  const assertionId = envelope.ids.xmlId()
  const responseId = envelope.ids.xmlId()
  const signed = signElement(assertion(assertionId, envelope, person), signingKey)
  const carrier =
    encryption === null ? signed : element('saml:EncryptedAssertion', {}, encryptElement(signed, encryption))
  const response = responseElement(responseId, envelope, { top: 'Success', second: null }, carrier)
  return { xml: writeXml(signResponse ? signElement(response, signingKey) : response), responseId, assertionId }
}

/** An answer that says no: always signed, since it carries no assertion that would be (SAML profiles §4.1.4.2). */
export function writeErrorResponse(envelope: ResponseEnvelope, status: Status, signingKey: SigningKey): string {
  return writeXml(signElement(responseElement(envelope.ids.xmlId(), envelope, status), signingKey))
}

function responseElement(
  id: string,
  { issuer, acsUrl, inResponseTo, now }: ResponseEnvelope,
  status: Status,
  assertionOrNone?: XmlElement,
): XmlElement {
  return element(
    'samlp:Response',
    {
      ID: id,
      Version: '2.0',
      IssueInstant: writeInstant(now),
      Destination: acsUrl,
      InResponseTo: inResponseTo ?? undefined,
    },
    issuerElement(issuer),
    statusElement(status),
    assertionOrNone,
  )
}

function assertion(id: string, envelope: ResponseEnvelope, person: AssertedPerson): XmlElement {
  const { now } = envelope
  const until = writeInstant(secondsAfter(now, person.lifetimeSeconds))
  return element(
    'saml:Assertion',
    { ID: id, Version: '2.0', IssueInstant: writeInstant(now) },
    issuerElement(envelope.issuer),
    subject(envelope, person.nameId, until),
    element(
      'saml:Conditions',
      { NotBefore: writeInstant(now), NotOnOrAfter: until },
      element('saml:AudienceRestriction', {}, element('saml:Audience', {}, person.audience)),
    ),
    authentication(person),
    attributeStatement(person.attributes),
  )
}

/** No NotBefore: the core specification forbids it on a bearer (profiles §4.1.4.2). */
function subject({ acsUrl, inResponseTo }: ResponseEnvelope, nameId: Subject, until: string): XmlElement {
  const data = { Recipient: acsUrl, NotOnOrAfter: until, InResponseTo: inResponseTo ?? undefined }
  return element(
    'saml:Subject',
    {},
    nameIdElement(nameId),
    element(
      'saml:SubjectConfirmation',
      { Method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer' },
      element('saml:SubjectConfirmationData', data),
    ),
  )
}

function authentication(person: AssertedPerson): XmlElement {
  return element(
    'saml:AuthnStatement',
    {
      AuthnInstant: writeInstant(person.authnInstant),
      SessionIndex: person.sessionIndex,
      SessionNotOnOrAfter: person.sessionNotOnOrAfter && writeInstant(person.sessionNotOnOrAfter),
    },
    element(
      'saml:AuthnContext',
      {},
      element('saml:AuthnContextClassRef', {}, person.authnContextClassRef),
      ...person.authenticatingAuthorities.map((authority) => element('saml:AuthenticatingAuthority', {}, authority)),
    ),
  )
}

/** An attribute without values is left out, and so is a statement without attributes (the schema asks for one). */
function attributeStatement(attributes: readonly WrittenAttribute[]): XmlElement | undefined {
  const written = attributes
    .filter(({ values }) => values.length > 0)
    .map(({ name, nameFormat, friendlyName, values }) =>
      element(
        'saml:Attribute',
        { Name: name, NameFormat: nameFormat, FriendlyName: friendlyName },
        ...values.map((value) => element('saml:AttributeValue', {}, value)),
      ),
    )
  return written.length === 0 ? undefined : element('saml:AttributeStatement', {}, ...written)
}
