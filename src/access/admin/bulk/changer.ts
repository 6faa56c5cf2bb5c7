/** Who may change many at once, and whose a bulk change is to carry out. */
import type { Context } from 'hono'
import { may } from '../../may.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import type { BulkJob } from './bulk-jobs.store.ts'

/** Null for whoever changes nobody's access. */
export function changerOf(c: Context<AdminEnv>, deps: AdminDeps): Actor | null {
  const actor = actorOf(c, deps)
  return actor && may(actor.acting, 'change-in-bulk', { organisationId: actor.acting.organisation.id }) ? actor : null
}

/** What was worked out for one capacity is not for another to carry out. */
export function mayApply(job: BulkJob, acting: Actor['acting']): boolean {
  return job.accountId === acting.accountId && job.capacity === acting.key
}
