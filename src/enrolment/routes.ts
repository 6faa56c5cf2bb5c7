/** Enrolment: filling it in, following it, signing it, deciding it. */
import { Hono } from 'hono'
import type { AdminDeps } from '../access/admin/admin-env.ts'
import type { WebEnv } from '../web/context.ts'
import { fillingRoutes } from './filling/routes.tsx'
import { progressRoutes } from './progress/routes.tsx'
import { signingRoutes } from './signing/routes.tsx'

export function enrolmentRoutes(deps: AdminDeps): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.route('/', fillingRoutes(deps))
  // Before the pages of one enrolment, whose reference could be any word.
  routes.route('/', signingRoutes(deps))
  routes.route('/', progressRoutes(deps))
  return routes
}
