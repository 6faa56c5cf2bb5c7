/** Tells those who may decide a request that it waits for them, in the transaction of what made it wait. */
import { findAppointed } from '../access/appointments/deciders.store.ts'
import { decidersOf } from '../access/appointments/deciders.ts'
import { notice } from '../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../notices/notify.ts'
import type { Trx } from '../storage/database.ts'
import type { AccessRequest } from './request.ts'
import type { requestNotices } from './request-notices.ts'
import { decisionPath } from './request-paths.ts'

export async function tellDeciders(
  deps: NotifyDeps,
  trx: Trx,
  request: AccessRequest,
  kind: (typeof requestNotices)[keyof typeof requestNotices],
): Promise<void> {
  const { id, organisationId, accountId, serviceId, roleId } = request
  const account = accountId
    ? await trx.selectFrom('account').select('unit_id').where('id', '=', accountId).executeTakeFirst()
    : undefined
  const { people } = decidersOf(await findAppointed(trx, organisationId, deps.clock.now()), {
    unitId: account?.unit_id ?? null,
    serviceId,
    notPersonIds: [request.askedBy, request.personId].flatMap((one) => one ?? []),
    escalated: false,
  })
  await notify(deps, trx, [
    notice(kind, {
      toPersonIds: people.map(({ personId }) => personId),
      organisationId,
      path: decisionPath(id),
      ...(accountId !== null && { subjectAccountId: accountId }),
      ...(serviceId !== null && { serviceId }),
      ...(roleId !== null && { roleIds: [roleId] }),
    }),
  ])
}
