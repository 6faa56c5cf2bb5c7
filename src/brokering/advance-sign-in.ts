/** Takes a sign-in as far as it can go now: asks next-step what is to happen, makes it happen, and says what to show. */
import type { AuditEvent } from '../audit/audit-event.ts'
import { highestAssurance } from '../base/assurance.ts'
import { Problem } from '../base/problem.ts'
import type { IdentityProvider } from '../organisations/identity-provider.ts'
import type { Service } from '../services/service.ts'
import { asCarriedBy } from './carried-answer.ts'
import type { BrokeringDeps, Visit } from './deps.ts'
import { type Evaluation, evaluate } from './evaluate.ts'
import { withLiveSession } from './live-session.ts'
import { nextStep, type Step, type WayIn } from './next-step.ts'
import type { Outcome } from './outcome.ts'
import type { Refusal } from './refusal.ts'
import { respondToService } from './respond-to-service.ts'
import { saveStep, signInEvent } from './save-step.ts'
import type { SignIn } from './sign-in.ts'
import { findSignIn } from './sign-ins.store.ts'
import { waysIn } from './ways-in.ts'

export interface Momentum {
  /** Events of what led here, to be written with the step. */
  events?: readonly AuditEvent[]
  /** A choice made on an earlier day, good until the person says otherwise. */
  remembered?: WayIn | null
  /** A choice made just now. */
  chosen?: WayIn | null
}

export async function advance(
  deps: BrokeringDeps,
  signIn: SignIn,
  visit: Visit,
  momentum: Momentum = {},
): Promise<Outcome> {
  const scene = await setScene(deps, signIn, momentum)
  const outcome = await take(deps, signIn, visit, scene, momentum.events ?? [])
  if (outcome) return outcome
  // Another tab, process or double click was first: go on from where that left the record, or the session.
  const isNew = signIn.version === 0
  const current = isNew ? signIn : await findSignIn(deps.db, signIn.id)
  if (!current) throw new Error('a sign-in that was overtaken has disappeared')
  return advance(deps, await withLiveSession(deps, asCarriedBy(visit, current)), visit, isNew ? momentum : {})
}

interface Scene {
  service: Service
  identityProvider: IdentityProvider | null
  evaluation: Evaluation | null
  step: Step
}

async function setScene(deps: BrokeringDeps, signIn: SignIn, { chosen, remembered }: Momentum): Promise<Scene> {
  const service = await deps.directory.service(signIn.serviceId)
  if (!service?.enabled) throw new Problem('not-found', 'the service of a sign-in has been switched off')
  const ways = waysIn(service, await deps.directory.identityProvidersOf(service.id), signIn.request)
  const identityProvider = signIn.identityProviderId
    ? await deps.directory.identityProvider(signIn.identityProviderId)
    : null
  const evaluation =
    signIn.authentication && identityProvider
      ? await evaluate(deps, service, identityProvider, signIn, signIn.authentication)
      : null
  const step = nextStep({
    now: deps.clock.now(),
    expiresAt: signIn.expiresAt,
    answeredAt: signIn.answeredAt,
    refusal: signIn.refusal,
    isPassive: signIn.request.isPassive,
    waysIn: ways,
    chosen: chosen ?? knownWay(ways, remembered),
    used: usedWay(signIn),
    verdict: evaluation?.verdict ?? null,
  })
  return { service, identityProvider, evaluation, step }
}

function usedWay({ identityProviderId, logInKind }: SignIn): WayIn | null {
  return identityProviderId && logInKind ? { identityProviderId, logInKind } : null
}

/** A remembered choice that is no longer offered is forgotten, not refused. */
function knownWay(ways: readonly WayIn[], remembered: WayIn | null | undefined): WayIn | null {
  return (
    ways.find(
      (way) => way.identityProviderId === remembered?.identityProviderId && way.logInKind === remembered.logInKind,
    ) ?? null
  )
}

