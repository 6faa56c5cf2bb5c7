/** The page that an address asks for; the first where it asks for none that can be. */
import type { Context } from 'hono'

export function pageOf(c: Context): number {
  const page = Number(c.req.query('side'))
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1
}
