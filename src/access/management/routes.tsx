/** `/forvaltning/…`: system management, by subject. Nobody else knows of it. */
import { Hono } from 'hono'
import type { AdminEnv } from '../admin/admin-env.ts'
import { requireViewer } from '../admin/require-viewer.tsx'
import { conflictRuleRoutes } from '../conflicts/rules.routes.tsx'
import { managedServiceRequestRoutes } from '../new-service/managed.routes.tsx'
import { grantRoutes } from './grants/routes.tsx'
import { mailRoutes } from './mail/routes.tsx'
import { organisationDeedRoutes } from './organisations/deed.routes.tsx'
import { mergeRoutes } from './organisations/merge.routes.tsx'
import { organisationRoutes } from './organisations/routes.tsx'
import { orphanRoutes } from './orphans/routes.tsx'
import type { ProviderDeps } from './providers/provider-reader.ts'
import { providerRoutes } from './providers/routes.tsx'
import type { ServiceDeps } from './services/place.ts'
import { serviceManagementRoutes } from './services/routes.tsx'

export function managementRoutes(deps: ServiceDeps & ProviderDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  routes.use('/forvaltning/*', requireViewer(deps))
  routes.route('/', organisationRoutes(deps))
  routes.route('/', orphanRoutes(deps))
  routes.route('/', mailRoutes(deps))
  routes.route('/', organisationDeedRoutes(deps))
  routes.route('/', mergeRoutes(deps))
  routes.route('/', grantRoutes(deps))
  routes.route('/', managedServiceRequestRoutes(deps))
  routes.route('/', serviceManagementRoutes(deps))
  routes.route('/', providerRoutes(deps))
  routes.route('/', conflictRuleRoutes(deps, 'management'))
  return routes
}
