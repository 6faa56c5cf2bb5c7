/** Reads a LogoutRequest that is already proven to come from the party whose entity id is expected (SAML core §3.7.1). */
import type { Subject } from '../../brokering/authentication.ts'
import { type ExpectedMessage, type MessageHead, readHead } from './message-head.ts'
import { MessageRefused } from './message-refused.ts'
import { readNameId } from './name-id.ts'
import { clockSkewSeconds, readInstant, secondsAfter } from './saml-time.ts'
import { ns } from './xml/namespaces.ts'
import type { XmlElement } from './xml/xml-element.ts'

export type LogoutRequest = MessageHead & {
  readonly subject: Subject
  /** The sessions to end; none means all of this person's between the two parties. */
  readonly sessionIndexes: readonly string[]
  readonly reason: string | null
}

/** `request` is what `verified` of `bindings/receive.ts` returned. */
export function readLogoutRequest(request: XmlElement, expected: ExpectedMessage): LogoutRequest {
  if (!request.is(ns.samlp, 'LogoutRequest')) throw new MessageRefused('request-malformed', 'not a LogoutRequest')
  const head = readHead(request, expected)
  const notOnOrAfter = request.attribute('NotOnOrAfter')
  if (notOnOrAfter !== undefined && secondsAfter(readInstant(notOnOrAfter), clockSkewSeconds) <= expected.now)
    throw new MessageRefused('expired', 'NotOnOrAfter')
  return {
    ...head,
    subject: readNameId(request),
    sessionIndexes: request.children(ns.samlp, 'SessionIndex').map(({ text }) => text),
    reason: request.attribute('Reason') ?? null,
  }
}
