/** `/tilgaengelighed`, `/privatliv` and `/cookies`, for everybody. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { WebEnv } from '../../web/context.ts'
import type { Shell } from '../../web/shell.ts'
import { CookiesPage, type CookiesPageProps } from './cookies.page.tsx'
import type { Operator } from './operator.ts'
import { StatementPage } from './statement.page.tsx'
import { statementPaths } from './statement-paths.ts'

export function statementRoutes(deps: {
  shell: (c: Context<WebEnv>) => Shell
  operator: Operator
  session: CookiesPageProps['session']
}): Hono<WebEnv> {
  const { operator, session } = deps
  const routes = new Hono<WebEnv>()
  for (const about of ['accessibility', 'privacy'] as const) {
    routes.get(statementPaths[about], (c) =>
      c.html(<StatementPage shell={deps.shell(c)} about={about} operator={operator} />),
    )
  }
  routes.get(statementPaths.cookies, (c) => c.html(<CookiesPage shell={deps.shell(c)} session={session} />))
  return routes
}
