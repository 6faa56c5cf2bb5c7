/** What every SAML message and assertion begins with: ID, version, issuer (SAML core §2.3.3, §3.2.1, §3.2.2). */
import { MessageRefused } from '../message-refused.ts'
import { ns } from '../xml/namespaces.ts'
import type { XmlElement } from '../xml/xml-element.ts'

const ncName = /^[A-Za-z_][A-Za-z0-9._-]{0,255}$/

export function requireId(message: XmlElement): string {
  const id = message.attribute('ID') ?? ''
  if (!ncName.test(id)) throw new MessageRefused('id-malformed', message.name)
  return id
}

export function requireVersion(message: XmlElement): void {
  if (message.attribute('Version') !== '2.0') throw new MessageRefused('version-wrong', message.name)
}

/** Both a Response and the confirmation of its subject must name the request, or neither where none was sent. */
export function requireAnswerTo(inResponseTo: string | undefined, expected: string | null): void {
  if (inResponseTo !== (expected ?? undefined)) throw new MessageRefused('in-response-to-wrong')
}

const entityFormat = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity'

/** The entityID in saml:Issuer, compared nowhere but letter by letter; undefined when there is no Issuer. */
export function readIssuer(message: XmlElement): string | undefined {
  const issuer = message.optionalChild(ns.saml, 'Issuer')
  if (issuer === undefined) return undefined
  if ((issuer.attribute('Format') ?? entityFormat) !== entityFormat) throw new MessageRefused('issuer-wrong', 'Format')
  return issuer.text
}
