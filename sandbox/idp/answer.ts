/** What an identity provider answers: who the person is, that they may not, or something the switchboard has made wrong. */
import { meetsAssurance } from '../../src/base/assurance.ts'
import type { Outbound } from '../../src/brokering/ports.ts'
import { providers } from '../data/providers.ts'
import type { Choice } from '../people/personas.ts'
import { type FaultKey, faults } from './faults.ts'
import type { Asked, IdentityProvider, ProviderSession } from './identity-provider.ts'
import { planAnswer, writeAnswer, writeRefusal } from './planned-answer.ts'

/** Why a provider may say no by itself (SAML core §3.2.2.2). */
export const refusals = {
  cancelled: { top: 'Responder', second: 'AuthnFailed' },
  levelTooLow: { top: 'Responder', second: 'NoAuthnContext' },
  passive: { top: 'Responder', second: 'NoPassive' },
} as const

/** Somebody has chosen who they are: a new session. */
export function beginSession({ clock, ids }: IdentityProvider, { persona, logIn }: Choice): ProviderSession {
  return { persona, logIn, since: clock.now(), sessionIndex: ids.xmlId(), lastAnswer: null }
}

/** Whether a session can answer without showing anything: not when fresh proof is asked for, nor for another kind. */
export function canAnswer(provider: IdentityProvider, asked: Asked, session: ProviderSession): boolean {
  return !asked.request.forceAuthn && asked.kinds.includes(session.logIn.kind) && reaches(provider, asked, session)
}

function reaches({ key }: IdentityProvider, { request }: Asked, { logIn }: ProviderSession): boolean {
  const wanted = request.context.assurance
  return !providers[key].heedsRequestedLevel || wanted === null || meetsAssurance(logIn.assurance, wanted)
}

/** The answer for the person of this session; `fault` makes it wrong. Remembers it, so that it can be sent once more. */
export function answer(
  provider: IdentityProvider,
  asked: Asked,
  session: ProviderSession,
  fault: FaultKey | null,
): Outbound {
  const broken = fault && faults[fault]
  if (broken?.kind === 'status') return writeRefusal(provider, asked, broken.status)
  if (broken?.kind === 'replay' && session.lastAnswer) return session.lastAnswer
  if (!reaches(provider, asked, session)) return writeRefusal(provider, asked, refusals.levelTooLow)
  const honest = planAnswer(provider, asked, session)
  const outbound = writeAnswer(asked, broken?.kind === 'change' ? broken.change(honest, provider) : honest)
  if (!broken) session.lastAnswer = outbound
  return outbound
}
