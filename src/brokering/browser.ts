/** The two cookies of a sign-in: one that ties a sign-in to the browser that began it, one that is the session. */
import type { Context } from 'hono'
import type { Ids } from '../base/ids.ts'
import { hashToken } from '../people/sessions.store.ts'
import type { WebEnv } from '../web/context.ts'
import { forgetCookie, readCookie, writeCookie } from '../web/cookies.ts'
import type { Visit } from './deps.ts'
import { signInFields } from './pages/sign-in-address.ts'

const browserCookie = 'seb_browser'
const sessionCookie = 'seb_session'

export interface BrowserOptions {
  ids: Ids
  /** Cookies over TLS only. */
  secure: boolean
  /** The network address a request came from, past the proxies that are trusted. */
  sourceOf: (c: Context<WebEnv>) => string
}

/** Who is asking, as far as cookies and address tell. Nothing is set. */
export function visitOf(c: Context<WebEnv>, { secure, sourceOf }: BrowserOptions): Visit {
  const browser = readCookie(c, browserCookie, secure)
  const session = readCookie(c, sessionCookie, secure)
  const ticket = c.req.query(signInFields.answerTicket)
  return {
    browserHash: browser ? hashToken(browser) : null,
    sessionTokenHash: session ? hashToken(session) : null,
    answerTicketHash: ticket ? hashToken(ticket) : null,
    source: sourceOf(c),
  }
}

/** The same, for a browser that a sign-in or log-out is about to be tied to: it gets its cookie if it has none. */
export function knownBrowser(c: Context<WebEnv>, options: BrowserOptions): Visit & { browserHash: string } {
  const visit = visitOf(c, options)
  if (visit.browserHash) return { ...visit, browserHash: visit.browserHash }
  const secret = options.ids.secret()
  writeCookie(c, browserCookie, secret, { secure: options.secure })
  return { ...visit, browserHash: hashToken(secret) }
}

export function keepSession(c: Context<WebEnv>, { secure }: BrowserOptions, token: string): void {
  writeCookie(c, sessionCookie, token, { secure })
}

export function forgetSession(c: Context<WebEnv>, { secure }: BrowserOptions): void {
  forgetCookie(c, sessionCookie, secure)
}
