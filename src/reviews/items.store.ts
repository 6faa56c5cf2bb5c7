/** The roles of a review, as reviewers see them: within their limits, never their own, what stands out before the rest. */
import { type RawBuilder, sql } from 'kysely'
import type { OrganisationCapacity } from '../access/capacities/capacity.ts'
import { type Cursor, rowsPerPage } from '../base/cursor.ts'
import type { WeeklyHours } from '../base/weekly-hours.ts'
import type { Trx } from '../storage/database.ts'
import { type LongList, type Page, readPage } from '../storage/keyset.ts'
import { terms } from './freeze.store.ts'
import type { Reason } from './review.ts'
import type { Decision } from './review-state.ts'

/** Who looks, and whose roles a security officer answers for: those of the only chief administrator. */
export interface Reviewer {
  acting: OrganisationCapacity
  personId: string
  chiefs: readonly string[]
}

export interface ReviewItem {
  /** Of the assignment. */
  id: string
  accountId: string
  name: string
  unitName: string | null
  serviceDa: string
  serviceEn: string
  roleDa: string
  roleEn: string
  scopes: Readonly<Record<string, readonly string[]>>
  validFrom: Date
  validUntil: Date | null
  /** The hours of the week it holds in; null: always. */
  hours: readonly WeeklyHours[] | null
  reasons: Reason[]
  /** Somebody has changed it since the list was frozen. */
  changedSince: boolean
  lastUsedAt: Date | null
  withdrawnAt: Date | null
  decision: Decision | null
  decidedAt: Date | null
  decidedBy: string | null
}

export interface ReviewCounts {
  /** Of the whole review. */
  total: number
  waiting: number
  /** Of those that wait: for this reviewer to answer, by whether they stand out. */
  unusual: number
  rest: number
}

/** Of one review: an assignment is on the lists of many. */
const from = (
  reviewId: string,
) => sql`(select * from review_item where review_id = ${reviewId}) item join account on account.id = item.account_id
  left join role_assignment held on held.id = item.assignment_id`

