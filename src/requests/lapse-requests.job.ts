/** Tells who asked that nobody answered, and lets go of accounts that were only asked for. It decides nothing: the dates do. */
import type { Job } from '../base/run-jobs.ts'
import type { NotifyDeps } from '../notices/notify.ts'
import type { Db } from '../storage/database.ts'
import { endRequestedAccount } from './end-requested-account.ts'
import { findLapsed, lapseRequest } from './lapse-requests.ts'

export type LapseRequestsDeps = NotifyDeps & { db: Db }

/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostAtOnce = 100

export function lapseRequestsJob(deps: LapseRequestsDeps): Job {
  return { name: 'lapse-requests', everySeconds: 600, run: () => lapseRequests(deps) }
}

export async function lapseRequests(deps: LapseRequestsDeps): Promise<void> {
  const now = deps.clock.now()
  for (const id of await findLapsed(deps.db, { accountId: null, now, limit: mostAtOnce }))
    await deps.db.transaction().execute(async (trx) => {
      const request = await lapseRequest(deps, trx, id)
      if (request) await endRequestedAccount(deps, trx, request, { by: null, source: undefined })
    })
}
