/**
 * How SEB names and marks its cookies: `__Host-` over TLS (RFC 6265bis §4.1.3.2: Secure, Path=/, no Domain, so a
 * neighbouring host cannot plant one), HttpOnly, SameSite=Lax. Over plain HTTP (loopback only) the prefix is impossible.
 */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

export type CookieOptions = {
  /** True when SEB is reached over TLS. */
  readonly secure: boolean
  /** Seconds to keep it; without it the cookie ends with the browser. */
  readonly maxAge?: number
}

const attributes = (options: CookieOptions) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: options.secure,
  ...(options.secure ? { prefix: 'host' as const } : {}),
  ...(options.maxAge === undefined ? {} : { maxAge: options.maxAge }),
})

/** The value of one of SEB's cookies, or undefined. */
export function readCookie(c: Context, name: string, secure: boolean): string | undefined {
  return secure ? getCookie(c, name, 'host') : getCookie(c, name)
}

/** Sets one of SEB's cookies on the answer. */
export function writeCookie(c: Context, name: string, value: string, options: CookieOptions): void {
  setCookie(c, name, value, attributes(options))
}

/** Takes one of SEB's cookies away from the browser. */
export function forgetCookie(c: Context, name: string, secure: boolean): void {
  deleteCookie(c, name, attributes({ secure }))
}
