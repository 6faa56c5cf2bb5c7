/** A service asks for a log-in: makes the record, lets a live session answer where it may, and takes the first step. */

import type { AuditEvent } from '../audit/audit-event.ts'
import { findSession } from '../people/sessions.store.ts'
import type { Service } from '../services/service.ts'
import { advance } from './advance-sign-in.ts'
import type { Authentication } from './authentication.ts'
import type { BrokeringDeps, Visit } from './deps.ts'
import { evaluate } from './evaluate.ts'
import { sessionCanAnswer } from './live-session.ts'
import type { WayIn } from './next-step.ts'
import type { Outcome } from './outcome.ts'
import { saveStep, signInEvent } from './save-step.ts'
import type { SignIn, SignInRequest } from './sign-in.ts'
import { waysIn } from './ways-in.ts'
import { withReference } from './with-reference.ts'

/**
 * `remembered`: what the person asked this browser to remember for this service. `later`: the request came without our
 * cookies, so it is only stored, and the first step is taken when the browser follows the redirect.
 */
export async function startSignIn(
  deps: BrokeringDeps,
  service: Service,
  request: SignInRequest,
  visit: Visit,
  remembered: WayIn | null | 'later',
): Promise<Outcome> {
  return withReference(deps.ids, (reference) => begin(deps, { service, request, visit, remembered, reference }))
}

interface Beginning {
  service: Service
  request: SignInRequest
  visit: Visit
  remembered: WayIn | null | 'later'
  reference: string
}

/** One that nobody has done anything with yet, and that is not stored. */
export function blankSignIn(
  deps: Pick<BrokeringDeps, 'clock' | 'ids' | 'limits'>,
  { service, request, visit, reference }: Omit<Beginning, 'remembered'>,
): SignIn {
  const now = deps.clock.now()
  return {
    id: deps.ids.uuid(),
    reference,
    version: 0,
    serviceId: service.id,
    request,
    browserHash: visit.browserHash,
    identityProviderId: null,
    logInKind: null,
    upstreamMessageId: null,
    authentication: null,
    answerTicketHash: null,
    sessionId: null,
    accountId: null,
    refusal: null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + deps.limits.signInMinutes * 60_000),
    answeredAt: null,
  }
}

async function begin(deps: BrokeringDeps, beginning: Beginning): Promise<Outcome> {
  const { service, visit, remembered } = beginning
  const blank = blankSignIn(deps, beginning)
  // One that is not tied to a browser yet carries nobody's log-in: whoever comes on first would have it.
  const signIn = (remembered === 'later' ? null : await fromSession(deps, service, blank, visit)) ?? blank
  const started = startedEvent(signIn, service, visit)
  if (remembered === 'later') {
    const stored = await saveStep(deps, signIn, { change: {}, events: [started] })
    if (!stored) throw new Error('a new sign-in cannot be overtaken')
    return { kind: 'resume', signIn: stored }
  }
  return advance(deps, signIn, visit, { events: [started], remembered: signIn.authentication ? null : remembered })
}

export function startedEvent(signIn: SignIn, service: Service, visit: Visit): AuditEvent {
  const { forceAuthn, isPassive, assurance } = signIn.request
  return signInEvent(signIn, visit, {
    action: 'sign-in.started',
    outcome: 'success',
    actor: { kind: 'service', id: service.key },
    object: { kind: 'service', id: service.key },
    details: { forceAuthn, isPassive, assurance, session: signIn.sessionId !== null },
  })
}

/** A sign-in that was only stored, or that the person left at the first page: a session or remembered choice may carry it on. */
export async function resumeSignIn(
  deps: BrokeringDeps,
  service: Service,
  signIn: SignIn,
  visit: Visit,
  remembered: WayIn | null,
): Promise<Outcome> {
  const found = await fromSession(deps, service, signIn, visit)
  if (!found) return advance(deps, signIn, visit, { remembered })
  const { authentication, identityProviderId, logInKind, sessionId } = found
  const change = { authentication, identityProviderId, logInKind, sessionId }
  const saved = await saveStep(deps, signIn, { change, events: [] })
  return advance(deps, saved ?? signIn, visit)
}

/**
 * Single sign-on: the session's authentication answers when the service takes its provider, kind and level. Where it does
 * not, the person is asked afresh instead of being refused for an old log-in.
 */
async function fromSession(deps: BrokeringDeps, service: Service, blank: SignIn, visit: Visit): Promise<SignIn | null> {
  const { request } = blank
  if (!visit.sessionTokenHash || request.forceAuthn || !service.settings.singleSignOn) return null
  const session = await findSession<Authentication>(deps.db, visit.sessionTokenHash)
  if (!session || !sessionCanAnswer(session, deps.limits.session, deps.clock.now())) return null
  const { authentication, identityProviderId } = session
  const taken = waysIn(service, await deps.directory.identityProvidersOf(service.id), request).some(
    (way) => way.identityProviderId === identityProviderId && way.logInKind === authentication.kind,
  )
  const identityProvider = taken ? await deps.directory.identityProvider(identityProviderId) : null
  if (!identityProvider) return null
  const { verdict } = await evaluate(deps, service, identityProvider, blank, authentication)
  if (verdict.outcome === 'refused' && ['level-too-low', 'organisation-not-allowed'].includes(verdict.refusal.reason))
    return null
  return { ...blank, authentication, identityProviderId, logInKind: authentication.kind, sessionId: session.id }
}
