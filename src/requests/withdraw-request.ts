/** Whoever asked, or whom it is for, does not want it any more. Sent twice, it happens once. */
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Trx } from '../storage/database.ts'
import { endRequestedAccount } from './end-requested-account.ts'
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
