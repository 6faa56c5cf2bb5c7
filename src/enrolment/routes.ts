/** Enrolment: filling it in, following it, signing it, deciding it. */
import { Hono } from 'hono'
import type { WebEnv } from '../web/context.ts'
import { decideRoutes } from './decide/routes.tsx'
import { fillingRoutes } from './filling/routes.tsx'
import type { EnrolmentDeps } from './opened-enrolment.tsx'
import { progressRoutes } from './progress/routes.tsx'
import { signingRoutes } from './signing/routes.tsx'

export function enrolmentRoutes(deps: EnrolmentDeps): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.route('/', fillingRoutes(deps))
  // Before the pages of one enrolment, whose reference could be any word.
  routes.route('/', signingRoutes(deps))
  routes.route('/', progressRoutes(deps))
  routes.route('/', decideRoutes(deps))
  return routes
}
