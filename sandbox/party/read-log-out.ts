/** Reads a log-out message that SEB sent to a party of the sandbox, and believes only what SEB’s own key has signed. */
import type { KeyObject } from 'node:crypto'
import type { ReceivedMessage } from '../../src/protocols/saml/bindings/receive.ts'
import { MessageRefused } from '../../src/protocols/saml/message-refused.ts'
import { type LogoutRequest, readLogoutRequest } from '../../src/protocols/saml/read-logout-request.ts'
import { loggedOutWholly, readLogoutResponse } from '../../src/protocols/saml/read-logout-response.ts'

export type ReadLogOut =
  | { kind: 'asked'; request: LogoutRequest; relayState: string | undefined }
  /** SEB's answer to a log-out that began here. */
  | { kind: 'answered'; inResponseTo: string; wholly: boolean }

export function readLogOut(
  message: ReceivedMessage,
  from: { entityId: string; signingKeys: readonly KeyObject[] },
  address: { destination: URL; now: Date },
): ReadLogOut {
  if (message.claimedIssuer !== from.entityId) throw new MessageRefused('party-unknown')
  const expected = { destination: address.destination.href, issuer: from.entityId, now: address.now }
  const element = message.verified(from.signingKeys)
  if (message.parameter === 'SAMLRequest') {
    return { kind: 'asked', request: readLogoutRequest(element, expected), relayState: message.relayState }
  }
  const response = readLogoutResponse(element, expected)
  return { kind: 'answered', inResponseTo: response.inResponseTo, wholly: loggedOutWholly(response) }
}
