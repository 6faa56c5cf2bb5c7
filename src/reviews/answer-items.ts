/**
 * Answers for roles of a review. What is removed is removed in the transaction of the answer. The rows are held in one order, so
 * of two who answer in the same second one is second, and is told so; nothing happens twice.
 */
import { sql } from 'kysely'
import type { Actor } from '../access/admin/actor.ts'
import { may } from '../access/may.ts'
import { recordAndTell } from '../access/telling/record-and-tell.ts'
import type { AuditEvent } from '../audit/audit-event.ts'
import type { WeeklyHours } from '../base/weekly-hours.ts'
import type { NotifyDeps } from '../notices/notify.ts'
import type { Trx } from '../storage/database.ts'
import { findChiefs, terms } from './freeze.store.ts'
import { isRest, isWaiting, within } from './items.store.ts'
import type { Review } from './review.ts'
import { type Answer, answerTo, type ItemState, type Outcome } from './review-state.ts'
import { findThoseInConflict, lockPeopleOf } from './undo-conflicts.ts'

export interface ItemAnswer {
  assignmentId: string
  answer: Answer
}

interface Held {
  assignmentId: string
  accountId: string
  roleId: string
  serviceId: string
  unitId: string | null
  personId: string
  decision: ItemState['decision']
  decidedAt: Date | null
  withdrawnAt: Date | null
  reasons: ItemState['reasons']
  gone: boolean
  /** When it holds; of one that is gone, at no time. */
  validFrom: Date
  validUntil: Date | null
  hours: WeeklyHours[] | null
  /** When silence stopped it; null: it has not. */
  stoppedAt: Date | null
}

/** `conflict`: it would have effect again beside a role that it does not go with. */
type Came = Outcome['outcome'] | 'conflict'

export type Answers = Record<Came, number>

const none: Answers = { kept: 0, removed: 0, restored: 0, already: 0, gone: 0, 'too-late': 0, conflict: 0 }

/** What is not among the roles that the actor answers for is passed over: nobody can tell whether it is there. */
export async function answerItems(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  review: Review,
  answers: readonly ItemAnswer[],
): Promise<Answers> {
  const now = deps.clock.now()
  const reviewer = { acting: actor.acting, personId: actor.personId, chiefs: await findChiefs(trx, now) }
  const wanted = new Map(answers.map(({ assignmentId, answer }) => [assignmentId, answer]))
  const { items } = await holdItems(
    trx,
    review,
    sql`item.assignment_id = any(${[...wanted.keys()]}::uuid[]) and ${within(reviewer)}`,
    { now, comeBack: review.deadline <= now || answers.some(({ answer }) => answer === 'undo') },
  )
  const answered = items.flatMap((item) => {
    const answer = wanted.get(item.assignmentId)
    if (!answer || !mayAnswer(actor, item)) return []
    const withdrawnAt = item.gone ? 'gone' : item.withdrawnAt
    const { outcome } = answerTo({ ...review, ...item, withdrawnAt }, answer, now)
    return [{ item, outcome }]
  })
  const comeBack = answered.flatMap(({ item, outcome }) =>
    outcome === 'restored' || (outcome === 'kept' && item.stoppedAt) ? [item] : [],
  )
  const inConflict = await findThoseInConflict(trx, comeBack, now)
  const decided = answered.map(({ item, outcome }): { item: Held; outcome: Came } =>
    inConflict.has(item) ? { item, outcome: 'conflict' } : { item, outcome },
  )
  const of = (outcome: Came) => decided.filter((one) => one.outcome === outcome).map(({ item }) => item)
  await write(deps, trx, actor, review, { kept: of('kept'), removed: of('removed'), restored: of('restored') })
  const counts = { ...none }
  for (const { outcome } of decided) counts[outcome] += 1
  return counts
}

/** Where to look in the list, in the order of ids. */
export interface Piece {
  /** Null: from the beginning. */
  after: string | null
  atMost: number
}

export interface KeptOfRest {
  kept: number
  /** The last that was looked at; null where there is nothing after it. */
  next: string | null
}

/** Keeps the next of those that do not stand out. Each is looked at once, so it comes to an end whatever others do meanwhile. */
export async function keepSomeOfRest(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  review: Review,
  { after, atMost }: Piece,
): Promise<KeptOfRest> {
  const now = deps.clock.now()
  if (review.removesAt && review.removesAt <= now) return { kept: 0, next: null }
  const reviewer = { acting: actor.acting, personId: actor.personId, chiefs: await findChiefs(trx, now) }
  const further = after === null ? sql`true` : sql`item.assignment_id > ${after}`
  const { items, last } = await holdItems(
    trx,
    review,
    sql`${further} and ${isWaiting} and ${isRest} and ${within(reviewer)}`,
    { now, atMost, comeBack: review.deadline <= now },
  )
  const answered = items.filter((item) => mayAnswer(actor, item))
  const inConflict = await findThoseInConflict(
    trx,
    answered.filter(({ stoppedAt }) => stoppedAt),
    now,
  )
  const kept = answered.filter((item) => !inConflict.has(item))
  await write(deps, trx, actor, review, { kept, removed: [], restored: [] })
  return { kept: kept.length, next: last }
}

