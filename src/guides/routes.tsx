/** `/vejledninger…`: how things are done, for anybody to read, search and print. Needs no log-in. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { WebEnv } from '../web/context.ts'
import type { Shell } from '../web/shell.ts'
import { GuidePage } from './guide.page.tsx'
import { guidesPath } from './guide.ts'
import { GuidesPage } from './guides.page.tsx'
import { guides } from './guides.ts'
import { longestQuery, searchGuides } from './search-guides.ts'

export function guideRoutes(deps: {
  shell: (c: Context<WebEnv>) => Shell
  notFound: (c: Context<WebEnv>) => Response | Promise<Response>
}): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get(guidesPath, (c) => {
    const shell = deps.shell(c)
    const query = (c.req.query('soeg') ?? '').slice(0, longestQuery).trim()
    const search = query ? { query, found: searchGuides(guides, query, shell) } : null
    return c.html(<GuidesPage shell={shell} guides={guides} search={search} />)
  })
  routes.get(`${guidesPath}/:guide`, (c) => {
    const guide = guides.find(({ slug }) => slug === c.req.param('guide'))
    if (!guide) return deps.notFound(c)
    const others = guides.filter((other) => other !== guide)
    return c.html(<GuidePage shell={deps.shell(c)} guide={guide} others={others} />)
  })
  return routes
}
