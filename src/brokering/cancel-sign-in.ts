/** The person gives up, or goes back from a refusal: the service gets the answer no, in its own protocol's words. */
import type { Service } from '../services/service.ts'
import type { BrokeringDeps, Visit } from './deps.ts'
import type { Outcome } from './outcome.ts'
import type { Refusal } from './refusal.ts'
import { saveStep, signInEvent } from './save-step.ts'
import type { SignIn } from './sign-in.ts'

/** Null when the service has had its answer already. */
export async function cancelSignIn(
  deps: BrokeringDeps,
  signIn: SignIn,
  service: Service,
  visit: Visit,
): Promise<Outcome | null> {
  const now = deps.clock.now()
  if (signIn.answeredAt || now >= signIn.expiresAt) return null
  const refusal: Refusal = { reason: signIn.refusal ?? 'cancelled', detail: 'the person went back to the service' }
  const saved = await saveStep(deps, signIn, {
    change: { answeredAt: now, refusal: refusal.reason },
    events: [
      signInEvent(signIn, visit, {
        action: 'sign-in.cancelled',
        outcome: 'refused',
        actor: { kind: 'unknown' },
        object: { kind: 'service', id: service.key },
        details: { reason: refusal.reason },
      }),
    ],
  })
  if (!saved) return null
  const outbound = deps.services[service.protocol].refuse(service, saved, refusal)
  return { kind: 'outbound', signIn: saved, to: 'service', outbound, sessionToken: null }
}