/** A role under review that somebody has just changed is answered by it, where they are one who may answer: which review's it was. */
export async function answerByChange(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  assignmentId: string,
): Promise<string | null> {
  const now = deps.clock.now()
  const reviewer = { acting: actor.acting, personId: actor.personId, chiefs: await findChiefs(trx, now) }
  const { rows } = await sql<{ reviewId: string; accountId: string; roleId: string }>`
    select review.id as "reviewId", item.account_id as "accountId", item.role_id as "roleId" from review_item item
    join review on review.id = item.review_id join account on account.id = item.account_id
    join role_assignment held on held.id = item.assignment_id
    where item.assignment_id = ${assignmentId} and ${isWaiting} and ${within(reviewer)}
      and (review.removes_at is null or review.removes_at > ${now})
    for no key update of item`.execute(trx)
  const [open] = rows
  if (!open) return null
  const { reviewId, accountId, roleId } = open
  await mark(trx, reviewId, [assignmentId], { decision: 'changed', by: actor.personId, now })
  await recordAndTell(deps, trx, [
    {
      ...eventBase(actor, reviewId),
      action: 'review.changed',
      object: { kind: 'role-assignment', id: assignmentId },
      details: { account: accountId, role: roleId },
    },
  ])
  return reviewId
}

function mayAnswer({ acting, personId }: Actor, item: Held): boolean {
  const subject = { organisationId: acting.organisation.id, unitId: item.unitId, serviceId: item.serviceId }
  return item.personId !== personId && may(acting, 'review-access', { ...subject, accountId: item.accountId })
}

interface Holding {
  now: Date
  atMost?: number
  /** Some may come to have effect again, so their people are held first. */
  comeBack: boolean
}

/** `last`: where there may be more than `atMost`, the one they stop at. */
async function holdItems(
  trx: Trx,
  review: Review,
  which: ReturnType<typeof sql>,
  { now, atMost = 10_000, comeBack }: Holding,
): Promise<{ items: Held[]; last: string | null }> {
  const where = sql`item.review_id = ${review.id} and ${which}`
  const { rows: found } = await sql<{ id: string }>`
    select item.assignment_id as id from review_item item join account on account.id = item.account_id
    left join role_assignment held on held.id = item.assignment_id
    where ${where} order by item.assignment_id limit ${atMost}`.execute(trx)
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return { items: [], last: null }
  if (comeBack) await lockPeopleOf(trx, review.id, ids)
  // First the assignments, as a form that changes one does; then the answers.
  await sql`select id from role_assignment where id = any(${ids}::uuid[]) order by id for no key update`.execute(trx)
  await sql`select item.assignment_id from review_item item
    where item.assignment_id = any(${ids}::uuid[]) order by item.assignment_id, item.review_id for no key update`.execute(
    trx,
  )
  const { rows } = await sql<Held>`
    select item.assignment_id as "assignmentId", item.account_id as "accountId", item.role_id as "roleId",
      item.service_id as "serviceId", account.unit_id as "unitId", item.person_id as "personId", item.decision,
      item.decided_at as "decidedAt", held.withdrawn_at as "withdrawnAt", item.reasons, held.id is null as gone,
      coalesce(held.valid_from, to_timestamp(0)) as "validFrom", held.valid_until as "validUntil", held.hours,
      case when held.unanswered_from <= ${now} then held.unanswered_from end as "stoppedAt"
    from review_item item join account on account.id = item.account_id
    left join role_assignment held on held.id = item.assignment_id
    where ${where} and item.assignment_id = any(${ids}::uuid[]) order by item.assignment_id`.execute(trx)
  return { items: rows, last: ids.length === atMost ? (ids.at(-1) ?? null) : null }
}

async function write(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  review: Review,
  { kept, removed, restored }: { kept: Held[]; removed: Held[]; restored: Held[] },
): Promise<void> {
  const now = deps.clock.now()
  const ids = (items: readonly Held[]) => items.map(({ assignmentId }) => assignmentId)
  const held = ids([...kept, ...restored])
  if (held.length > 0)
    await sql`update role_assignment set unanswered_from = null, withdrawn_at = null
      where id = any(${held}::uuid[])`.execute(trx)
  if (removed.length > 0)
    await sql`update role_assignment set withdrawn_at = ${now}, unanswered_from = null
      where id = any(${ids(removed)}::uuid[])`.execute(trx)
  await mark(trx, review.id, held, { decision: 'kept', by: actor.personId, now })
  await mark(trx, review.id, ids(removed), { decision: 'removed', by: actor.personId, now })
  const event =
    (action: string) =>
    ({ assignmentId, accountId, roleId }: Held): AuditEvent => ({
      ...eventBase(actor, review.id),
      action,
      object: { kind: 'role-assignment', id: assignmentId },
      details: { account: accountId, role: roleId, reason: review.name },
    })
  await recordAndTell(deps, trx, [
    ...kept.map(event('review.kept')),
    ...removed.map(event('role-assignment.withdrawn')),
    ...restored.map(event('role-assignment.restored')),
  ])
}

function eventBase({ personId, acting, source }: Actor, reviewId: string) {
  return {
    outcome: 'success',
    actor: { kind: 'person', id: personId },
    organisationId: acting.organisation.id,
    source,
    correlationId: reviewId,
  } as const
}

async function mark(
  trx: Trx,
  reviewId: string,
  assignmentIds: readonly string[],
  { decision, by, now }: { decision: 'kept' | 'changed' | 'removed'; by: string; now: Date },
): Promise<void> {
  if (assignmentIds.length === 0) return
  await sql`update review_item item set decision = ${decision}, decided_by = ${by}, decided_at = ${now}, answered = ${terms('held')}
    from role_assignment held where item.review_id = ${reviewId} and item.assignment_id = any(${[...assignmentIds]}::uuid[])
      and held.id = item.assignment_id`.execute(trx)
  if (decision === 'changed')
    await sql`update role_assignment set unanswered_from = null where id = any(${[...assignmentIds]}::uuid[])`.execute(
      trx,
    )
}
