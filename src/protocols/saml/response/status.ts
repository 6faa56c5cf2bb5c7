/** The status of a SAML answer: what it says, in words of the specification (SAML core §3.2.2.2). */
import { MessageRefused } from '../message-refused.ts'
import { ns } from '../xml/namespaces.ts'
import { element } from '../xml/write-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'

const prefix = 'urn:oasis:names:tc:SAML:2.0:status:'

/** Who is to blame, or nobody. */
export const topStatuses = ['Success', 'Requester', 'Responder', 'VersionMismatch'] as const
export type TopStatus = (typeof topStatuses)[number]

export const subStatuses = [
  'AuthnFailed',
  'InvalidNameIDPolicy',
  'NoAuthnContext',
  'NoAvailableIDP',
  'NoPassive',
  'NoSupportedIDP',
  'PartialLogout',
  'ProxyCountExceeded',
  'RequestDenied',
  'RequestUnsupported',
  'UnknownPrincipal',
] as const
export type SubStatus = (typeof subStatuses)[number]

export interface Status {
  readonly code: TopStatus
  /** Undefined when there is none, or one that SEB has no name for. */
  readonly subCode: SubStatus | undefined
}

/** Reads samlp:Status of a Response or LogoutResponse. Its StatusMessage is the sender's text and is not read (A18). */
export function readStatus(answer: XmlElement): Status {
  const outer = answer.optionalChild(ns.samlp, 'Status')?.optionalChild(ns.samlp, 'StatusCode')
  const code = topStatuses.find((status) => outer?.attribute('Value') === prefix + status)
  if (outer === undefined || code === undefined) throw new MessageRefused('status-malformed')
  const inner = outer.optionalChild(ns.samlp, 'StatusCode')?.attribute('Value')
  return { code, subCode: subStatuses.find((status) => inner === prefix + status) }
}

/** Writes samlp:Status. */
export function writeStatus({ code, subCode }: Status): XmlElement {
  const inner = subCode && element('samlp:StatusCode', { Value: prefix + subCode })
  return element('samlp:Status', {}, element('samlp:StatusCode', { Value: prefix + code }, inner))
}
