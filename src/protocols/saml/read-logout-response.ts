/** Reads the answer to a LogoutRequest of ours, already proven to come from the party that was asked (SAML core §3.7.2). */
import { type ExpectedMessage, type MessageHead, readHead, readId } from './message-head.ts'
import { MessageRefused } from './message-refused.ts'
import { readStatus, type Status } from './status.ts'
import { ns } from './xml/namespaces.ts'
import type { XmlElement } from './xml/xml-element.ts'

export type LogoutResponse = MessageHead & {
  /** The ID of the request it answers: the caller knows whether that one is still open. */
  readonly inResponseTo: string
  readonly status: Status
}

/** `response` is what `verified` of `bindings/receive.ts` returned. */
export function readLogoutResponse(response: XmlElement, expected: ExpectedMessage): LogoutResponse {
  if (!response.is(ns.samlp, 'LogoutResponse')) throw new MessageRefused('request-malformed', 'not a LogoutResponse')
  const head = readHead(response, expected)
  const inResponseTo = response.attribute('InResponseTo')
  if (inResponseTo === undefined) throw new MessageRefused('in-response-to-wrong')
  return { ...head, inResponseTo: readId(inResponseTo), status: readStatus(response) }
}

/** Whether the party, and all that it had to log out in turn, did so. */
export function loggedOutWholly({ status }: LogoutResponse): boolean {
  return status.top === 'Success' && status.second !== 'PartialLogout'
}
