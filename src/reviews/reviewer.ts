/** Who looks at reviews: whoever answers for roles, and whoever reads the reports. */
import type { Context } from 'hono'
import { type Actor, actorOf } from '../access/admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../access/admin/admin-env.ts'
import { worldOf } from '../access/capacities/capacity.ts'
import { type Action, may } from '../access/may.ts'

/** Null for whoever may not. */
export function actorWho(c: Context<AdminEnv>, deps: AdminDeps, action: Action): Actor | null {
  const actor = actorOf(c, deps)
  return actor && may(actor.acting, action, { organisationId: actor.acting.organisation.id }) ? actor : null
}

export interface Reader {
  organisation: { id: string; cvr: string; name: string }
  personId: string
  source: string
}

/** Whoever reads reports, an auditor among them. */
export function readerWho(c: Context<AdminEnv>, deps: AdminDeps): Reader | null {
  const { acting, personId } = c.get('viewer')
  const organisation = worldOf(acting)?.organisation
  if (!organisation || !may(acting, 'read-review-report', { organisationId: organisation.id })) return null
  return { organisation, personId, source: deps.visit(c).source }
}
