/**
 * Refuses addresses with characters that no text can carry: no page of ours has such a link, and neither the database nor an
 * XML message can hold them. Forms are read without them (form.ts).
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { WebEnv } from './context.ts'

/** Percent-encoded control characters besides tab and line breaks, and the two non-characters that XML forbids. */
const unprintable = /%0[0-8bcef]|%1[0-9a-f]|%ef%bf%b[ef]/i

export function plainAddress(options: {
  /** True for paths whose readers look for themselves, and tell the audit. */
  isRead: (path: string) => boolean
  refuse: (c: Context<WebEnv>) => Response | Promise<Response>
}): MiddlewareHandler<WebEnv> {
  return async (c, next) => (unprintable.test(c.req.url) && !options.isRead(c.req.path) ? options.refuse(c) : next())
}
