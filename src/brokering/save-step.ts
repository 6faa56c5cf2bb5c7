/** Writes one step of a sign-in: the record, whatever else changes with it, and its audit events, all or nothing. */
import type { AuditEvent } from '../audit/audit-event.ts'
import { recordEvents } from '../audit/record-events.ts'
import type { Trx } from '../storage/database.ts'
import type { BrokeringDeps, Visit } from './deps.ts'
import type { SignIn } from './sign-in.ts'
import { insertSignIn, type SignInChange, updateSignIn } from './sign-ins.store.ts'

export interface StepToSave {
  change: SignInChange
  events: readonly AuditEvent[]
  /** Other rows of the same step. Throw `StepOvertaken` to undo everything. */
  also?: ((trx: Trx) => Promise<void>) | undefined
}

/** Another process or tab was first: nothing of this step is written. */
export class StepOvertaken extends Error {
  override readonly name = 'StepOvertaken'
}

/** The record as it now stands, or null when another step was first. A version of 0 is a sign-in not yet stored. */
export async function saveStep(deps: BrokeringDeps, signIn: SignIn, step: StepToSave): Promise<SignIn | null> {
  const after = { ...signIn, ...step.change, version: signIn.version + 1 }
  try {
    await deps.db.transaction().execute(async (trx) => {
      if (signIn.version === 0) await insertSignIn(trx, after)
      else if (!(await updateSignIn(trx, signIn, step.change))) throw new StepOvertaken()
      await step.also?.(trx)
      await recordEvents(deps, trx, step.events)
    })
    return after
  } catch (error) {
    if (error instanceof StepOvertaken) return null
    throw error
  }
}

/** What every audit event of a sign-in has in common. */
export function signInEvent(
  signIn: SignIn,
  visit: Visit,
  event: Omit<AuditEvent, 'source' | 'correlationId' | 'reference'>,
): AuditEvent {
  return { ...event, source: visit.source, correlationId: signIn.id, reference: signIn.reference }
}
