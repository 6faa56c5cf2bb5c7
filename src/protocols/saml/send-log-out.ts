/** Log-out messages as SEB sends them, the same towards services and identity providers: ask, and answer. (protocols.md A6) */
import type { Subject } from '../../brokering/authentication.ts'
import type { AskedLogOut, Outbound, SentMessage } from '../../brokering/ports.ts'
import type { Endpoint } from './metadata/party-metadata.ts'
import { preferRedirect } from './party.ts'
import type { SamlDeps } from './saml-deps.ts'
import { responseDestination, sendMessage } from './send-message.ts'
import { writeLogoutRequest } from './write-logout-request.ts'
import { writeLogoutResponse } from './write-logout-response.ts'

/** Null where the party takes no log-out. `issuer`: which of SEB's two entities the party knows. */
export function askToLogOut(
  deps: SamlDeps,
  party: { issuer: string; endpoints: readonly Endpoint[] },
  who: { subject: Subject; sessionIndexes: readonly string[] },
): SentMessage | null {
  const endpoint = preferRedirect(party.endpoints)
  if (!endpoint) return null
  const messageId = deps.ids.xmlId()
  const destination = new URL(endpoint.location)
  const common = { id: messageId, now: deps.clock.now(), issuer: party.issuer, destination }
  const outbound = sendMessage({
    parameter: 'SAMLRequest',
    element: writeLogoutRequest({ ...common, ...who, reason: 'user' }),
    binding: endpoint.binding,
    destination,
    relayState: undefined,
    signWith: deps.keys.signing[0],
  })
  return { messageId, outbound }
}

/** Null where the party takes no answer. */
export function answerLogOut(
  deps: SamlDeps,
  party: { issuer: string; endpoints: readonly Endpoint[] },
  asked: AskedLogOut,
  complete: boolean,
): Outbound | null {
  const endpoint = preferRedirect(party.endpoints)
  if (!endpoint) return null
  const destination = responseDestination(endpoint)
  const common = { id: deps.ids.xmlId(), now: deps.clock.now(), issuer: party.issuer, destination }
  return sendMessage({
    parameter: 'SAMLResponse',
    element: writeLogoutResponse({
      ...common,
      inResponseTo: asked.messageId,
      outcome: complete ? 'success' : 'partial',
    }),
    binding: endpoint.binding,
    destination,
    relayState: asked.relayState ?? undefined,
    signWith: deps.keys.signing[0],
  })
}
