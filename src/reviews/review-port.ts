/** Periodic control, as the administration sees it. */
import type { ReviewPort } from '../access/admin/review-port.ts'
import { answerByChange } from './answer-items.ts'
import { callOffReviews } from './call-off.ts'
import { findChiefs } from './freeze.store.ts'
import { findDue } from './reviews.store.ts'
import { reviewPath } from './reviews-paths.ts'

export const reviewPort: ReviewPort = {
  callOff: callOffReviews,
  due: async (trx, looking, now) => {
    const due = await findDue(trx, { ...looking, chiefs: await findChiefs(trx, now) })
    return due && { count: due.count, path: reviewPath(due.reviewId) }
  },
  answerByChange: async (deps, trx, actor, assignmentId) => {
    const reviewId = await answerByChange(deps, trx, actor, assignmentId)
    return reviewId && `${reviewPath(reviewId)}?changed=1`
  },
}
