/** Whether an organisation takes requests in SEB: some take them on a form of their own. */
import type { Actor } from '../../access/admin/actor.ts'
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Db, Trx } from '../../storage/database.ts'

export async function findTakesRequests(db: Db | Trx, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisation')
    .select('takes_requests')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.takes_requests
}

/** Asked twice, it is one event. What has been sent already is decided all the same. */
export async function setTakesRequests(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { acting, personId, source }: Actor,
  takes: boolean,
): Promise<void> {
  const { id } = acting.organisation
  const { numUpdatedRows } = await trx
    .updateTable('organisation')
    .set({ takes_requests: takes })
    .where('id', '=', id)
    .where('takes_requests', '<>', takes)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await recordEvents(deps, trx, [
    {
      action: 'organisation.changed',
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId: id,
      object: { kind: 'organisation', id },
      source,
      details: { fields: [{ field: 'takesRequests', from: !takes, to: takes }] },
    },
  ])
}
