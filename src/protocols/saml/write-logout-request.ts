/** Writes the LogoutRequest that SEB sends to a service or an identity provider (SAML core §3.7.1). */
import type { Subject } from '../../brokering/authentication.ts'
import { headAttributes, issuerElement } from './message-head.ts'
import { nameIdElement } from './name-id.ts'
import { secondsAfter, writeInstant } from './saml-time.ts'
import { element } from './xml/write-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

/** What a receiver waits for at most before it takes the request for stale. */
const lifetimeSeconds = 300

export type LogoutRequestToSend = {
  id: string
  now: Date
  issuer: string
  destination: URL
  /** Exactly as it stood in the assertion. */
  subject: Subject
  sessionIndexes: readonly string[]
  /** `user`: the person asked for it; `admin`: somebody else ended the session. */
  reason: 'user' | 'admin'
}

export function writeLogoutRequest(request: LogoutRequestToSend): XmlElement {
  return element(
    'samlp:LogoutRequest',
    {
      ...headAttributes(request),
      NotOnOrAfter: writeInstant(secondsAfter(request.now, lifetimeSeconds)),
      Reason: `urn:oasis:names:tc:SAML:2.0:logout:${request.reason}`,
    },
    issuerElement(request.issuer),
    nameIdElement(request.subject),
    ...request.sessionIndexes.map((index) => element('samlp:SessionIndex', {}, index)),
  )
}