/** Of `item` and `account`. */
export function within({ acting, personId, chiefs }: Reviewer): RawBuilder<boolean> {
  // An account may have turned out to be somebody's since the list was frozen.
  const another = sql<boolean>`(item.person_id <> ${personId}::uuid and account.person_id <> ${personId}::uuid)`
  const { unitIds, serviceIds } = acting.limits
  const list = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`
  switch (acting.kind) {
    case 'chief-administrator':
      return another
    case 'administrator':
      return sql<boolean>`(${another} and ${unitIds ? sql`account.unit_id = any(${list(unitIds)})` : sql`true`}
        and ${serviceIds ? sql`item.service_id = any(${list(serviceIds)})` : sql`true`})`
    case 'security-officer':
      return chiefs.length === 1
        ? sql<boolean>`(${another} and item.person_id = any(${list(chiefs)}))`
        : sql<boolean>`false`
    default:
      return sql<boolean>`false`
  }
}

/** Of `item` and `held`: somebody must answer. What was taken back meanwhile needs no answer. */
export const isWaiting = sql<boolean>`(item.decision is null and held.id is not null and held.withdrawn_at is null)`
export const isRest = sql<boolean>`(item.reasons = '{}' and item.frozen = ${terms('held')})`

/** Every role of the review, looked at once: `mine` waits for this reviewer. */
function looked(reviewId: string, reviewer: Reviewer) {
  return sql`select item.assignment_id as id, account.name_key, ${isWaiting} as waiting,
      (${isWaiting} and ${within(reviewer)}) as mine, ${isRest} is true as rest from ${from(reviewId)}`
}

const counted = sql`count(*)::integer as total, (count(*) filter (where waiting))::integer as waiting,
  (count(*) filter (where mine and not rest))::integer as unusual, (count(*) filter (where mine and rest))::integer as rest`

export async function countItems(trx: Trx, reviewId: string, reviewer: Reviewer): Promise<ReviewCounts> {
  const { rows } = await sql<ReviewCounts>`
    with looked as (${looked(reviewId, reviewer)}) select ${counted} from looked`.execute(trx)
  return rows[0] ?? { total: 0, waiting: 0, unusual: 0, rest: 0 }
}

export interface ToAnswer {
  counts: ReviewCounts
  /** The first of what stands out, and of what does not, by name. */
  unusual: ReviewItem[]
  rest: ReviewItem[]
}

/** What the page of a review shows, from one look at every role. */
export async function findToAnswer(trx: Trx, reviewId: string, reviewer: Reviewer): Promise<ToAnswer> {
  const first = (which: RawBuilder<unknown>) =>
    sql`array(select id::text from looked where mine and ${which} order by name_key, id limit ${rowsPerPage})`
  const { rows: found } = await sql<ReviewCounts & { unusualIds: string[]; restIds: string[] }>`
    with looked as materialized (${looked(reviewId, reviewer)})
    select ${counted}, ${first(sql`not rest`)} as "unusualIds", ${first(sql`rest`)} as "restIds" from looked`.execute(
    trx,
  )
  const { unusualIds = [], restIds = [], ...counts } = found[0] ?? { total: 0, waiting: 0, unusual: 0, rest: 0 }
  const { rows } = await sql<ReviewItem>`
    select item.assignment_id as id, ${shown} from review_item item ${names}
    where item.review_id = ${reviewId} and item.assignment_id = any(${[...unusualIds, ...restIds]}::uuid[])
    order by account.name_key, item.assignment_id`.execute(trx)
  const unusual = new Set(unusualIds)
  return {
    counts,
    unusual: rows.filter(({ id }) => unusual.has(id)),
    rest: rows.filter(({ id }) => !unusual.has(id)),
  }
}

/** Those of a review that fill a list of their own. */
export type ItemFilter = 'rest' | 'answered'

export function listItems(
  trx: Trx,
  reviewId: string,
  reviewer: Reviewer,
  { filter, cursor }: { filter: ItemFilter; cursor: Cursor | null },
): Promise<Page<ReviewItem>> {
  const which = {
    rest: sql`${isWaiting} and ${isRest}`,
    answered: sql`${isWaiting} is not true`,
  }[filter]
  const list: LongList = {
    from: from(reviewId),
    where: sql<boolean>`${within(reviewer)} and ${which}`,
    id: sql`item.assignment_id`,
    order: [sql`account.name_key`, sql`item.assignment_id`],
    rows: sql`select item.assignment_id as id, ${shown} from page
      join review_item item on item.review_id = ${reviewId} and item.assignment_id = page.id ${names}`,
    countTo: null,
    searched: true,
  }
  return readPage<ReviewItem>(trx, list, cursor)
}

/** All of a review, by name: for its report. */
export async function listAllItems(trx: Trx, reviewId: string): Promise<ReviewItem[]> {
  const { rows } = await sql<ReviewItem>`select item.assignment_id as id, ${shown} from review_item item ${names}
    where item.review_id = ${reviewId} order by account.name_key, item.assignment_id`.execute(trx)
  return rows
}

/** What somebody has today; of what is not there any more, what was frozen. */
const names = sql`join account on account.id = item.account_id join person on person.id = account.person_id
  left join unit on unit.id = account.unit_id
  join service on service.id = item.service_id join role on role.id = item.role_id
  left join role_assignment held on held.id = item.assignment_id
  left join person decider on decider.id = item.decided_by
  left join account_service_use used on used.account_id = item.account_id and used.service_id = item.service_id`

const shown = sql`item.account_id as "accountId", person.name, unit.name as "unitName", service.name_da as "serviceDa",
  service.name_en as "serviceEn", role.name_da as "roleDa", role.name_en as "roleEn",
  coalesce(held.scopes, item.frozen->'scopes') as scopes,
  coalesce(held.valid_from, to_timestamp((item.frozen->>'from')::double precision)) as "validFrom",
  case when held.id is not null then held.valid_until else to_timestamp((item.frozen->>'until')::double precision) end as "validUntil",
  case when held.id is not null then held.hours else item.frozen->'hours' end as hours,
  item.reasons, item.decision is null and held.id is not null and item.frozen <> ${terms('held')} as "changedSince",
  used.last_used_at as "lastUsedAt", coalesce(held.withdrawn_at, case when held.id is null then to_timestamp(0) end) as "withdrawnAt", item.decision, item.decided_at as "decidedAt",
  decider.name as "decidedBy"`
