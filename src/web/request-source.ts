/** The network address a request came from, past as many proxies as the operator says can be trusted (security C10). */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Each trusted proxy has added one address to `X-Forwarded-For`; what stands before those, anybody can write. */
export function requestSource(trustedProxies: number): (c: Context) => string {
  return (c) => {
    const direct = connectionOf(c) ?? 'unknown'
    if (trustedProxies === 0) return direct
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
    return forwarded.at(-trustedProxies)?.slice(0, 64) || direct
  }
}

/** A request that came through no socket (`app.request` in tests) has no address. */
export function connectionOf(c: Context): string | null {
  return c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? null) : null
}

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./i.test(address)
}
