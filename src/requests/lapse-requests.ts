/** Brings requests to where they have been since their time ran out, and tells who asked. Nothing is decided here: `stateNow` says it all along. */
import { notice } from '../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../notices/notify.ts'
import type { Db, Trx } from '../storage/database.ts'
import type { AccessRequest } from './request.ts'
import { requestNotices } from './request-notices.ts'
import { requestPath } from './request-paths.ts'
import { moveRequest } from './request-state.ts'
import { lockRequest, saveMove } from './requests.store.ts'

/** The request, where it was brought there now. */
export async function lapseRequest(deps: NotifyDeps, trx: Trx, id: string): Promise<AccessRequest | null> {
  const request = await lockRequest(trx, id)
  const moved = request && moveRequest(request, { kind: 'expire' }, deps.clock.now())
  if (!request || !moved?.moved) return null
  await saveMove(deps, trx, request, moved, { by: null, source: undefined, words: '' })
  const { organisationId, accountId, serviceId, roleId } = request
  await notify(deps, trx, [
    notice(requestNotices['request.lapsed'], {
      toPersonIds: [...new Set([request.askedBy, request.personId].flatMap((one) => one ?? []))],
      organisationId,
      path: requestPath(id),
      ...(accountId !== null && { subjectAccountId: accountId }),
      ...(serviceId !== null && { serviceId }),
      ...(roleId !== null && { roleIds: [roleId] }),
    }),
  ])
  return request
}

/** The oldest first; of one account, or of all. */
export async function findLapsed(
  db: Db | Trx,
  { accountId, now, limit }: { accountId: string | null; now: Date; limit: number },
): Promise<string[]> {
  const select = db
    .selectFrom('access_request')
    .select('id')
    .where('state', 'in', ['submitted', 'returned'])
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .orderBy('id')
    .limit(limit)
  const rows = await (accountId === null ? select : select.where('account_id', '=', accountId)).execute()
  return rows.map(({ id }) => id)
}
