/** Writes the answer to a LogoutRequest that SEB received (SAML core §3.7.2). */
import { headAttributes, issuerElement } from './message-head.ts'
import { type Status, statusElement } from './status.ts'
import { element } from './xml/write-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

/** `partial`: the own session is ended, but somebody else's part could not be (SAML core §3.7.3.2). */
export type LogoutOutcome = 'success' | 'partial' | 'failed' | 'unknown-person'

const statuses: Readonly<Record<LogoutOutcome, Status>> = {
  success: { top: 'Success', second: null },
  partial: { top: 'Success', second: 'PartialLogout' },
  failed: { top: 'Responder', second: null },
  'unknown-person': { top: 'Requester', second: 'UnknownPrincipal' },
}

export type LogoutResponseToSend = {
  id: string
  now: Date
  issuer: string
  destination: URL
  inResponseTo: string
  outcome: LogoutOutcome
}

export function writeLogoutResponse(response: LogoutResponseToSend): XmlElement {
  return element(
    'samlp:LogoutResponse',
    headAttributes(response),
    issuerElement(response.issuer),
    statusElement(statuses[response.outcome]),
  )
}
