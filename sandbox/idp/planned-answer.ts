/** What an identity provider is about to answer, before it is written: the faults of the switchboard change it here. */
import type { Subject } from '../../src/brokering/authentication.ts'
import type { Outbound } from '../../src/brokering/ports.ts'
import { encodePost } from '../../src/protocols/saml/bindings/post.ts'
import {
  nameFormatOf,
  oioAttributes,
  oiosaml3SpecVersion,
  samlAttributeNames,
} from '../../src/protocols/saml/oio/attribute-names.ts'
import { assuranceClassRef } from '../../src/protocols/saml/oio/nsis.ts'
import {
  type AssertedPerson,
  type ResponseEnvelope,
  type WrittenAttribute,
  writeErrorResponse,
  writeResponse,
} from '../../src/protocols/saml/response/write-response.ts'
import type { Status } from '../../src/protocols/saml/status.ts'
import { type EncryptionRecipient, encryptElement } from '../../src/protocols/saml/xml/encrypt-element.ts'
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { parseXml } from '../../src/protocols/saml/xml/parse-xml.ts'
import type { SigningKey } from '../../src/protocols/saml/xml/signed-bytes.ts'
import { element, writeXml } from '../../src/protocols/saml/xml/write-xml.ts'
import { XmlElement } from '../../src/protocols/saml/xml/xml-element.ts'
import { organisationNames } from '../data/organisations.ts'
import { providers } from '../data/providers.ts'
import { fullName, mailOf, type PersonaLogIn } from '../people/persona.ts'
import type { Asked, IdentityProvider, ProviderSession } from './identity-provider.ts'

export interface PlannedAnswer {
  envelope: ResponseEnvelope
  person: AssertedPerson
  signingKey: SigningKey
  /** Null: the assertion is sent in clear. */
  encryption: EncryptionRecipient | null
  /** What is done to the assertion after it was signed: honest answers have nothing here. */
  afterSigning?: (assertion: XmlElement) => XmlElement
  /** What is done to the whole message at the very end. */
  afterWriting?: (xml: string) => string
}

/** The honest answer. */
export function planAnswer(provider: IdentityProvider, asked: Asked, session: ProviderSession): PlannedAnswer {
  const { logIn } = session
  return {
    envelope: envelopeOf(provider, asked),
    person: {
      audience: provider.seb.service.entityId,
      nameId: nameIdOf(logIn),
      authnInstant: session.since,
      sessionIndex: session.sessionIndex,
      authnContextClassRef: assuranceClassRef(logIn.assurance),
      authenticatingAuthorities: [],
      attributes: attributesOf(provider, session),
      lifetimeSeconds: 300,
    },
    signingKey: provider.keyPair,
    encryption: provider.seb.service.encryption,
  }
}

/** A local provider may name its users as it likes; the others use the UUIDs of OIOSAML 3. */
export function nameIdOf({ subject }: PersonaLogIn): Subject {
  const format = subject.startsWith('https://')
    ? 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
    : 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'
  return { value: subject, format, nameQualifier: null, spNameQualifier: null }
}

function attributesOf({ key }: IdentityProvider, { persona, logIn }: ProviderSession): WrittenAttribute[] {
  const { specVersion, loa, ial, aal } = oioAttributes
  const named = samlAttributeNames
  const values: [string, string | undefined][] = [
    [specVersion, oiosaml3SpecVersion],
    [loa, logIn.assurance],
    [ial, logIn.assurance],
    [aal, logIn.assurance],
    [named.fullName, fullName(persona)],
    [named.firstName, persona.firstName],
    [named.lastName, persona.lastName],
    [named.email, mailOf(persona)],
    [named.cpr, providers[key].statesCpr ? persona.cpr : undefined],
    [named.cvr, logIn.cvr],
    [named.orgName, logIn.cvr && organisationNames[logIn.cvr]],
    [named.professionalUuid, logIn.professionalUuid && `urn:uuid:${logIn.professionalUuid}`],
    [named.rid, logIn.rid],
  ]
  return values.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, nameFormat: nameFormatOf(name), values: [value] }],
  )
}

/** Writes, signs and encrypts the answer as planned. */
export function writeAnswer(asked: Asked, plan: PlannedAnswer): Outbound {
  const { envelope, person, signingKey, encryption, afterSigning, afterWriting } = plan
  const protection = { signingKey, signResponse: false }
  const xml = afterSigning
    ? changeAssertion(
        writeResponse(envelope, person, { ...protection, encryption: null }).xml,
        encryption,
        afterSigning,
      )
    : writeResponse(envelope, person, { ...protection, encryption }).xml
  return post(asked, afterWriting ? afterWriting(xml) : xml)
}

/** An answer that says no. */
export function writeRefusal(provider: IdentityProvider, asked: Asked, status: Status): Outbound {
  return post(asked, writeErrorResponse(envelopeOf(provider, asked), status, provider.keyPair))
}

function envelopeOf({ entityId, clock, ids }: IdentityProvider, { request, acs }: Asked): ResponseEnvelope {
  return { issuer: entityId, acsUrl: acs, inResponseTo: request.id, now: clock.now(), ids }
}

function post({ acs, relayState }: Asked, xml: string): Outbound {
  return encodePost({ parameter: 'SAMLResponse', xml, destination: new URL(acs), relayState })
}

/** Takes the signed assertion out of a clear message, changes it, and puts it back, encrypted where that is wanted. */
function changeAssertion(
  xml: string,
  encryption: EncryptionRecipient | null,
  change: (assertion: XmlElement) => XmlElement,
): string {
  const response = parseXml(xml)
  const nodes = response.nodes.map((node) => {
    if (typeof node === 'string' || !node.is(ns.saml, 'Assertion')) return node
    const changed = change(node)
    return encryption ? element('saml:EncryptedAssertion', {}, encryptElement(changed, encryption)) : changed
  })
  return writeXml(withNodes(response, nodes))
}

/** The same element with other content. */
export function withNodes(from: XmlElement, nodes: readonly (XmlElement | string)[]): XmlElement {
  return new XmlElement(from.namespace, from.prefix, from.name, from.attributes, nodes, from.scope)
}
