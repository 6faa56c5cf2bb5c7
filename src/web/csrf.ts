/**
 * Refuses state-changing requests that another site sent with a person's browser. Every browser in use says where such
 * a request comes from, in `Sec-Fetch-Site` (Fetch Metadata §2.2) or `Origin` (Fetch §3.2), and a script cannot forge
 * them; with the SameSite cookies that is enough, so the pages carry no token.
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { WebEnv } from './context.ts'

export type CsrfOptions = {
  readonly publicUrl: URL
  /** True for paths other sites must be able to post to; each checks its own message (SAML signatures). The list is in app.ts. */
  readonly isOpen: (path: string) => boolean
  /** The 403 page. */
  readonly refuse: (c: Context<WebEnv>) => Response | Promise<Response>
}

const readingMethods = ['GET', 'HEAD', 'OPTIONS']

/** Middleware that lets a state-changing request through only when it comes from SEB's own pages. */
export function csrf(options: CsrfOptions): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (readingMethods.includes(c.req.method) || options.isOpen(c.req.path)) return next()
    if (comesFromOurselves(c, options.publicUrl)) return next()
    return options.refuse(c)
  }
}

/** What is said must be right, and at least one of the two must be said. */
function comesFromOurselves(c: Context, publicUrl: URL): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site === undefined && origin === undefined) return false
  return (site === undefined || site === 'same-origin') && (origin === undefined || origin === publicUrl.origin)
}
