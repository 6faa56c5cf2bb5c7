/**
 * Tells of organisations that lose their last chief administrator by a date or from outside, where nobody could be stopped.
 * It decides nothing: whether there is one is asked of the dates, here and everywhere else.
 */
import { recordEvents } from '../../audit/record-events.ts'
import type { Job } from '../../base/run-jobs.ts'
import { notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Db } from '../../storage/database.ts'
import { adminPaths } from '../admin/admin-paths.ts'
import { managementPaths } from '../management/management-paths.ts'
import { accessNotices } from '../telling/access-notices.ts'
import { findToWarn, findUnwarned, forgetWarnings, noteWarning, type Orphan } from './orphans.store.ts'

export type WarnOrphansDeps = NotifyDeps & { db: Db }

/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostAtOnce = 100

export function warnOrphansJob(deps: WarnOrphansDeps): Job {
  return { name: 'warn-orphans', everySeconds: 600, run: () => warnOrphans(deps) }
}

export async function warnOrphans(deps: WarnOrphansDeps): Promise<void> {
  await forgetWarnings(deps.db, deps.clock.now())
  for (const orphan of await findUnwarned(deps.db, deps.clock.now(), mostAtOnce)) await warn(deps, orphan)
}

async function warn(deps: WarnOrphansDeps, orphan: Orphan): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction().execute(async (trx) => {
    if (!(await noteWarning(trx, orphan, now))) return
    const people = await findToWarn(trx, orphan.id, now)
    const { id: organisationId, endsAt } = orphan
    const theirs = { toPersonIds: people, organisationId }
    const ofTheDesk = notice(accessNotices['organisation.lost-chief'], {
      toStaff: 'service-desk',
      organisationId,
      path: managementPaths.orphans,
    })
    await notify(
      deps,
      trx,
      endsAt
        ? [
            notice(accessNotices['organisation.chief-ending'], {
              ...theirs,
              path: adminPaths.administrators,
              facts: { last: new Date(endsAt.getTime() - 1) },
            }),
          ]
        : [notice(accessNotices['organisation.without-chief'], { ...theirs, path: adminPaths.home }), ofTheDesk],
    )
    await recordEvents(deps, trx, [
      {
        action: endsAt ? 'organisation.chief-ending' : 'organisation.without-chief',
        outcome: 'success',
        actor: { kind: 'system' },
        organisationId,
        object: { kind: 'organisation', id: organisationId },
        details: { endsAt, warned: people.length },
      },
    ])
  })
}
