/** The reviews of an organisation, as they are kept. */
import { type Selectable, sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import type { ReviewTable } from '../storage/schema.ts'
import { isWaiting, type Reviewer, within } from './items.store.ts'
import type { Review } from './review.ts'

type Row = Selectable<ReviewTable> & { started_by_name: string | null }

function reviewOf(row: Row): Review {
  return {
    id: row.id,
    name: row.name,
    unitIds: row.unit_ids,
    serviceIds: row.service_ids,
    onlySensitive: row.only_sensitive,
    deadline: row.deadline,
    silence: row.silence,
    removesAt: row.removes_at,
    origin: row.origin,
    startedAt: row.started_at,
    startedBy: row.started_by_name,
  }
}

/** Null for what is not of the organisation as for what is not there. */
export async function findReview(trx: Trx, id: string): Promise<Review | null> {
  const row = await trx
    .selectFrom('review')
    .leftJoin('person', 'person.id', 'review.started_by')
    .selectAll('review')
    .select('person.name as started_by_name')
    .where('review.id', '=', id)
    .executeTakeFirst()
  return row ? reviewOf(row) : null
}

export interface ListedReview extends Review {
  total: number
  waiting: number
  /** For whoever looks to answer. */
  mine: number
}

const reviewsShown = 50

/** The newest first. */
export async function listReviews(trx: Trx, reviewer: Reviewer | null): Promise<ListedReview[]> {
  const mine = reviewer ? sql`${isWaiting} and ${within(reviewer)}` : sql`false`
  const { rows } = await sql<Row & { total: number; waiting: number; mine: number }>`
    with shown as (select * from review where organisation_id = current_organisation()
      order by started_at desc, id desc limit ${reviewsShown}),
    counted as (
      select item.review_id, count(*)::integer as total, (count(*) filter (where ${isWaiting}))::integer as waiting,
        (count(*) filter (where ${mine}))::integer as mine
      from review_item item join account on account.id = item.account_id left join role_assignment held on held.id = item.assignment_id
      where item.review_id = any(array(select id from shown)) group by item.review_id)
    select shown.*, person.name as started_by_name, coalesce(total, 0) as total, coalesce(waiting, 0) as waiting,
      coalesce(mine, 0) as mine
    from shown left join counted on counted.review_id = shown.id left join person on person.id = shown.started_by
    order by shown.started_at desc, shown.id desc`.execute(trx)
  return rows.map(({ total, waiting, mine: ofMine, ...row }) => ({ ...reviewOf(row), total, waiting, mine: ofMine }))
}

export interface Due {
  /** How many roles wait for whoever looks. */
  count: number
  /** The one whose deadline comes first. */
  reviewId: string
  deadline: Date
}

/** Null: nothing waits for whoever looks. */
export async function findDue(trx: Trx, reviewer: Reviewer): Promise<Due | null> {
  const { rows } = await sql<Due & { all: number }>`
    select item.review_id as "reviewId", review.deadline, (sum(count(*)) over ())::integer as count
    from review_item item join review on review.id = item.review_id join account on account.id = item.account_id
    join role_assignment held on held.id = item.assignment_id
    where item.organisation_id = current_organisation() and ${isWaiting} and ${within(reviewer)}
    group by item.review_id, review.deadline order by review.deadline, item.review_id limit 1`.execute(trx)
  return rows[0] ?? null
}
