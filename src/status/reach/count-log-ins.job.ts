/** Counts each hour's log-ins when it is over, and forgets those that nobody asks about any more. */
import type { Clock } from '../../base/clock.ts'
import type { Job } from '../../base/run-jobs.ts'
import type { Db } from '../../storage/database.ts'
import { countHour, lastCounted, removeHours } from './log-in-hours.store.ts'
import { hour, lookBackHours } from './reach.ts'

/** A log-in is in the audit soon after it happened. */
const settledAfter = 60_000
/** A SEB that is new, or was down for long, catches up a day at a time. */
const mostAtOnce = 24

export function countLogInsJob(deps: { db: Db; clock: Clock }): Job {
  return { name: 'count-log-ins', everySeconds: 60, run: () => countLogIns(deps) }
}

export async function countLogIns({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  const now = clock.now().getTime()
  const thisHour = Math.floor((now - settledAfter) / hour) * hour
  const last = await lastCounted(db)
  const oldest = thisHour - lookBackHours * hour
  const first = Math.max(oldest, last ? last.getTime() + hour : oldest)
  if (first >= thisHour) return
  for (let begins = first, step = 0; begins < thisHour && step < mostAtOnce; begins += hour, step += 1)
    await countHour(db, new Date(begins), new Date(begins + hour))
  await removeHours(db, new Date(oldest))
}
