/** Whoever asked, or whom it is for, answers a question: the request goes back to those who decide. Sent twice, it happens once. */
import type { NotifyDeps } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import { requestNotices } from '../request-notices.ts'
import { moveRequest } from '../request-state.ts'
import { lockRequest, saveMove } from '../requests.store.ts'
import { tellDeciders } from '../tell-deciders.ts'

export async function answerQuestion(
  deps: NotifyDeps,
  trx: Trx,
  { id, by, source, words }: { id: string; by: string; source: string; words: string },
): Promise<'answered' | 'over' | 'not-found'> {
  const request = await lockRequest(trx, id)
  if (!request || request.state === 'draft') return 'not-found'
  const moved = moveRequest(request, { kind: 'answer', by }, deps.clock.now())
  if (!moved.moved) return moved.why === 'not-asker' ? 'not-found' : 'over'
  await saveMove(deps, trx, request, moved, { by, source, words })
  await tellDeciders(deps, trx, request, requestNotices['request.answered'])
  return 'answered'
}
