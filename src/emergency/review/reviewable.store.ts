/** Which emergency accesses an administrator may see and judge: within limits to units and services. */
import { sql } from 'kysely'
import type { OrganisationCapacity } from '../../access/capacities/capacity.ts'
import type { Cursor } from '../../base/cursor.ts'
import type { Trx } from '../../storage/database.ts'
import { type Page, readPage } from '../../storage/keyset.ts'
import { type ListedEmergency, listedOf, selectListed } from '../emergencies.store.ts'
import type { Emergency } from '../emergency.ts'

/** Null: not within reach, which is asked in the one query, so that nobody can tell it from what is not there. */
export async function findReviewable(
  trx: Trx,
  { limits }: OrganisationCapacity,
  id: string,
): Promise<ListedEmergency | null> {
  const row = await selectListed(trx).where('emergency_access.id', '=', id).where(within(limits)).executeTakeFirst()
  return row ? listedOf(row) : null
}

/** The same, held until the transaction ends. */
export async function lockReviewable(
  trx: Trx,
  { limits }: OrganisationCapacity,
  id: string,
): Promise<ListedEmergency | null> {
  const row = await selectListed(trx)
    .where('emergency_access.id', '=', id)
    .where(within(limits))
    .forUpdate('emergency_access')
    .executeTakeFirst()
  return row ? listedOf(row) : null
}

/** Waiting ones the oldest first, or those that are judged, the newest first. */
export async function listReviewable(
  trx: Trx,
  { limits }: OrganisationCapacity,
  waiting: boolean,
  cursor: Cursor | null,
): Promise<Page<ListedEmergency>> {
  const page = await readPage<{ id: string }>(
    trx,
    {
      from: sql`emergency_access join account on account.id = emergency_access.account_id`,
      where: sql<boolean>`${within(limits)} and (emergency_access.verdict is null) = ${waiting}::boolean`,
      id: sql`emergency_access.id`,
      order: [sql`emergency_access.taken_at`, sql`emergency_access.id`],
      descending: !waiting,
      rows: sql`select page.id from page`,
      countTo: null,
    },
    cursor,
  )
  const ids = page.rows.map(({ id }) => id)
  const rows = ids.length === 0 ? [] : await selectListed(trx).where('emergency_access.id', 'in', ids).execute()
  const found = new Map(rows.map((row) => [row.id, listedOf(row)]))
  return { ...page, rows: ids.flatMap((id) => found.get(id) ?? []) }
}

/** How often the same person, and anybody with the same role, has taken it lately. */
export async function countLately(
  trx: Trx,
  { personId, roleId }: Emergency,
  since: Date,
): Promise<{ person: number; role: number }> {
  const { rows } = await sql<{ person: number; role: number }>`
    select count(*) filter (where person_id = ${personId})::integer as person,
      count(*) filter (where role_id = ${roleId})::integer as role
    from emergency_access where taken_at > ${since}`.execute(trx)
  return rows[0] ?? { person: 0, role: 0 }
}

function within({ unitIds, serviceIds }: OrganisationCapacity['limits']) {
  return sql<boolean>`(${unitIds}::uuid[] is null or account.unit_id = any(${unitIds}::uuid[]))
    and (${serviceIds}::uuid[] is null or emergency_access.service_id = any(${serviceIds}::uuid[]))`
}
