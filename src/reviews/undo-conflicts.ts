/** What was removed does not come back beside a role given since that it does not go with. */
import { sql } from 'kysely'
import { findConflicts, lockPeople, type WantedRole } from '../access/conflicts/find-conflicts.ts'
import type { Trx } from '../storage/database.ts'

/** People before their roles, as whoever gives a role holds them. */
export async function lockPeopleOf(trx: Trx, reviewId: string, assignmentIds: readonly string[]): Promise<void> {
  if (assignmentIds.length === 0) return
  const { rows } = await sql<{ accountId: string }>`select distinct account_id as "accountId" from review_item
    where review_id = ${reviewId} and assignment_id = any(${[...assignmentIds]}::uuid[])`.execute(trx)
  await lockPeople(
    trx,
    rows.map(({ accountId }) => accountId),
  )
}

/** Those that stay removed, though they could be given back as far as the review has a say. */
export async function findThoseInConflict<Item extends WantedRole>(
  trx: Trx,
  restored: readonly Item[],
  now: Date,
): Promise<ReadonlySet<WantedRole>> {
  if (restored.length === 0) return new Set()
  const conflicts = await findConflicts(trx, { wanted: restored, now })
  return new Set(conflicts.map(({ wanted }) => wanted))
}
