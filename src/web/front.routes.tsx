/** `/`: the front page, and `/om`: what SEB is. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Clock } from '../base/clock.ts'
import { AboutPage } from './about.page.tsx'
import type { WebEnv } from './context.ts'
import { aboutPath, FrontPage, type FrontPageLinks } from './front.page.tsx'
import type { Language } from './languages.ts'
import type { Shell } from './shell.ts'
import type { StatusNews } from './status-line.tsx'

export function frontRoutes(deps: {
  shell: (c: Context<WebEnv>) => Shell
  clock: Clock
  links: FrontPageLinks
  /** What runs and what does not. */
  status: (language: Language) => Promise<StatusNews>
  /** What the sandbox shows a newcomer. */
  sandbox?: ((shell: Shell) => Child) | undefined
}): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/', async (c) => {
    const shell = deps.shell(c)
    const status = await deps.status(shell.language)
    return c.html(
      <FrontPage shell={shell} now={deps.clock.now()} links={deps.links} status={status}>
        {deps.sandbox?.(shell)}
      </FrontPage>,
    )
  })
  routes.get(aboutPath, (c) => c.html(<AboutPage shell={deps.shell(c)} links={deps.links} />))
  return routes
}
