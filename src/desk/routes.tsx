/** `/kontakt`, for everybody. Needs no log-in. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Clock } from '../base/clock.ts'
import type { WebEnv } from '../web/context.ts'
import type { Shell } from '../web/shell.ts'
import { ContactPage } from './contact.page.tsx'

export const contactPath = '/kontakt'

export function contactRoutes(deps: { shell: (c: Context<WebEnv>) => Shell; clock: Clock }): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get(contactPath, (c) => c.html(<ContactPage shell={deps.shell(c)} now={deps.clock.now()} />))
  return routes
}
