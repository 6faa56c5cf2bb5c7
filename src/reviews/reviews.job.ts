/** What reviews do by themselves: begin when their day comes, remind, and tell of what silence has brought. */
import type { Job } from '../base/run-jobs.ts'
import { beginBatches, beginScheduled } from './begin-due.ts'
import { workRests } from './keep-rest.ts'
import { type ReviewJobDeps, tellOfReviews } from './tell-of-reviews.ts'

/** Those of many organisations at once: whoever asked looks on. */
export function reviewBatchJob(deps: ReviewJobDeps): Job {
  return { name: 'review-batches', everySeconds: 2, run: () => beginBatches(deps) }
}

/** "Keep the rest" of long reviews: whoever asked looks on, too. */
export function keepRestJob(deps: ReviewJobDeps): Job {
  return { name: 'keep-rest', everySeconds: 1, run: () => workRests(deps) }
}

export function reviewJob(deps: ReviewJobDeps): Job {
  return {
    name: 'reviews',
    everySeconds: 60,
    run: async () => {
      await beginScheduled(deps)
      await tellOfReviews(deps)
    },
  }
}
