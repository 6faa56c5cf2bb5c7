/** Reminds the chief administrators of emergency access that nobody has judged. It tells, and decides nothing. */
import type { Job } from '../base/run-jobs.ts'
import { notice } from '../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../notices/notify.ts'
import type { Db } from '../storage/database.ts'
import { reviewWithinDays } from './emergency.ts'
import { emergencyNotices } from './emergency-notices.ts'
import { reviewPath } from './emergency-paths.ts'

export type OverdueDeps = NotifyDeps & { db: Db }

const mostAtOnce = 200

export function tellOverdueJob(deps: OverdueDeps): Job {
  return { name: 'tell-overdue-emergencies', everySeconds: 600, run: () => tellOverdue(deps) }
}

/** Each is told of once, by whichever process finds it. */
export async function tellOverdue(deps: OverdueDeps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - reviewWithinDays * 86_400_000)
  await deps.db.transaction().execute(async (trx) => {
    const late = trx
      .selectFrom('emergency_access')
      .select('id')
      .where('verdict', 'is', null)
      .where('overdue_told_at', 'is', null)
      .where('taken_at', '<=', before)
      .orderBy('taken_at')
      .limit(mostAtOnce)
      .forUpdate()
      .skipLocked()
    const rows = await trx
      .updateTable('emergency_access')
      .set({ overdue_told_at: deps.clock.now() })
      .where('id', 'in', late)
      .returning(['id', 'organisation_id', 'account_id', 'service_id', 'person_id'])
      .execute()
    await notify(
      deps,
      trx,
      rows.map((row) =>
        notice(emergencyNotices['emergency.overdue'], {
          toAdministratorsOf: { organisationId: row.organisation_id, chiefsOnly: true },
          organisationId: row.organisation_id,
          subjectAccountId: row.account_id,
          serviceId: row.service_id,
          path: reviewPath(row.id),
          exceptPersonId: row.person_id,
        }),
      ),
    )
  })
}
