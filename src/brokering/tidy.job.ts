/**
 * Removes rows that have served: messages that could no longer be replayed, sign-ins and sessions long over. Nothing is
 * decided here: every one of them was void by its own dates before. What happened stays in the audit.
 */
import { sql } from 'kysely'
import { removeOldBulkChanges, removeUnusedBulkChanges } from '../access/admin/bulk/bulk-jobs.store.ts'
import { removeOldEndingWarnings } from '../access/endings/endings.store.ts'
import { removeOldInvitations } from '../access/invitations/invitations.store.ts'
import type { Clock } from '../base/clock.ts'
import type { Job } from '../base/run-jobs.ts'
import { removeOldAttachments, removeOldCases } from '../desk/cases/forget-cases.store.ts'
import { removeOldMailsIn } from '../desk/mail-in/mails-in.store.ts'
import { forgetOldEnrolments } from '../enrolment/enrolments.store.ts'
import { removeOldPapers } from '../enrolment/papers/papers.store.ts'
import { removeOldMails } from '../mail/mails.store.ts'
import { removeOldDigests } from '../notices/digest.store.ts'
import { removeOldNotices } from '../notices/notices.store.ts'
import { removeOldSessions } from '../people/sessions.store.ts'
import { removeOldDrafts } from '../requests/asking/drafts.store.ts'
import { removeUnconfirmedSubscriptions } from '../status/subscribe/subscriptions.store.ts'
import type { Db, Trx } from '../storage/database.ts'
import { removeOldDirectoryChanges } from '../storage/revision-cache.ts'
import { removeOldMessages } from './consumed-messages.store.ts'
import { removeOldSignIns } from './sign-ins.store.ts'

export interface TidyDeps {
  db: Db
  clock: Clock
}

const hour = 3_600_000

/** What is removed, and how long after it expired: docs/operators/upkeep.md says so too. */
const rules = [
  { remove: removeOldMessages, keptFor: 0 },
  { remove: removeOldSignIns, keptFor: 24 * hour },
  { remove: removeOldSessions, keptFor: 30 * 24 * hour },
  { remove: removeOldDirectoryChanges, keptFor: hour },
  { remove: removeOldInvitations, keptFor: 90 * 24 * hour },
  { remove: removeOldDrafts, keptFor: 0 },
  { remove: removeOldMails, keptFor: 30 * 24 * hour },
  { remove: removeOldPapers, keptFor: 90 * 24 * hour },
  { remove: forgetOldEnrolments, keptFor: 90 * 24 * hour },
  { remove: removeOldMailsIn, keptFor: 90 * 24 * hour },
  // Mails in cases may hold anything; a signed paper is kept with its enrolment.
  { remove: removeOldAttachments, keptFor: 90 * 24 * hour },
  // The desk's statistics count the cases of the last 24 months.
  { remove: removeOldCases, keptFor: 800 * 24 * hour },
  { remove: removeOldEndingWarnings, keptFor: 30 * 24 * hour },
  { remove: removeOldNotices, keptFor: 400 * 24 * hour },
  { remove: removeOldDigests, keptFor: 7 * 24 * hour },
  { remove: removeUnconfirmedSubscriptions, keptFor: 7 * 24 * hour },
  { remove: removeUnusedBulkChanges, keptFor: 7 * 24 * hour },
  { remove: removeOldBulkChanges, keptFor: 90 * 24 * hour },
]

/** Few enough that nobody waits for the rows, also on the embedded engine's one connection. */
const rowsAtOnce = 500
/** A run ends soon, since a SEB that is told to stop waits for it. What is left is removed five minutes later. */
const mostSteps = 200
/** Any number will do, as long as every process uses the same. */
const lock = 7_316_505

export function tidyJob(deps: TidyDeps): Job {
  return { name: 'tidy', everySeconds: 300, run: () => tidy(deps) }
}

export async function tidy({ db, clock }: TidyDeps): Promise<void> {
  for (const { remove, keptFor } of rules) {
    const before = new Date(clock.now().getTime() - keptFor)
    for (let step = 0; step < mostSteps; step++) {
      if (!(await oneStep(db, (trx) => remove(trx, before, rowsAtOnce)))) break
    }
  }
}

/** Whether there may be more to remove. Where another process is tidying, it is left to that one. */
function oneStep(db: Db, remove: (trx: Trx) => Promise<number>): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sql.lit(lock)}) as mine`.execute(
      trx,
    )
    return rows[0]?.mine === true && (await remove(trx)) === rowsAtOnce
  })
}
