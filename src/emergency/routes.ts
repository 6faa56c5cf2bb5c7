/** Emergency access: taking it, judging it, and seeing how often it happens. */
import { Hono } from 'hono'
import type { AdminDeps, AdminEnv } from '../access/admin/admin-env.ts'
import { patternRoutes } from './patterns/routes.tsx'
import { reviewRoutes } from './review/routes.tsx'
import { takeRoutes } from './take/routes.tsx'

export function emergencyRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  routes.route('/', takeRoutes(deps))
  routes.route('/', reviewRoutes(deps))
  routes.route('/', patternRoutes(deps))
  return routes
}
