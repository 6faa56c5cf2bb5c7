/**
 * Tells of what dates have brought: that answers are missing, that silence has stopped a role, that it has removed one. It decides
 * nothing, since the rows say when; a few hundred at a time, each with its event and its notice, so it may die anywhere.
 */
import { sql } from 'kysely'
import { minePaths } from '../access/mine/mine-paths.ts'
import { recordAndTell } from '../access/telling/record-and-tell.ts'
import type { AuditEvent } from '../audit/audit-event.ts'
import { recordEvents } from '../audit/record-events.ts'
import { type Notice, notice } from '../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../notices/notify.ts'
import type { Db, Trx } from '../storage/database.ts'
import { inOrganisation } from '../storage/in-organisation.ts'
import { isWaiting } from './items.store.ts'
import { daysAfter } from './review.ts'
import { reviewNotices } from './review-notices.ts'
import { toReviewers } from './reviewer-notices.ts'
import { reviewPath } from './reviews-paths.ts'

export type ReviewJobDeps = NotifyDeps & { db: Db }

const remindDays = 7
const atOnce = 500
const mostReviews = 200

export async function tellOfReviews(deps: ReviewJobDeps): Promise<void> {
  const now = deps.clock.now()
  const { rows } = await sql<{ id: string; organisationId: string; step: keyof typeof steps }>`
    select id, organisation_id as "organisationId", case
        when removes_at <= ${now} and removal_told_at is null then 'removed'
        when deadline <= ${now} and stop_told_at is null then 'stopped'
        else 'reminded' end as step
    from review where (deadline <= ${now} and stop_told_at is null) or (removes_at <= ${now} and removal_told_at is null)
      or (reminded_at is null and stop_told_at is null and deadline <= ${daysAfter(now, remindDays)})
    order by deadline limit ${mostReviews}`.execute(deps.db)
  for (const { id, organisationId, step } of rows) {
    const work = (trx: Trx) => steps[step](deps, trx, { id, organisationId })
    while (await inOrganisation(deps.db, organisationId, work));
  }
}

interface Told {
  id: string
  organisationId: string
}

/** Each says whether there may be more to do. */
const steps = { reminded: remind, stopped: tellStopped, removed: writeRemoved }

async function remind(deps: NotifyDeps, trx: Trx, { id, organisationId }: Told): Promise<boolean> {
  const now = deps.clock.now()
  const { rows } = await sql<{ deadline: Date; count: number }>`
    update review set reminded_at = ${now} where id = ${id} and reminded_at is null
    returning deadline, (select count(*)::integer from review_item item left join role_assignment held on held.id = item.assignment_id
      where item.review_id = ${id} and ${isWaiting}) as count`.execute(trx)
  const [review] = rows
  if (!review || review.count === 0) return false
  const about = { organisationId, path: reviewPath(id), facts: review, once: `review ${id} reminder` }
  const to = await toReviewers(trx, { id, organisationId }, now)
  await notify(
    deps,
    trx,
    to.map((some) => notice(reviewNotices['review.reminder'], { ...some, ...about })),
  )
  return false
}

interface Item {
  assignmentId: string
  accountId: string
  serviceId: string
  roleId: string
}

async function tellStopped(deps: NotifyDeps, trx: Trx, told: Told): Promise<boolean> {
  const { id, organisationId } = told
  const now = deps.clock.now()
  const items = await holdSome(trx, id, sql`item.stop_told_at is null and held.unanswered_from <= ${now}`)
  await sql`update review_item set stop_told_at = ${now}
    where review_id = ${id} and assignment_id = any(${items.map(({ assignmentId }) => assignmentId)}::uuid[])`.execute(
    trx,
  )
  await recordEvents(deps, trx, items.map(eventOf(told, 'review.stopped')))
  await notify(deps, trx, [...stoppedNotices(items, organisationId), ...(await unansweredNotices(trx, told, now))])
  if (items.length === atOnce) return true
  await sql`update review set stop_told_at = ${now} where id = ${id} and stop_told_at is null`.execute(trx)
  return false
}

/** One for each account and service. */
function stoppedNotices(items: readonly Item[], organisationId: string): Notice[] {
  const groups = Map.groupBy(items, ({ accountId, serviceId }) => `${accountId} ${serviceId}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { accountId, serviceId } = first
    const roleIds = group.map(({ roleId }) => roleId)
    const about = { organisationId, subjectAccountId: accountId, serviceId, roleIds, path: minePaths.home }
    return [notice(reviewNotices['role.stopped'], { toAccountIds: [accountId], ...about })]
  })
}

async function unansweredNotices(trx: Trx, { id, organisationId }: Told, now: Date): Promise<Notice[]> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from review_item item join role_assignment held on held.id = item.assignment_id
    where item.review_id = ${id} and ${isWaiting} and held.unanswered_from is not null`.execute(trx)
  const count = rows[0]?.count ?? 0
  if (count === 0) return []
  const about = { organisationId, path: reviewPath(id), facts: { count }, once: `review ${id} unanswered` }
  const to = await toReviewers(trx, { id, organisationId }, now)
  return to.map((some) => notice(reviewNotices['review.unanswered'], { ...some, ...about }))
}

/** The right had stopped at the deadline; now the row says as well that it is taken back. */
async function writeRemoved(deps: NotifyDeps, trx: Trx, told: Told): Promise<boolean> {
  const { id } = told
  const now = deps.clock.now()
  const items = await holdSome(trx, id, sql`held.unanswered_from is not null`)
  const ids = items.map(({ assignmentId }) => assignmentId)
  await sql`update role_assignment set withdrawn_at = ${now} where id = any(${ids}::uuid[])`.execute(trx)
  await sql`update review_item set decision = 'lapsed', decided_at = ${now}
    where review_id = ${id} and assignment_id = any(${ids}::uuid[])`.execute(trx)
  await recordAndTell(deps, trx, items.map(eventOf(told, 'role-assignment.withdrawn')))
  if (items.length === atOnce) return true
  await sql`update review set removal_told_at = ${now}, stop_told_at = coalesce(stop_told_at, ${now})
    where id = ${id}`.execute(trx)
  return false
}

/** In the order that answers hold them in; both rows, so that what another process has told of meanwhile is not among them. */
async function holdSome(trx: Trx, reviewId: string, which: ReturnType<typeof sql>): Promise<Item[]> {
  const found = sql`from review_item item join role_assignment held on held.id = item.assignment_id
    where item.review_id = ${reviewId} and ${isWaiting} and ${which}`
  const { rows } = await sql<Item>`
    select item.assignment_id as "assignmentId", item.account_id as "accountId", item.service_id as "serviceId",
      item.role_id as "roleId" ${found} order by item.assignment_id limit ${atOnce} for no key update of held, item`.execute(
    trx,
  )
  return rows
}

const eventOf =
  ({ id, organisationId }: Told, action: string) =>
  ({ assignmentId, accountId, roleId }: Item): AuditEvent => ({
    action,
    outcome: 'success',
    actor: { kind: 'system' },
    organisationId,
    object: { kind: 'role-assignment', id: assignmentId },
    correlationId: id,
    details: { account: accountId, role: roleId },
  })
