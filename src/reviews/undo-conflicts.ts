/** What was removed, or stopped by silence, does not come back beside a role given since that it does not go with. */
import { sql } from 'kysely'
import { type Conflict, findConflicts, lockPeople, type WantedRole } from '../access/conflicts/find-conflicts.ts'
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

/** A role that would have effect again. */
export interface ComingBack extends WantedRole {
  /** When silence stopped it; what stood beside it then may do so again. Null: it was removed. */
  stoppedAt: Date | null
}

/** Those that stay as they are, though they could be given back as far as the review has a say. */
export async function findThoseInConflict<Item extends ComingBack>(
  trx: Trx,
  items: readonly Item[],
  now: Date,
): Promise<ReadonlySet<Item>> {
  if (items.length === 0) return new Set()
  const conflicts = await findConflicts(trx, { wanted: items, now })
  const givenAt = await findGiven(trx, conflicts)
  const isSince = (assignmentId: string | null, { stoppedAt }: Item) =>
    !stoppedAt || (assignmentId !== null && (givenAt.get(assignmentId) ?? stoppedAt) > stoppedAt)
  return new Set(
    items.filter((item) =>
      conflicts.some((one) => one.wanted === item && one.with.some(({ assignmentId }) => isSince(assignmentId, item))),
    ),
  )
}

async function findGiven(trx: Trx, conflicts: readonly Conflict[]): Promise<Map<string, Date>> {
  const ids = conflicts.flatMap((one) => one.with.flatMap(({ assignmentId }) => assignmentId ?? []))
  if (ids.length === 0) return new Map()
  const rows = await trx.selectFrom('role_assignment').select(['id', 'given_at']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, given_at }) => [id, given_at]))
}
