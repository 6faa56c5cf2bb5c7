/** Afterwards somebody else says whether it was right: once, and never whoever took it. */
import type { Actor } from '../../access/admin/actor.ts'
import { may } from '../../access/may.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import { saveEmergency } from '../emergencies.store.ts'
import { type Moved, moveEmergency, type Verdict } from '../emergency.ts'
import { emergencyNotices } from '../emergency-notices.ts'
import { ownEmergencyPath } from '../emergency-paths.ts'
import { lockReviewable } from './reviewable.store.ts'

export interface Judging {
  id: string
  verdict: Verdict
  words: string
}

/** Null: not found. */
export async function judgeEmergency(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  { id, verdict, words }: Judging,
): Promise<Moved | null> {
  const { acting } = actor
  if (!may(acting, 'review-emergency', { organisationId: acting.organisation.id })) return null
  const emergency = await lockReviewable(trx, acting, id)
  if (!emergency) return null
  const move = { kind: 'review', by: actor.personId, verdict, words } as const
  const moved = moveEmergency(emergency, move, deps.clock.now())
  if (!moved.moved) return moved
  await saveEmergency(trx, moved.emergency)
  const { organisationId, accountId, personId, serviceId, roleId, reference } = emergency
  await recordEvents(deps, trx, [
    {
      action: 'emergency-access.reviewed',
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId,
      object: { kind: 'account', id: accountId },
      source: actor.source,
      reference,
      details: { emergency: id, role: roleId, verdict, words },
    },
  ])
  await notify(deps, trx, [
    notice(emergencyNotices['emergency.reviewed'], {
      toPersonIds: [personId],
      organisationId,
      subjectAccountId: accountId,
      serviceId,
      path: ownEmergencyPath(id),
    }),
  ])
  return moved
}
