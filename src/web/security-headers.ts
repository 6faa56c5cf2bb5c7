/**
 * The headers every answer carries. Nothing inline is allowed, so no nonce is needed; nothing is loaded from elsewhere.
 * `strict-origin` as referrer policy: our addresses never leave, yet browsers still send `Origin` on our own forms
 * (with `no-referrer` they send `null`, Fetch §3.2, and the check in csrf.ts would have nothing to look at).
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { WebEnv } from './context.ts'

/**
 * Lets the form of this one page go to another site: the SAML POST page. Not to that site alone: a browser holds
 * `form-action` against every redirect after the post too (CSP 3 §6.4.1; Chromium does), and a service may well send its
 * user on from its ACS to another host. So any address of the target's scheme, or over TLS, is allowed there.
 */
export function allowFormTo(c: Context<WebEnv>, target: URL): void {
  c.set('formTarget', target)
}

/** Middleware that sets the security headers; it must stand outermost, so that error pages carry them too. */
export function securityHeaders(options: { publicUrl: URL }): MiddlewareHandler<WebEnv> {
  const overTls = options.publicUrl.protocol === 'https:'
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    headers.set('Content-Security-Policy', c.get('isFile') ? nothingRuns : contentSecurityPolicy(c.get('formTarget')))
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'strict-origin')
    headers.set('Permissions-Policy', permissions)
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    if (overTls) headers.set('Strict-Transport-Security', 'max-age=63072000')
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    headers.delete('X-Powered-By')
    headers.delete('Server')
  }
}

/** For what strangers sent in, in a browser that shows it though it was told not to. */
const nothingRuns = "default-src 'none'; sandbox; frame-ancestors 'none'"

function contentSecurityPolicy(formTarget: URL | undefined): string {
  const formAction = formTarget ? [...new Set(["'self'", 'https:', formTarget.protocol])] : ["'self'"]
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${formAction.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

const permissions = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')
