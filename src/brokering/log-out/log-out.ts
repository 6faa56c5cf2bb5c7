/** One log-out: the services of a session one after the other, then the identity provider, then whoever asked. (LO1–LO7) */
import type { IssuedName } from '../../people/sessions.store.ts'
import type { Subject } from '../authentication.ts'

/** Who asked, and what the answer must point back to; null when the person asked SEB itself. */
export type RequestedBy =
  | { party: 'service'; id: string; messageId: string; relayState: string | null }
  | { party: 'identity-provider'; id: string; messageId: string; relayState: string | null }

export type StepState = 'waiting' | 'sent' | 'done' | 'failed' | 'unsupported'

export type LogOutStep = {
  id: string
  position: number
  state: StepState
  messageId: string | null
  sentAt: Date | null
} & (
  | { party: 'service'; serviceId: string; subject: { name: IssuedName; sessionIndex: string } }
  | {
      party: 'identity-provider'
      identityProviderId: string
      subject: { subject: Subject; sessionIndex: string | null }
    }
)

export interface LogOut {
  id: string
  reference: string
  sessionId: string
  browserHash: string | null
  requestedBy: RequestedBy | null
  startedAt: Date
  expiresAt: Date
  finishedAt: Date | null
  steps: readonly LogOutStep[]
}

/** Seconds after which a service that has not sent the person back is held to be silent. */
export const patienceSeconds = 5

/** What comes next: the first step that is not settled, or the end. Pure, as brokering/next-step.ts is. */
export function nextLogOutStep(
  logOut: LogOut,
  now: Date,
):
  | { kind: 'send'; step: LogOutStep }
  | { kind: 'wait'; step: LogOutStep }
  | { kind: 'give-up'; step: LogOutStep }
  | { kind: 'finish' } {
  for (const step of logOut.steps) {
    if (step.state === 'waiting') return { kind: 'send', step }
    if (step.state !== 'sent') continue
    const silentFor = now.getTime() - (step.sentAt?.getTime() ?? 0)
    return { kind: silentFor < patienceSeconds * 1000 ? 'wait' : 'give-up', step }
  }
  return { kind: 'finish' }
}

/** Everybody confirmed: only then may anybody be told that all are logged out. */
export function isComplete(logOut: LogOut): boolean {
  return logOut.steps.every((step) => step.state === 'done')
}
