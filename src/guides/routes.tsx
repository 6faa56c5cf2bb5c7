/** `/vejledninger/…`: how things are done, for anybody to read and print. Needs no log-in. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import { administratorGuide } from '../access/admin/overview/guide-address.ts'
import type { WebEnv } from '../web/context.ts'
import type { Shell } from '../web/shell.ts'
import { AdministratorGuidePage } from './administrator-guide.page.tsx'

export function guideRoutes(deps: { shell: (c: Context<WebEnv>) => Shell }): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get(administratorGuide, (c) => c.html(<AdministratorGuidePage shell={deps.shell(c)} />))
  return routes
}