/** Null when another step was first. */
async function take(
  deps: BrokeringDeps,
  signIn: SignIn,
  visit: Visit,
  scene: Scene,
  events: readonly AuditEvent[],
): Promise<Outcome | null> {
  const { step, service } = scene
  switch (step.kind) {
    case 'choose-provider': {
      const saved = events.length > 0 ? await saveStep(deps, signIn, { change: {}, events }) : signIn
      return saved && { kind: 'choose-provider', signIn: saved }
    }
    case 'choose-account': {
      // Who chooses has shown the ticket: from here on the cookie is enough.
      const change = { answerTicketHash: null }
      const unsaved = events.length > 0 || signIn.answerTicketHash !== null
      const saved = unsaved ? await saveStep(deps, signIn, { change, events }) : signIn
      return saved && { kind: 'choose-account', signIn: saved, choices: step.choices }
    }
    case 'authenticate':
      return authenticate(deps, signIn, visit, service, step.wayIn, events)
    case 'refuse':
      return refuse(deps, signIn, visit, scene, step.refusal, events)
    case 'respond':
      if (!scene.evaluation || !scene.identityProvider)
        throw new Error('a sign-in without an authentication cannot be answered')
      return respondToService(deps, signIn, visit, service, scene.identityProvider, scene.evaluation, events)
  }
}

async function authenticate(
  deps: BrokeringDeps,
  signIn: SignIn,
  visit: Visit,
  service: Service,
  wayIn: WayIn,
  events: readonly AuditEvent[],
): Promise<Outcome | null> {
  const identityProvider = await deps.directory.identityProvider(wayIn.identityProviderId)
  if (!identityProvider) throw new Error('an activated identity provider is gone')
  const { messageId, outbound } = deps.upstreams.saml.begin(identityProvider, {
    requesterIds: [service.entityId, ...signIn.request.requesterIds],
    logInKind: wayIn.logInKind,
    // A lower answer would be refused in any case.
    assurance: highestAssurance(service.lowestAssurance, signIn.request.assurance ?? 'Low'),
    forceAuthn: signIn.request.forceAuthn,
    isPassive: signIn.request.isPassive,
  })
  const saved = await saveStep(deps, signIn, {
    change: {
      identityProviderId: identityProvider.id,
      logInKind: wayIn.logInKind,
      upstreamMessageId: messageId,
      browserHash: signIn.browserHash ?? visit.browserHash,
      // Another try leaves nothing of the one before.
      authentication: null,
      answerTicketHash: null,
      sessionId: null,
      accountId: null,
      refusal: null,
    },
    events: [
      ...events,
      signInEvent(signIn, visit, {
        action: 'sign-in.sent-to-identity-provider',
        outcome: 'success',
        actor: { kind: 'system' },
        object: { kind: 'identity-provider', id: identityProvider.key },
        details: { logInKind: wayIn.logInKind, messageId },
      }),
    ],
  })
  return saved && { kind: 'outbound', signIn: saved, to: 'identity-provider', outbound, sessionToken: null }
}

async function refuse(
  deps: BrokeringDeps,
  signIn: SignIn,
  visit: Visit,
  { service, evaluation }: Scene,
  refusal: Refusal,
  events: readonly AuditEvent[],
): Promise<Outcome | null> {
  if (signIn.refusal || signIn.answeredAt) return { kind: 'refused', signIn, refusal }
  const { isPassive } = signIn.request
  const claims = evaluation?.verdict.claims
  const saved = await saveStep(deps, signIn, {
    change: { refusal: refusal.reason, answerTicketHash: null, ...(isPassive && { answeredAt: deps.clock.now() }) },
    events: [
      ...events,
      signInEvent(signIn, visit, {
        action: 'sign-in.refused',
        outcome: 'refused',
        actor: evaluation?.person ? { kind: 'person', id: evaluation.person.personId } : { kind: 'unknown' },
        organisationId: claims?.candidate?.account.organisation.id,
        object: { kind: 'service', id: service.key },
        details: { reason: refusal.reason, detail: refusal.detail, trace: claims?.trace ?? [] },
      }),
    ],
  })
  if (!saved) return null
  if (!isPassive) return { kind: 'refused', signIn: saved, refusal }
  // Nothing may be shown: the service is told, in its own protocol's words.
  const outbound = deps.services[service.protocol].refuse(service, saved, refusal)
  return { kind: 'outbound', signIn: saved, to: 'service', outbound, sessionToken: null }
}
