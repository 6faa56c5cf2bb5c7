/** Writes one step of a sign-in: the record, whatever else changes with it, and its audit events, all or nothing. */
import type { AuditEvent } from '../audit/audit-event.ts'
import { eventRows } from '../audit/record-events.ts'
import type { Trx } from '../storage/database.ts'
import { type RowInsert, type RowUpdate, writeTogether } from '../storage/write-together.ts'
import type { BrokeringDeps, Visit } from './deps.ts'
import type { SignIn } from './sign-in.ts'
import { type SignInChange, signInRow, signInUpdate } from './sign-ins.store.ts'

export interface StepToSave {
  change: SignInChange
  events: readonly AuditEvent[]
  /** Rows that this step adds in other tables. */
  rows?: readonly RowInsert[]
  /** A row elsewhere that must still look as it did; changed with the step, or nothing is. */
  provided?: RowUpdate | null
  /** What takes more than that. */
  also?: ((trx: Trx) => Promise<void>) | null
}

/** Another process or tab was first: nothing of this step is written. */
class StepOvertaken extends Error {
  override readonly name = 'StepOvertaken'
}

/** The record as it now stands, or null when another step was first. A version of 0 is a sign-in not yet stored. */
export async function saveStep(deps: BrokeringDeps, signIn: SignIn, step: StepToSave): Promise<SignIn | null> {
  const { change, events, rows = [], provided = null, also = null } = step
  const after = { ...signIn, ...change, version: signIn.version + 1 }
  const isNew = signIn.version === 0
  const updates = [...(isNew ? [] : [signInUpdate(signIn, change)]), ...(provided ? [provided] : [])]
  const inserts = [...(isNew ? [signInRow(after)] : []), ...rows, eventRows(deps, events)]
  // One statement is all or nothing by itself, as long as only one update decides about it.
  if (!also && updates.length < 2) return (await writeTogether(deps.db, updates, inserts)) ? after : null
  try {
    await deps.db.transaction().execute(async (trx) => {
      if (!(await writeTogether(trx, updates, inserts))) throw new StepOvertaken()
      await also?.(trx)
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
