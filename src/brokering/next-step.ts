/** The one place that decides what happens next in a sign-in. A pure function: steps never call each other. */

import type { Verdict } from './attributes/pipeline.ts'
import type { AccountChoice } from './attributes/rule.ts'
import type { LogInKind } from './authentication.ts'
import type { Refusal, RefusalReason } from './refusal.ts'

/** A provider and the kind of log-in to ask it for. */
export interface WayIn {
  identityProviderId: string
  logInKind: LogInKind
}

export interface SignInState {
  now: Date
  expiresAt: Date
  answeredAt: Date | null
  refusal: RefusalReason | null
  isPassive: boolean
  /** Every way in that this service takes in this request. */
  waysIn: readonly WayIn[]
  /** What the person chose, now or on an earlier day. */
  chosen: WayIn | null
  /** The one that the person was sent to or that the session was made by. */
  used: WayIn | null
  /** What the attribute pipeline says of the authentication; null while there is none. */
  verdict: Verdict | null
}

export type Step =
  | { kind: 'choose-provider' }
  | { kind: 'authenticate'; wayIn: WayIn }
  | { kind: 'choose-account'; choices: readonly AccountChoice[] }
  | { kind: 'refuse'; refusal: Refusal }
  | { kind: 'respond' }

export function nextStep(state: SignInState): Step {
  if (state.answeredAt) return refuse('already-answered', 'the service has had its answer')
  if (state.refusal) return refuse(state.refusal, 'refused at an earlier step')
  if (state.now >= state.expiresAt) return refuse('too-late', 'the sign-in has expired')
  if (state.verdict) return afterAuthentication(state, state.verdict)
  return beforeAuthentication(state)
}

function beforeAuthentication({ isPassive, waysIn, chosen }: SignInState): Step {
  if (isPassive) return refuse('no-passive', 'no session can answer, and nothing may be shown')
  const [only, ...more] = waysIn
  if (!only) return refuse('provider-not-activated', 'no identity provider is activated for what was asked')
  if (chosen) {
    const wayIn = waysIn.find((way) => sameWay(way, chosen))
    return wayIn
      ? { kind: 'authenticate', wayIn }
      : refuse('provider-not-activated', 'the chosen provider is not activated')
  }
  return more.length === 0 ? { kind: 'authenticate', wayIn: only } : { kind: 'choose-provider' }
}

function afterAuthentication({ isPassive, waysIn, used }: SignInState, verdict: Verdict): Step {
  if (!used || !waysIn.some((way) => sameWay(way, used)))
    return refuse('provider-not-activated', 'the provider has been taken away meanwhile')
  switch (verdict.outcome) {
    case 'refused':
      return { kind: 'refuse', refusal: verdict.refusal }
    case 'choose-account':
      return isPassive
        ? refuse('no-passive', 'the person must choose an account')
        : { kind: 'choose-account', choices: verdict.choices }
    case 'released':
      return { kind: 'respond' }
  }
}

function refuse(reason: RefusalReason, detail: string): Step {
  return { kind: 'refuse', refusal: { reason, detail } }
}

export function sameWay(one: WayIn, other: WayIn): boolean {
  return one.identityProviderId === other.identityProviderId && one.logInKind === other.logInKind
}
