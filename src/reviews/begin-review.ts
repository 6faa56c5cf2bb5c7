/** Begins a review in one organisation: the list is frozen, every right on it gets its end, and the reviewers are told. */
import { sql } from 'kysely'
import { recordEvents } from '../audit/record-events.ts'
import { notice } from '../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../notices/notify.ts'
import type { Trx } from '../storage/database.ts'
import { findChiefs, findWithoutReviewer, freezeItems } from './freeze.store.ts'
import { daysAfter, type Review, undoDays } from './review.ts'
import { reviewNotices } from './review-notices.ts'
import { toReviewers } from './reviewer-notices.ts'
import { reviewPath } from './reviews-paths.ts'

export interface WantedReview
  extends Pick<Review, 'name' | 'unitIds' | 'serviceIds' | 'onlySensitive' | 'deadline' | 'silence'> {
  id: string
  origin: Review['origin']
  batchId: string | null
}

/** Who begins it; null: the schedule. */
export interface Beginner {
  personId: string
  source: string
}

export type Begun = 'begun' | 'nothing' | 'already'

/** In the organisation's transaction. A form that was sent twice begins one review. */
export async function beginReview(
  deps: NotifyDeps,
  trx: Trx,
  organisationId: string,
  by: Beginner | null,
  wanted: WantedReview,
): Promise<Begun> {
  const now = deps.clock.now()
  const { id, name, unitIds, serviceIds, onlySensitive, deadline, silence, origin, batchId } = wanted
  const chiefs = await findChiefs(trx, now)
  const { numAffectedRows } = await sql`
    insert into review (id, organisation_id, name, unit_ids, service_ids, only_sensitive, deadline, silence, removes_at, origin,
      started_by, started_at, batch_id)
    values (${id}, ${organisationId}, ${name}, ${unitIds ? [...unitIds] : null}::uuid[],
      ${serviceIds ? [...serviceIds] : null}::uuid[], ${onlySensitive}, ${deadline}, ${silence},
      ${silence === 'remove' ? daysAfter(deadline, undoDays) : null}, ${origin}, ${by?.personId ?? null}, ${now}, ${batchId})
    on conflict do nothing`.execute(trx)
  if (numAffectedRows === 0n) return 'already'
  const withoutReviewer = await findWithoutReviewer(trx, chiefs)
  const items = await freezeItems(trx, { ...wanted, reviewId: id, now, withoutReviewer })
  if (items === 0) {
    await sql`delete from review where id = ${id}`.execute(trx)
    return 'nothing'
  }
  await recordEvents(deps, trx, [
    {
      action: 'review.begun',
      outcome: 'success',
      actor: by ? { kind: 'person', id: by.personId } : { kind: 'system' },
      organisationId,
      object: { kind: 'review', id },
      source: by?.source,
      correlationId: id,
      details: { name, items, units: unitIds, services: serviceIds, onlySensitive, deadline, silence, batch: batchId },
    },
  ])
  const about = {
    organisationId,
    path: reviewPath(id),
    facts: { count: items, deadline },
    ...(by && { exceptPersonId: by.personId }),
    once: `review ${id} begun`,
  }
  const to = await toReviewers(trx, { id, organisationId }, now)
  await notify(
    deps,
    trx,
    to.map((some) => notice(reviewNotices['review.begun'], { ...some, ...about })),
  )
  return 'begun'
}
