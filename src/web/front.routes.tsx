/** `/`: the front page. */

import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { WebEnv } from './context.ts'
import { FrontPage } from './front.page.tsx'
import type { Shell } from './shell.ts'

export function frontRoutes(deps: {
  shell: (c: Context<WebEnv>) => Shell
  /** Where one sees and forgets remembered log-ins. */
  rememberedHref: string
  /** What the sandbox shows a newcomer. */
  sandbox?: ((shell: Shell) => Child) | undefined
}): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/', (c) => {
    const shell = deps.shell(c)
    return c.html(
      <FrontPage shell={shell} rememberedHref={deps.rememberedHref}>
        {deps.sandbox?.(shell)}
      </FrontPage>,
    )
  })
  return routes
}
