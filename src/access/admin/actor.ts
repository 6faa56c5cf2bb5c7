/** Who does what an administrator's form asks for. */
import type { Context } from 'hono'
import { isOfOrganisation, type OrganisationCapacity } from '../capacities/capacity.ts'
import type { AdminDeps, AdminEnv } from './admin-env.ts'

export interface Actor {
  acting: OrganisationCapacity
  personId: string
  /** The network address it came from. */
  source: string
}

/** Null for whoever does not act for an organisation. */
export function actorOf(c: Context<AdminEnv>, deps: AdminDeps): Actor | null {
  const { acting, personId } = c.get('viewer')
  return isOfOrganisation(acting) ? { acting, personId, source: deps.visit(c).source } : null
}
