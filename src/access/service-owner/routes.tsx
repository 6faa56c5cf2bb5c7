/**
 * `/tjenesteejer`: the owner of a service, at their own service only. The pages are those of system management; what they lead to
 * is not: a change to something that people use is asked for.
 */
import { Hono } from 'hono'
import type { AdminEnv } from '../admin/admin-env.ts'
import { requireViewer } from '../admin/require-viewer.tsx'
import { conflictRuleRoutes } from '../conflicts/rules.routes.tsx'
import type { ServiceDeps } from '../management/services/place.ts'
import { onePlace } from '../management/services/routes.tsx'
import { ownerPath } from '../management/services/services-paths.ts'

export function serviceOwnerRoutes(deps: ServiceDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  routes.use(ownerPath, requireViewer(deps))
  routes.use(`${ownerPath}/*`, requireViewer(deps))
  routes.route('/', onePlace(deps, 'owner'))
  routes.route('/', conflictRuleRoutes(deps, 'owner'))
  return routes
}
