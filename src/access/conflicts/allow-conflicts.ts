/** A role given in spite of a conflict, where the rule allows it: with a reason of its own, and until a day. */
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'
import type { Conflict } from './find-conflicts.ts'

/** Ids of the fields that a conflict is about. */
export const conflictFields = { panel: 'konflikt', reason: 'undtagelse', until: 'til' } as const

interface ConflictMistake {
  field: string
  mistake: 'conflict' | 'conflict-reason' | 'conflict-end'
}

/** What is missing for the role to be given all the same; none: it can be. A rule that blocks is not excepted from. */
export function whatConflictsNeed(
  conflicts: readonly Conflict[],
  { exception, validUntil }: { exception: string; validUntil: Date | null },
): ConflictMistake[] {
  if (conflicts.length === 0) return []
  if (conflicts.some(({ rule }) => rule.effect === 'blocked'))
    return [{ field: conflictFields.panel, mistake: 'conflict' }]
  return [
    ...(exception === '' ? [{ field: conflictFields.reason, mistake: 'conflict-reason' as const }] : []),
    ...(validUntil === null ? [{ field: conflictFields.until, mistake: 'conflict-end' as const }] : []),
  ]
}

interface Allowing {
  assignmentId: string
  accountId: string
  conflicts: readonly Conflict[]
  reason: string
  validUntil: Date | null
}

/** In the transaction that gives the role, after the assignment is there. */
export async function allowConflicts(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  by: { personId: string; source: string; organisationId: string },
  { assignmentId, accountId, conflicts, reason, validUntil }: Allowing,
): Promise<void> {
  if (conflicts.length === 0 || validUntil === null) return
  await trx
    .insertInto('conflict_exception')
    .values(
      conflicts.map(({ rule }) => ({
        id: deps.ids.uuid(),
        conflict_id: rule.id,
        assignment_id: assignmentId,
        reason,
        valid_until: validUntil,
        made_by: by.personId,
        made_at: deps.clock.now(),
      })),
    )
    .execute()
  await recordEvents(
    deps,
    trx,
    conflicts.map(({ rule, wanted, with: held }) => ({
      action: 'role-assignment.excepted',
      outcome: 'success' as const,
      actor: { kind: 'person' as const, id: by.personId },
      organisationId: by.organisationId,
      object: { kind: 'role-assignment', id: assignmentId },
      source: by.source,
      details: {
        account: accountId,
        role: wanted.roleId,
        conflict: rule.id,
        with: held.map((one) => one.assignmentId),
        reason,
        validUntil,
      },
    })),
  )
}
