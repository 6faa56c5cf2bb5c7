/** The query as it was received, to the letter: a Redirect signature covers these octets and no others (SAML bindings §3.4.4.1). */
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

export function rawQuery(c: Context): string {
  const bindings = c.env as Partial<HttpBindings> | undefined
  const url = bindings?.incoming?.url ?? c.req.url
  const from = url.indexOf('?')
  return from === -1 ? '' : url.slice(from + 1)
}
