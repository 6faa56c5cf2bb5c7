/** Whoever asked, or whom it is for, does not want it any more. Sent twice, it happens once. */
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Trx } from '../storage/database.ts'
import type { AccessRequest } from './request.ts'
import { moveRequest, type NotMoved } from './request-state.ts'
import { lockRequest, saveMove } from './requests.store.ts'

export async function withdrawRequest(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { id, by, source }: { id: string; by: string; source: string | undefined },
): Promise<'withdrawn' | 'not-found' | NotMoved> {
  const request = await lockRequest(trx, id)
  if (!request || request.state === 'draft') return 'not-found'
  const moved = moveRequest(request, { kind: 'withdraw', by }, deps.clock.now())
  if (!moved.moved) {
    if (moved.why === 'not-asker') return 'not-found'
    return moved.why === 'over' && moved.state === 'withdrawn' ? 'withdrawn' : moved
  }
  await saveMove(deps, trx, request, moved, { by, source, words: '' })
  await endRequestedAccount(deps, trx, request, { by, source })
  return 'withdrawn'
}

/** An account that was only asked for has no more use; one that is in use already is left as it is. */
async function endRequestedAccount(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { kind, accountId, organisationId }: AccessRequest,
  { by, source }: { by: string; source: string | undefined },
): Promise<void> {
  if (kind !== 'new-account' || accountId === null) return
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({ status: 'ended', valid_until: deps.clock.now() })
    .where('id', '=', accountId)
    .where('status', '=', 'requested')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await recordEvents(deps, trx, [
    {
      action: 'account.ended',
      outcome: 'success',
      actor: { kind: 'person', id: by },
      organisationId,
      object: { kind: 'account', id: accountId },
      source,
      details: { ground: 'request' },
    },
  ])
}
