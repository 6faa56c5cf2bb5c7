/** What a refused person may still do with this sign-in, in the order it is worth trying. */
import { discoveryAddress } from '../discovery/discovery-address.ts'
import type { Service } from '../services/service.ts'
import { signInAddress, signInPaths } from './pages/sign-in-address.ts'
import type { Way } from './pages/ways.tsx'
import type { RefusalReason } from './refusal.ts'
import type { SignIn } from './sign-in.ts'

/** Once the service has had its answer, or the time is up, only a new beginning is left. */
const over: readonly RefusalReason[] = ['already-answered', 'too-late', 'cookie-lost']

/** The same log-in once more may go better. */
const worthAnotherTry: readonly RefusalReason[] = [
  'answer-wrong',
  'provider-down',
  'cancelled',
  'level-too-low',
  'no-passive',
]

export function waysOn(signIn: SignIn, service: Service, reason: RefusalReason, serviceName: string): Way[] {
  const open: Way[] = service.address ? [{ kind: 'open-service', href: service.address, service: serviceName }] : []
  if (over.includes(reason)) return [...open, { kind: 'front' }]
  const again: Way[] =
    worthAnotherTry.includes(reason) && signIn.identityProviderId
      ? [{ kind: 'try-again', href: signInAddress(signInPaths.again, signIn.id) }]
      : []
  return [
    ...again,
    { kind: 'other-log-in', href: discoveryAddress(signIn.id, { change: true }) },
    { kind: 'back', signIn: signIn.id, service: serviceName },
  ]
}
