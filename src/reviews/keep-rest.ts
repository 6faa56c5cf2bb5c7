/**
 * "Keep the rest": the first of them at once, in the transaction of the form; where there are more, a job keeps them in pieces. Each
 * piece is a transaction that also says how far it has come, so a process may die anywhere and another goes on.
 */
import type { Actor } from '../access/admin/actor.ts'
import { findActing } from '../access/capacities/find-acting.ts'
import { may } from '../access/may.ts'
import type { NotifyDeps } from '../notices/notify.ts'
import type { Trx } from '../storage/database.ts'
import { inOrganisation } from '../storage/in-organisation.ts'
import { keepSomeOfRest } from './answer-items.ts'
import { findChiefs } from './freeze.store.ts'
import { countItems } from './items.store.ts'
import { findRest, insertRest, listUnderWay, lockRest, moveRest } from './rest.store.ts'
import type { Review } from './review.ts'
import { findReview } from './reviews.store.ts'
import type { ReviewJobDeps } from './tell-of-reviews.ts'

/** Few enough that others are served meanwhile on the embedded engine's one connection. */
const keptAtOnce = 500

/** How many were kept now; `more`: the job goes on. */
export async function keepRest(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  review: Review,
): Promise<{ kept: number; more: boolean }> {
  const now = deps.clock.now()
  const before = await findRest(trx, review.id, actor)
  if (before && !before.finished) return { kept: 0, more: true }
  const { kept, next } = await keepSomeOfRest(deps, trx, actor, review, { after: null, atMost: keptAtOnce })
  if (next === null) return { kept, more: false }
  const reviewer = { ...actor, chiefs: await findChiefs(trx, now) }
  const { rest: left } = await countItems(trx, review.id, reviewer)
  const id = deps.ids.uuid()
  await insertRest(trx, actor, { id, reviewId: review.id, wanted: kept + left, kept, lookedTo: next }, now)
  return { kept, more: true }
}

/** A piece of each in turn, so that nobody waits for somebody else's to end. */
export async function workRests(deps: ReviewJobDeps): Promise<void> {
  let waiting = await listUnderWay(deps.db)
  while (waiting.length > 0) {
    const more: typeof waiting = []
    for (const one of waiting)
      if (await inOrganisation(deps.db, one.organisationId, (trx) => keepPiece(deps, trx, one.id))) more.push(one)
    waiting = more
  }
}

/** Whether there may be more to do. Whoever may not answer any more keeps no more either. */
async function keepPiece(deps: NotifyDeps, trx: Trx, id: string): Promise<boolean> {
  const rest = await lockRest(trx, id)
  if (!rest) return false
  const now = deps.clock.now()
  const { reviewId, askedBy, accountId, capacity, source, lookedTo } = rest
  const acting = await findActing(trx, askedBy, { accountId, key: capacity }, now)
  const review = await findReview(trx, reviewId)
  const allowed = acting && may(acting, 'review-access', { organisationId: acting.organisation.id })
  const { kept, next } =
    allowed && review
      ? await keepSomeOfRest(deps, trx, { acting, personId: askedBy, source: source ?? '' }, review, {
          after: lookedTo,
          atMost: keptAtOnce,
        })
      : { kept: 0, next: null }
  await moveRest(trx, id, { kept, lookedTo: next }, now)
  return next !== null
}
