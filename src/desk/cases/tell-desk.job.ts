/**
 * Tells the desk of new cases: what patient care hangs on at any hour, all else when the desk is open. When that is, was decided as
 * the case was opened.
 */
import type { Job } from '../../base/run-jobs.ts'
import { notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Db } from '../../storage/database.ts'
import { deskNotices } from '../desk-notices.ts'
import { casePath } from './cases-paths.ts'

export type TellDeskDeps = NotifyDeps & { db: Db }

const mostAtOnce = 100

export function tellDeskJob(deps: TellDeskDeps): Job {
  return { name: 'tell-desk', everySeconds: 30, run: () => tellDesk(deps) }
}

/** Each is told of once, by whichever process finds it. */
export async function tellDesk(deps: TellDeskDeps): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction().execute(async (trx) => {
    const due = trx
      .selectFrom('desk_case')
      .select('id')
      .where('told_at', 'is', null)
      .where('tell_at', '<=', now)
      .orderBy('tell_at')
      .limit(mostAtOnce)
      .forUpdate()
      .skipLocked()
    const rows = await trx
      .updateTable('desk_case')
      .set({ told_at: now })
      .where('id', 'in', due)
      .returning(['id', 'reference', 'organisation_id', 'service_id', 'priority'])
      .execute()
    const notices = rows.map(({ id, reference, organisation_id: organisationId, service_id: serviceId, priority }) =>
      notice(deskNotices[priority === 1 && serviceId ? 'desk-case.urgent' : 'desk-case.opened'], {
        toStaff: 'service-desk',
        organisationId,
        ...(serviceId && { serviceId }),
        path: casePath(id),
        facts: { reference },
      }),
    )
    await notify(deps, trx, notices)
  })
}
