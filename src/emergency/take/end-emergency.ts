/** Ends emergency access before its time: whoever took it is done. */
import { recordEvents } from '../../audit/record-events.ts'
import type { NotifyDeps } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import { lockEmergency, saveEmergency } from '../emergencies.store.ts'
import { type Moved, moveEmergency } from '../emergency.ts'

/** Null: not found. */
export async function endEmergency(
  deps: NotifyDeps,
  trx: Trx,
  { id, personId, source }: { id: string; personId: string; source: string },
): Promise<Moved | null> {
  const now = deps.clock.now()
  const emergency = await lockEmergency(trx, id)
  if (!emergency || emergency.personId !== personId) return null
  const moved = moveEmergency(emergency, { kind: 'end', by: personId }, now)
  if (!moved.moved) return moved
  await saveEmergency(trx, moved.emergency)
  await trx
    .updateTable('role_assignment')
    .set({ withdrawn_at: now })
    .where('id', '=', emergency.assignmentId)
    .where('withdrawn_at', 'is', null)
    .execute()
  await recordEvents(deps, trx, [
    {
      action: 'emergency-access.ended',
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId: emergency.organisationId,
      object: { kind: 'account', id: emergency.accountId },
      source,
      reference: emergency.reference,
      details: { emergency: id, role: emergency.roleId },
    },
  ])
  return moved
}
