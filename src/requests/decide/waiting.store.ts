/** How long an organisation lets requests wait before they are for its chief administrators too, and since when. */
import type { Actor } from '../../access/admin/actor.ts'
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import { beforeWorkingDays } from '../../base/working-days.ts'
import type { Db, Trx } from '../../storage/database.ts'

export interface Waiting {
  /** Working days. */
  days: number
  /** What was sent then or before has waited so long. */
  since: Date
}

export const mostDays = 30

export async function findWaiting(db: Db | Trx, organisationId: string, now: Date): Promise<Waiting> {
  const row = await db
    .selectFrom('organisation')
    .select('escalate_after_days as days')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return { days: row.days, since: beforeWorkingDays(now, row.days) }
}

/** Asked twice, it is one event. */
export async function setWaiting(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { acting, personId, source }: Actor,
  days: number,
): Promise<void> {
  const { id } = acting.organisation
  const before = await findWaiting(trx, id, deps.clock.now())
  if (before.days === days) return
  await trx.updateTable('organisation').set({ escalate_after_days: days }).where('id', '=', id).execute()
  await recordEvents(deps, trx, [
    {
      action: 'organisation.changed',
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId: id,
      object: { kind: 'organisation', id },
      source,
      details: { fields: [{ field: 'escalateAfterDays', from: before.days, to: days }] },
    },
  ])
}
