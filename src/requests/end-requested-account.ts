/** An account that was only asked for has no more use when nothing is asked for with it; one that is in use is left as it is. */
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Trx } from '../storage/database.ts'
import type { AccessRequest } from './request.ts'

/** Asked after the request itself is over. */
export async function endRequestedAccount(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { kind, accountId, organisationId, id }: AccessRequest,
  { by, source }: { by: string | null; source: string | undefined },
): Promise<void> {
  if (kind !== 'new-account' || accountId === null) return
  const now = deps.clock.now()
  const another = await trx
    .selectFrom('access_request')
    .select('id')
    .where('account_id', '=', accountId)
    .where('state', 'in', ['submitted', 'returned'])
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (another) return
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({ status: 'ended', valid_until: now })
    .where('id', '=', accountId)
    .where('status', '=', 'requested')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await recordEvents(deps, trx, [
    {
      action: 'account.ended',
      outcome: 'success',
      actor: by === null ? { kind: 'system' } : { kind: 'person', id: by },
      organisationId,
      object: { kind: 'account', id: accountId },
      source,
      details: { request: id },
    },
  ])
}
