/** Log-out at an identity provider: when SEB asks for it, and when the person begins here. */
import type { Outbound } from '../../src/brokering/ports.ts'
import type { LogoutRequest } from '../../src/protocols/saml/read-logout-request.ts'
import { responseDestination, sendMessage } from '../../src/protocols/saml/send-message.ts'
import { writeLogoutRequest } from '../../src/protocols/saml/write-logout-request.ts'
import { writeLogoutResponse } from '../../src/protocols/saml/write-logout-response.ts'
import type { IdentityProvider, ProviderSession } from './identity-provider.ts'
import { nameIdOf } from './planned-answer.ts'

/** Ends the sessions SEB means, and says so. A session that is gone already is logged out too (LO4). */
export function answerLogOut(
  provider: IdentityProvider,
  { id, subject, sessionIndexes }: LogoutRequest,
  relayState: string | undefined,
): Outbound {
  const { sessions, clock, ids, entityId, keyPair, seb } = provider
  const meant = ({ logIn, sessionIndex }: ProviderSession) =>
    logIn.subject === subject.value && (sessionIndexes.length === 0 || sessionIndexes.includes(sessionIndex))
  for (const token of sessions.find(meant)) sessions.delete(token)
  const destination = responseDestination(seb.service.singleLogout)
  return sendMessage({
    parameter: 'SAMLResponse',
    element: writeLogoutResponse({
      id: ids.xmlId(),
      now: clock.now(),
      issuer: entityId,
      destination,
      inResponseTo: id,
      outcome: 'success',
    }),
    binding: seb.service.singleLogout.binding,
    destination,
    relayState,
    signWith: keyPair,
  })
}

/** Asks SEB to log the person of a session out everywhere. */
export function askLogOut(provider: IdentityProvider, { logIn, sessionIndex }: ProviderSession): Outbound {
  const { clock, ids, entityId, keyPair, seb } = provider
  const { binding, location } = seb.service.singleLogout
  const destination = new URL(location)
  return sendMessage({
    parameter: 'SAMLRequest',
    element: writeLogoutRequest({
      id: ids.xmlId(),
      now: clock.now(),
      issuer: entityId,
      destination,
      subject: nameIdOf(logIn),
      sessionIndexes: [sessionIndex],
      reason: 'user',
    }),
    binding,
    destination,
    relayState: undefined,
    signWith: keyPair,
  })
}
