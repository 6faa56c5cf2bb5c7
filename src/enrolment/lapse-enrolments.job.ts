/** Brings enrolments to where they have been since their time ran out. It decides nothing: `enrolmentStateNow` says it all along. */
import type { Job } from '../base/run-jobs.ts'
import type { Db } from '../storage/database.ts'
import { findLapsedEnrolments, lockEnrolment } from './enrolments.store.ts'
import { type MoveDeps, move } from './move-enrolment.ts'

export type LapseEnrolmentsDeps = MoveDeps & { db: Db }

/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostAtOnce = 100

export function lapseEnrolmentsJob(deps: LapseEnrolmentsDeps): Job {
  return { name: 'lapse-enrolments', everySeconds: 600, run: () => lapseEnrolments(deps) }
}

export async function lapseEnrolments(deps: LapseEnrolmentsDeps): Promise<void> {
  const now = deps.clock.now()
  for (const id of await findLapsedEnrolments(deps.db, now, mostAtOnce))
    await deps.db.transaction().execute(async (trx) => {
      const enrolment = await lockEnrolment(trx, id, now)
      if (enrolment) await move(deps, trx, enrolment, 'expire', { kind: 'nobody' })
    })
}
