/**
 * An identity provider's answer has come. The sign-in is found by what the answer says it answers, not by cookie: a
 * cross-site POST carries none of ours (SAML profiles §4.1.4.3). The browser is checked at the next step.
 */
import type { AuditEvent } from '../audit/audit-event.ts'
import { recordEvents } from '../audit/record-events.ts'
import { Problem } from '../base/problem.ts'
import { hashToken } from '../people/sessions.store.ts'
import { violatedConstraint } from '../storage/violated-constraint.ts'
import type { Answer, Authentication } from './authentication.ts'
import { messageKey, messageRows } from './consumed-messages.store.ts'
import type { BrokeringDeps, Visit } from './deps.ts'
import type { VerifyAnswer } from './ports.ts'
import type { RefusalReason } from './refusal.ts'
import { type StepToSave, saveStep, signInEvent } from './save-step.ts'
import type { SignIn } from './sign-in.ts'
import { findSignInByUpstreamMessage } from './sign-ins.store.ts'

export type Received =
  /** Go on with this sign-in, well or badly: its record says which. */
  | { outcome: 'continue'; signInId: string }
  /** Nothing is waiting for this answer. */
  | { outcome: 'unknown'; reference: string }

/**
 * `inResponseTo` is null where the answer could not be read at all; `detail` then says why. `ticket` is what the browser
 * that carried the answer gets to show for it.
 */
export async function receiveAnswer(
  deps: BrokeringDeps,
  claimed: { inResponseTo: string | null; detail: string; ticket: string },
  verify: VerifyAnswer,
  visit: Visit,
): Promise<Received> {
  const { inResponseTo } = claimed
  const signIn = inResponseTo ? await findSignInByUpstreamMessage(deps.db, inResponseTo) : null
  if (!signIn || !inResponseTo) return unknown(deps, visit, claimed.detail)
  if (signIn.authentication || signIn.answeredAt || signIn.refusal) return answeredBefore(deps, signIn, visit)
  const identityProvider = signIn.identityProviderId
    ? await deps.directory.identityProvider(signIn.identityProviderId)
    : null
  if (!identityProvider?.enabled || !signIn.logInKind)
    return refuse(deps, signIn, visit, 'provider-not-activated', 'disabled')
  const answer = attempt(() =>
    verify(identityProvider, { messageId: inResponseTo, logInKind: signIn.logInKind ?? 'professional' }),
  )
  if (answer.outcome === 'refused') return refuse(deps, signIn, visit, answer.why, answer.detail)
  return keep(deps, signIn, visit, answer, { identityProviderKey: identityProvider.key, ticket: claimed.ticket })
}

/** Whatever is wrong with the answer, the person and the sender are told the same. (G19) */
function attempt(verify: () => Answer): Answer {
  try {
    return verify()
  } catch (error) {
    if (error instanceof Problem) return { outcome: 'refused', why: 'answer-wrong', detail: error.detail }
    throw error
  }
}

async function keep(
  deps: BrokeringDeps,
  signIn: SignIn,
  visit: Visit,
  { authentication: { cpr, ...verified }, once }: Extract<Answer, { outcome: 'authenticated' }>,
  { identityProviderKey, ticket }: { identityProviderKey: string; ticket: string },
): Promise<Received> {
  const [cprHash = null, cprOtherHash = null] = cpr === null ? [] : deps.cpr.hashes(cpr)
  const authentication: Authentication = {
    ...verified,
    cprSealed: cpr === null ? null : deps.cpr.seal(cpr),
    cprHash,
    cprOtherHash,
  }
  const step: StepToSave = {
    change: { authentication, answerTicketHash: hashToken(ticket) },
    rows: [messageRows(once)],
    events: [
      signInEvent(signIn, visit, {
        action: 'identity-provider.answered',
        outcome: 'success',
        actor: { kind: 'identity-provider', id: identityProviderKey },
        object: { kind: 'sign-in', id: signIn.id },
        details: { kind: verified.kind, assurance: verified.assurance, messageIds: once.messageIds },
      }),
    ],
  }
  try {
    const saved = await saveStep(deps, signIn, step)
    return saved ? { outcome: 'continue', signInId: signIn.id } : answeredBefore(deps, signIn, visit)
  } catch (error) {
    if (violatedConstraint(error) !== messageKey) throw error
    return refuse(deps, signIn, visit, 'answer-wrong', 'message-replayed')
  }
}

async function refuse(
  deps: BrokeringDeps,
  signIn: SignIn,
  visit: Visit,
  reason: RefusalReason,
  detail: string,
): Promise<Received> {
  const event = signInEvent(signIn, visit, {
    action: 'identity-provider.answered',
    outcome: 'refused',
    actor: { kind: 'unknown' },
    object: { kind: 'sign-in', id: signIn.id },
    details: { reason, detail },
  })
  // Overtaken means another answer came first: the record tells how that went, and the audit that this one came too.
  const saved = await saveStep(deps, signIn, { change: { refusal: reason }, events: [event] })
  if (!saved) await recordEvents(deps, deps.db, [event])
  return { outcome: 'continue', signInId: signIn.id }
}

async function answeredBefore(deps: BrokeringDeps, signIn: SignIn, visit: Visit): Promise<Received> {
  const event = signInEvent(signIn, visit, {
    action: 'identity-provider.answered',
    outcome: 'refused',
    actor: { kind: 'unknown' },
    object: { kind: 'sign-in', id: signIn.id },
    details: { reason: 'answer-wrong', detail: 'the request has been answered before' },
  })
  await recordEvents(deps, deps.db, [event])
  return { outcome: 'continue', signInId: signIn.id }
}

async function unknown(deps: BrokeringDeps, visit: Visit, detail: string): Promise<Received> {
  const reference = deps.ids.reference()
  const event: AuditEvent = {
    action: 'identity-provider.answered',
    outcome: 'refused',
    actor: { kind: 'unknown' },
    source: visit.source,
    reference,
    details: { reason: 'answer-wrong', detail },
  }
  await recordEvents(deps, deps.db, [event])
  return { outcome: 'unknown', reference }
}
