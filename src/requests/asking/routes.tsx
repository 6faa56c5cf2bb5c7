/** `/mig/anmod`: from a way in to a request that is sent. Every step is a form that leads to the next; the draft keeps what was said. */
import { Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { askPaths } from '../request-paths.ts'
import { askFrame } from './ask-frame.ts'
import { type AskEnv, hindranceOf, requireAsker } from './asker.tsx'
import { askingSteps } from './asking-steps.ts'
import { beginRoutes } from './begin.routes.tsx'
import { chooseRoutes } from './choose.routes.tsx'
import { extendRoutes } from './extend.routes.tsx'
import { HinderedPage } from './hindered.page.tsx'
import { loseRoutes } from './lose.routes.tsx'
import { othersRoutes } from './others.routes.tsx'
import { sendRoutes } from './send.routes.tsx'

export function askRoutes(deps: AdminDeps): Hono<AskEnv> {
  const steps = askingSteps(deps)
  const routes = new Hono<AskEnv>()
  for (const path of [askPaths.start, `${askPaths.start}/*`])
    routes.use(path, requireAsker(deps), async (c, next) => {
      const { organisation, account } = c.get('asker')
      const hindrance = hindranceOf({ organisation, account })
      if (!hindrance) return next()
      const page = { frame: askFrame(c, deps), hindrance, organisation: organisation.name }
      return c.html(<HinderedPage {...page} />, 409)
    })
  routes.route('/', beginRoutes(deps, steps))
  routes.route('/', othersRoutes(deps, steps))
  routes.route('/', loseRoutes(deps))
  routes.route('/', extendRoutes(deps, steps))
  routes.route('/', chooseRoutes(deps, steps))
  routes.route('/', sendRoutes(deps, steps))
  return routes
}
