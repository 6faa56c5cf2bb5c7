/** Ends a session at once on the server, and writes down whom the browser must still be led to. */
import { recordEvents } from '../../audit/record-events.ts'
import { endSession, findSessionById, leaveSession, participantsOf } from '../../people/sessions.store.ts'
import type { Authentication } from '../authentication.ts'
import type { BrokeringDeps, Visit } from '../deps.ts'
import { withReference } from '../with-reference.ts'
import type { LogOut, LogOutStep, RequestedBy } from './log-out.ts'
import { insertLogOut } from './log-outs.store.ts'

const lifetimeMinutes = 15

/**
 * Whose browser it is that the log-out came by. Only the one that was logged in is led round: the messages tell the services'
 * and the provider's names for the person, and whoever asks must not learn those by asking. (I3)
 */
export type ByBrowser =
  | 'own'
  | 'other'
  /** A cross-site POST brings no cookie: it is seen when the browser comes on. */
  | 'unknown'

/** Null when the session had ended before: there is nobody left to tell. */
export async function startLogOut(
  deps: BrokeringDeps,
  sessionId: string,
  requestedBy: RequestedBy | null,
  visit: Visit,
  by: ByBrowser,
): Promise<LogOut | null> {
  return withReference(deps.ids, (reference) => end(deps, { sessionId, requestedBy, visit, by, reference }))
}

interface Ending {
  sessionId: string
  requestedBy: RequestedBy | null
  visit: Visit
  by: ByBrowser
  reference: string
}

async function end(deps: BrokeringDeps, ending: Ending): Promise<LogOut | null> {
  const { sessionId, requestedBy, visit, by, reference } = ending
  const now = deps.clock.now()
  return deps.db.transaction().execute(async (trx) => {
    const session = await findSessionById<Authentication>(trx, sessionId)
    if (!session || session.endedAt) return null
    const participants = await participantsOf(trx, sessionId)
    const steps: LogOutStep[] = []
    const common = () => ({
      id: deps.ids.uuid(),
      position: steps.length,
      state: by === 'other' ? ('failed' as const) : ('waiting' as const),
      messageId: null,
      sentAt: null,
    })
    for (const { id, serviceId, name, sessionIndex } of participants) {
      // A service that asks has ended its own session before it asked (OIOSAML SP34).
      if (requestedBy?.party === 'service' && requestedBy.id === serviceId) await leaveSession(trx, id, now)
      else steps.push({ ...common(), party: 'service', serviceId, subject: { name, sessionIndex } })
    }
    if (requestedBy?.party !== 'identity-provider') {
      const { subject, sessionIndex } = session.authentication
      const { identityProviderId } = session
      steps.push({ ...common(), party: 'identity-provider', identityProviderId, subject: { subject, sessionIndex } })
    }
    const logOut: LogOut = {
      id: deps.ids.uuid(),
      reference,
      sessionId,
      browserHash: by === 'unknown' ? null : visit.browserHash,
      requestedBy,
      startedAt: now,
      expiresAt: new Date(now.getTime() + lifetimeMinutes * 60_000),
      finishedAt: null,
      steps,
    }
    await endSession(trx, sessionId, now, requestedBy ? `log-out asked for by ${requestedBy.party}` : 'log-out')
    await insertLogOut(trx, logOut)
    await recordEvents(deps, trx, [
      {
        action: 'log-out.started',
        outcome: 'success',
        actor: session.personId ? { kind: 'person', id: session.personId } : { kind: 'unknown' },
        object: { kind: 'session', id: sessionId },
        source: visit.source,
        correlationId: logOut.id,
        reference: logOut.reference,
        details: { requestedBy: requestedBy?.party ?? 'person', services: participants.length, led: by !== 'other' },
      },
    ])
    return logOut
  })
}
