/**
 * What SEB answers when it is started while its database is down: the operational status, from the copy on disk, how to reach the desk,
 * and otherwise to come again.
 */
import { type Context, Hono } from 'hono'
import type { Clock } from './base/clock.ts'
import type { Config } from './base/config.ts'
import { ContactPage } from './desk/contact/contact.page.tsx'
import { contactPath } from './desk/contact/contact-paths.ts'
import type { Board } from './status/board.ts'
import { statusRoutes } from './status/routes.tsx'
import { statusPaths } from './status/status-paths.ts'
import { loadAssets } from './web/assets.ts'
import { compress } from './web/compress.ts'
import type { WebEnv } from './web/context.ts'
import { deskOf } from './web/desk.ts'
import { ErrorPage, errorStatus } from './web/error.page.tsx'
import { createHealth } from './web/health.ts'
import { language } from './web/language.ts'
import { securityHeaders } from './web/security-headers.ts'
import { createShell } from './web/shell.ts'

const againAfterSeconds = 15

export interface WaitingDeps {
  config: Config
  clock: Clock
  board: Board
}

export function createWaitingApp({ config, clock, board }: WaitingDeps): Hono<WebEnv> {
  const { publicUrl, METRICS_TOKEN: metricsToken = null, NEMLOGIN_STATUS_URL: nemLogInStatus } = config
  const assets = loadAssets([])
  const links = { contact: contactPath, status: statusPaths.page }
  const shell = createShell({ assets: assets.urls, links, desk: deskOf(config) })
  const notFound = (c: Context<WebEnv>) =>
    c.html(<ErrorPage shell={shell(c)} kind="not-found" />, errorStatus['not-found'])
  const app = new Hono<WebEnv>()
  app.use(securityHeaders({ publicUrl }))
  app.use(compress())
  app.use(language({ secure: publicUrl.protocol === 'https:' }))
  app.route('/', createHealth({ ready: () => Promise.reject(new Error('no database')), metricsToken }).routes)
  app.route('/', assets.routes)
  app.route('/', statusRoutes({ board, shell, publicUrl, nemLogInStatus, notFound }))
  app.get(contactPath, (c) => c.html(<ContactPage shell={shell(c)} now={clock.now()} form={null} />))
  app.notFound((c) => {
    c.header('Retry-After', String(againAfterSeconds))
    return c.html(<ErrorPage shell={shell(c)} kind="database-away" />, errorStatus['database-away'])
  })
  return app
}
