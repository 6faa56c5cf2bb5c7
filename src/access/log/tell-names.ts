/** Whether an organisation's people are told by name who looked at or changed their access; decided by its chief administrators. */
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'
import type { Actor } from '../admin/actor.ts'

export async function findTellsNames(trx: Trx, organisationId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('organisation')
    .select('tells_names')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.tells_names
}

/** Asked twice, it is one event. */
export async function tellNames(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { acting, personId, source }: Actor,
  tells: boolean,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('organisation')
    .set({ tells_names: tells })
    .where('id', '=', acting.organisation.id)
    .where('tells_names', '<>', tells)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await recordEvents(deps, trx, [
    {
      action: 'organisation.changed',
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId: acting.organisation.id,
      object: { kind: 'organisation', id: acting.organisation.id },
      source,
      details: { fields: [{ field: 'tellsNames', from: !tells, to: tells }] },
    },
  ])
}
