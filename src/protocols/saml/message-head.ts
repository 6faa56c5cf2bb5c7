/** What every SAML message begins with, whatever it is about (SAML core §3.2.1, §3.2.2). */
import { MessageRefused } from './message-refused.ts'
import { readInstant, requireRecent, writeInstant } from './saml-time.ts'
import { ns } from './xml/namespaces.ts'
import { type Attributes, element } from './xml/write-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

export type MessageHead = { readonly id: string; readonly issuer: string; readonly issuedAt: Date }

/** What is known of a message before it is read. */
export type ExpectedMessage = {
  /** Our own address that it came to, to the letter. */
  destination: string
  /** The party whose keys verified it. */
  issuer: string
  now: Date
}

/**
 * Reads and checks the head: version, ID, age, Destination and Issuer. Destination must be there, since every message
 * that SEB takes is signed (SAML bindings §3.4.5.2, §3.5.5.2).
 */
export function readHead(message: XmlElement, expected: ExpectedMessage): MessageHead {
  if (message.attribute('Version') !== '2.0') throw new MessageRefused('version-wrong')
  const id = readId(message.attribute('ID'))
  const issuedAt = readInstant(message.attribute('IssueInstant') ?? '')
  requireRecent(issuedAt, expected.now)
  if (message.attribute('Destination') !== expected.destination) throw new MessageRefused('destination-wrong')
  const issuer = readIssuer(message)
  if (issuer !== expected.issuer) throw new MessageRefused('issuer-wrong')
  return { id, issuer, issuedAt }
}

/** Long enough for every known peer, short enough to be stored. */
const id = /^[A-Za-z_][A-Za-z0-9_.-]{0,255}$/

/** An ID, or a reference to one: a name as XML has them, in ASCII. */
export function readId(value: string | undefined): string {
  if (value === undefined || !id.test(value)) throw new MessageRefused('id-malformed')
  return value
}

/** SAML core §8.3.6. Longer ones would fill the memory of what is looked up by it. */
const longestEntityId = 1024

const entityFormat = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity'

/** The entity id in an element's Issuer, which must be there, as what it is: the name of a system (SAML core §2.2.5). */
export function readIssuer(parent: XmlElement): string {
  const issuer = parent.optionalChild(ns.saml, 'Issuer')
  if (issuer === undefined || issuer.text === '') throw new MessageRefused('issuer-missing')
  if (issuer.text.length > longestEntityId) throw new MessageRefused('issuer-wrong', 'too long')
  const format = issuer.attribute('Format')
  if (format !== undefined && format !== entityFormat) throw new MessageRefused('issuer-wrong', 'Format')
  return issuer.text
}

/** The attributes that open a message of ours. */
export function headAttributes(head: {
  id: string
  now: Date
  destination: URL
  inResponseTo?: string | undefined
}): Attributes {
  return {
    ID: head.id,
    Version: '2.0',
    IssueInstant: writeInstant(head.now),
    Destination: head.destination.href,
    InResponseTo: head.inResponseTo,
  }
}

export function issuerElement(entityId: string): XmlElement {
  return element('saml:Issuer', {}, entityId)
}
