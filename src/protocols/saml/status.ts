/** How an answer says whether it went well (SAML core §3.2.2.2). */
import { MessageRefused } from './message-refused.ts'
import { ns } from './xml/namespaces.ts'
import { element } from './xml/write-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

const prefix = 'urn:oasis:names:tc:SAML:2.0:status:'

/** The codes that may stand first. */
export const topStatuses = ['Success', 'Requester', 'Responder', 'VersionMismatch'] as const

/** Those that may stand second, as far as SEB says or understands them. */
export const secondStatuses = [
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

export type TopStatus = (typeof topStatuses)[number]
export type SecondStatus = (typeof secondStatuses)[number]

export type Status = {
  readonly top: TopStatus
  /** A second code that is not on the list is read as none. */
  readonly second: SecondStatus | null
}

/** Reads the Status of an answer. The sender's message and details are not read: nobody is shown them. */
export function readStatus(answer: XmlElement): Status {
  const code = answer.optionalChild(ns.samlp, 'Status')?.optionalChild(ns.samlp, 'StatusCode')
  const top = nameIn(topStatuses, code)
  if (code === undefined || top === undefined) throw new MessageRefused('status-malformed')
  return { top, second: nameIn(secondStatuses, code.optionalChild(ns.samlp, 'StatusCode')) ?? null }
}

export function statusElement({ top, second }: Status): XmlElement {
  const inner = second === null ? undefined : element('samlp:StatusCode', { Value: prefix + second })
  return element('samlp:Status', {}, element('samlp:StatusCode', { Value: prefix + top }, inner))
}

function nameIn<Name extends string>(names: readonly Name[], code: XmlElement | undefined): Name | undefined {
  const value = code?.attribute('Value')
  return names.find((name) => prefix + name === value)
}
