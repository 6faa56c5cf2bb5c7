/** `/driftsstatus/…`: for everybody, without log-in and without the database. Feeds are asked for anew only when they changed. */
import { createHash } from 'node:crypto'
import type { Context, Next } from 'hono'
import { Hono } from 'hono'
import type { WebEnv } from '../web/context.ts'
import type { Language } from '../web/languages.ts'
import type { Shell } from '../web/shell.ts'
import type { Board } from './board.ts'
import { writeCalendar } from './calendar.ts'
import { writeAtom, writeRss } from './feeds.ts'
import { LocalProvidersPage } from './local-providers.page.tsx'
import { MessagePage, MessagesPage } from './messages.page.tsx'
import { StatusPage } from './status.page.tsx'
import { statusJson } from './status-json.ts'
import { statusPaths } from './status-paths.ts'

export interface StatusDeps {
  board: Board
  shell: (c: Context<WebEnv>) => Shell
  publicUrl: URL
  nemLogInStatus: string
  notFound: (c: Context<WebEnv>) => Response | Promise<Response>
}

const messagesOnStatusPage = 5
const messagesOnPage = 50

export function statusRoutes(deps: StatusDeps): Hono<WebEnv> {
  const { board, shell, nemLogInStatus } = deps
  const { origin } = deps.publicUrl
  const routes = new Hono<WebEnv>()
  const begun = async (_: Context, next: Next) => {
    await board.begun()
    return next()
  }
  routes.use(statusPaths.page, begun)
  routes.use(`${statusPaths.page}/*`, begun)

  routes.get(statusPaths.page, (c) =>
    c.html(<StatusPage {...{ shell: shell(c), view: board.view(), nemLogInStatus, most: messagesOnStatusPage }} />),
  )

  routes.get(statusPaths.providers, (c) => c.html(<LocalProvidersPage shell={shell(c)} view={board.view()} />))

  routes.get(statusPaths.messages, (c) => {
    const view = board.view()
    const asked = Number(c.req.query('fra') ?? 0)
    const from = Number.isSafeInteger(asked) && asked > 0 ? asked : 0
    const next = from + messagesOnPage
    const olderHref = view.messages.length > next ? `${statusPaths.messages}?fra=${next}` : null
    const messages = view.messages.slice(from, next)
    return c.html(<MessagesPage {...{ shell: shell(c), view, messages, olderHref }} />)
  })

  routes.get(`${statusPaths.messages}/:id`, (c) => {
    const view = board.view()
    const message = view.messages.find(({ id }) => id === c.req.param('id'))
    return message ? c.html(<MessagePage {...{ shell: shell(c), view, message }} />) : deps.notFound(c)
  })

  routes.get(statusPaths.rss, (c) => {
    const { messages } = board.view()
    return feed(c, 'application/rss+xml; charset=utf-8', writeRss({ origin, language: languageOf(c), messages }))
  })

  routes.get(statusPaths.atom, (c) => {
    const { messages } = board.view()
    return feed(c, 'application/atom+xml; charset=utf-8', writeAtom({ origin, language: languageOf(c), messages }))
  })

  routes.get(statusPaths.calendar, (c) => {
    const { messages } = board.view()
    return feed(c, 'text/calendar; charset=utf-8', writeCalendar({ origin, language: languageOf(c), messages }))
  })

  routes.get(statusPaths.json, (c) => {
    const body = JSON.stringify(statusJson(board.view(), origin))
    return feed(c, 'application/json; charset=utf-8', body)
  })

  return routes
}

/** A feed is read by programs, which have no language of their own: Danish unless the address says otherwise. */
function languageOf(c: Context): Language {
  return c.req.query('sprog') === 'en' ? 'en' : 'da'
}

/** Whoever has it already is told so (RFC 9110 §13.1.2, §15.4.5). */
function feed(c: Context, type: string, body: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  c.header('Cache-Control', 'public, max-age=60')
  c.header('ETag', etag)
  const held = c.req
    .header('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (held?.some((tag) => tag === etag || tag === '*')) return c.body(null, 304)
  return c.body(body, 200, { 'Content-Type': type })
}
