/** The end of a sign-in that went well: the session, the service's part in it, the audit, and the answer itself. */
import type { AuditEvent } from '../audit/audit-event.ts'
import type { IdentityProvider } from '../organisations/identity-provider.ts'
import { logInIsNews } from '../people/account.ts'
import { linkIdentity } from '../people/find-person.ts'
import type { Session } from '../people/session.ts'
import {
  carryParticipants,
  endSession,
  findSession,
  hashToken,
  noteLogIn,
  participantRow,
  sessionRow,
  sessionTouch,
  useRow,
} from '../people/sessions.store.ts'
import type { Service } from '../services/service.ts'
import type { Trx } from '../storage/database.ts'
import type { ReleasedClaims } from './attributes/claims.ts'
import type { Authentication } from './authentication.ts'
import type { BrokeringDeps, Visit } from './deps.ts'
import type { Evaluation } from './evaluate.ts'
import { holdsUntil } from './holds-until.ts'
import type { Outcome } from './outcome.ts'
import { pairwiseSubject } from './pairwise-subject.ts'
import { saveStep, signInEvent } from './save-step.ts'
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
    holdsUntil: holdsUntil(verdict.claims, { needsRole: service.access === 'role', now }),
  }
  const sessionIndex = deps.ids.xmlId()
  const { outbound, name } = deps.services[service.protocol].respond(service, signIn, claims, sessionIndex)
  const session = signIn.sessionId
    ? { id: signIn.sessionId, token: null }
    : { id: deps.ids.uuid(), token: deps.ids.secret() }

  const linked = person && person.found !== 'known' ? person : null
  const actor = person ? ({ kind: 'person', id: person.personId } as const) : ({ kind: 'unknown' } as const)
  const organisationId = account?.organisation.id
  const part = { id: deps.ids.uuid(), sessionId: session.id, serviceId: service.id, name, sessionIndex }
  const before = session.token && visit.sessionTokenHash ? await sessionBefore(deps, visit.sessionTokenHash) : null
  const news = account && logInIsNews(account.lastLogInAt, now) ? account : null
  const user = service.protocol === 'seb' ? null : verdict.claims.candidate
  const use = user && logInIsNews(user.lastUsedAt, now) ? [useRow(user.account.id, service.id, now)] : []
  const saved = await saveStep(deps, signIn, {
    change: { answeredAt: now, answerTicketHash: null, sessionId: session.id, accountId: account?.id ?? null },
    provided: session.token ? null : sessionTouch(session.id, now),
    rows: [
      ...(session.token
        ? [
            sessionRow({
              id: session.id,
              tokenHash: hashToken(session.token),
              personId: person?.personId ?? null,
              identityProviderId: identityProvider.id,
              authentication,
              now,
            }),
          ]
        : []),
      // SEB's own pages are the session itself: there is nobody to lead a log-out to.
      ...(service.protocol === 'seb' ? [] : [participantRow({ ...part, accountId: account?.id ?? null, now })]),
      ...use,
    ],
    also:
      linked || before || news
        ? async (trx) => {
            if (linked) await linkIdentity(deps, trx, evaluation.subject, linked)
            if (news) await noteLogIn(trx, news.id, now)
            if (before) await replaceSession(trx, before, { id: session.id, authentication, identityProvider, now })
          }
        : null,
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

/** A new log-in is a new session with a new token: what the browser had before ends. */
async function sessionBefore(deps: BrokeringDeps, tokenHash: string): Promise<Session<Authentication> | null> {
  const found = await findSession<Authentication>(deps.db, tokenHash)
  return found?.endedAt ? null : found
}

/** The same person's services move along. */
async function replaceSession(
  trx: Trx,
  before: Session<Authentication>,
  after: { id: string; authentication: Authentication; identityProvider: IdentityProvider; now: Date },
): Promise<void> {
  const same =
    before.identityProviderId === after.identityProvider.id &&
    before.authentication.subject.value === after.authentication.subject.value
  if (same) await carryParticipants(trx, before.id, after.id)
  await endSession(trx, before.id, after.now, same ? 'renewed' : 'replaced')
}
