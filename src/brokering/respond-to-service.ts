/** The end of a sign-in that went well: the session, the service's part in it, the audit, and the answer itself. */
import type { AuditEvent } from '../audit/audit-event.ts'
import type { IdentityProvider } from '../organisations/identity-provider.ts'
import { linkIdentity } from '../people/find-person.ts'
import {
  carryParticipants,
  endSession,
  findSession,
  hashToken,
  insertSession,
  joinSession,
  touchSession,
} from '../people/sessions.store.ts'
import type { Service } from '../services/service.ts'
import type { Trx } from '../storage/database.ts'
import type { ReleasedClaims } from './attributes/claims.ts'
import type { Authentication } from './authentication.ts'
import type { BrokeringDeps, Visit } from './deps.ts'
import type { Evaluation } from './evaluate.ts'
import type { Outcome } from './outcome.ts'
import { pairwiseSubject } from './pairwise-subject.ts'
import { StepOvertaken, saveStep, signInEvent } from './save-step.ts'
import type { SignIn } from './sign-in.ts'

/** Null when another step was first. */
export async function respondToService(
  deps: BrokeringDeps,
  signIn: SignIn,
  visit: Visit,
  service: Service,
  identityProvider: IdentityProvider,
  evaluation: Evaluation,
  events: readonly AuditEvent[],
): Promise<Outcome | null> {
  const { authentication } = signIn
  if (!authentication) throw new Error('a sign-in without an authentication cannot be answered')
  const now = deps.clock.now()
  const { person, verdict } = evaluation
  const account = verdict.claims.candidate?.account ?? null
  const claims: ReleasedClaims = {
    ...verdict.claims,
    pairwiseSubject: pairwiseSubject(deps.pseudonymKey, {
      serviceId: service.id,
      accountId: account?.id ?? null,
      identityProviderId: identityProvider.id,
      authentication,
    }),
    authenticatedAt: authentication.authenticatedAt,
    authorities: [identityProvider.entityId, ...authentication.authorities],
  }
  const sessionIndex = deps.ids.xmlId()
  const { outbound, name } = deps.services[service.protocol].respond(service, signIn, claims, sessionIndex)
  const session = signIn.sessionId
    ? { id: signIn.sessionId, token: null }
    : { id: deps.ids.uuid(), token: deps.ids.secret() }

  const linked = person && person.found !== 'known' ? person : null
  const actor = person ? ({ kind: 'person', id: person.personId } as const) : ({ kind: 'unknown' } as const)
  const organisationId = account?.organisation.id
  const saved = await saveStep(deps, signIn, {
    change: { answeredAt: now, answerTicketHash: null, sessionId: session.id, accountId: account?.id ?? null },
    also: async (trx) => {
      if (linked) await linkIdentity(deps, trx, evaluation.subject, linked)
      if (session.token)
        await beginSession(
          deps,
          trx,
          visit,
          { ...session, token: session.token },
          identityProvider,
          authentication,
          person?.personId ?? null,
        )
      else if (!(await touchSession(trx, session.id, now))) throw new StepOvertaken()
      // SEB's own pages are the session itself: there is nobody to lead a log-out to.
      if (service.protocol === 'seb') return
      const part = { id: deps.ids.uuid(), sessionId: session.id, serviceId: service.id, name, sessionIndex }
      await joinSession(trx, { ...part, accountId: account?.id ?? null, now })
    },
    events: [
      ...events,
      ...(linked
        ? [
            signInEvent(signIn, visit, {
              action: 'identity.linked',
              outcome: 'success',
              actor,
              organisationId,
              object: { kind: 'person', id: linked.personId },
              details: { identityProvider: identityProvider.key, ground: linked.found },
            }),
          ]
        : []),
      signInEvent(signIn, visit, {
        action: 'sign-in.completed',
        outcome: 'success',
        actor,
        organisationId,
        object: { kind: 'service', id: service.key },
        details: {
          identityProvider: identityProvider.key,
          account: account?.id ?? null,
          session: session.id,
          assurance: claims.assurance,
          trace: claims.trace,
        },
      }),
    ],
  })
  return saved && { kind: 'outbound', signIn: saved, to: 'service', outbound, sessionToken: session.token }
}

/** A new log-in is a new session with a new token. What the browser had before ends; the same person's services move along. */
async function beginSession(
  deps: BrokeringDeps,
  trx: Trx,
  visit: Visit,
  { id, token }: { id: string; token: string },
  identityProvider: IdentityProvider,
  authentication: Authentication,
  personId: string | null,
): Promise<void> {
  const now = deps.clock.now()
  const tokenHash = hashToken(token)
  await insertSession(trx, { id, tokenHash, personId, identityProviderId: identityProvider.id, authentication, now })
  const before = visit.sessionTokenHash ? await findSession<Authentication>(trx, visit.sessionTokenHash) : null
  if (!before || before.endedAt) return
  const same =
    before.identityProviderId === identityProvider.id &&
    before.authentication.subject.value === authentication.subject.value
  if (same) await carryParticipants(trx, before.id, id)
  await endSession(trx, before.id, now, same ? 'renewed' : 'replaced')
}
