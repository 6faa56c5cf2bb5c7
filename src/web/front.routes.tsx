/** `/`: the front page. */

import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Clock } from '../base/clock.ts'
import type { WebEnv } from './context.ts'
import { FrontPage, type FrontPageLinks } from './front.page.tsx'
import type { Shell } from './shell.ts'

export function frontRoutes(deps: {
  shell: (c: Context<WebEnv>) => Shell
  clock: Clock
  links: FrontPageLinks
  /** What the sandbox shows a newcomer. */
  sandbox?: ((shell: Shell) => Child) | undefined
}): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/', (c) => {
    const shell = deps.shell(c)
    return c.html(
      <FrontPage shell={shell} now={deps.clock.now()} links={deps.links}>
        {deps.sandbox?.(shell)}
      </FrontPage>,
    )
  })
  return routes
}
