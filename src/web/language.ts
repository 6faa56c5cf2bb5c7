/**
 * Chooses the language of a page: what the person asked for (`?sprog=en`, remembered in a cookie), else the cookie, else
 * what the browser prefers, else Danish.
 */
import type { MiddlewareHandler } from 'hono'
import type { WebEnv } from './context.ts'
import { readCookie, writeCookie } from './cookies.ts'
import { isLanguage, type Language } from './languages.ts'

const cookieName = 'seb_lang'
const oneYear = 365 * 24 * 60 * 60

/** Middleware that sets `language` for the pages and says so in `Content-Language`. */
export function language(options: { secure: boolean }): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const asked = c.req.query('sprog')
    const remembered = readCookie(c, cookieName, options.secure)
    const chosen = isLanguage(asked)
      ? asked
      : isLanguage(remembered)
        ? remembered
        : preferredLanguage(c.req.header('accept-language'))
    c.set('language', chosen)
    await next()
    if (isLanguage(asked) && asked !== remembered) {
      writeCookie(c, cookieName, asked, { secure: options.secure, maxAge: oneYear })
    }
    if (c.res.headers.get('content-type')?.startsWith('text/html')) {
      c.header('Content-Language', chosen)
    }
  }
}

/** The best of SEB's languages for an `Accept-Language` header (RFC 9110 §12.5.4). Scandinavians read Danish. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      const weight = quality ? Number.parseFloat(quality.trim().slice(2)) : 1
      return { tag: range.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    if (tag === 'en') return 'en'
    if (['da', 'no', 'nb', 'nn', 'sv', 'fo', 'kl'].includes(tag)) return 'da'
  }
  return wanted.length > 0 && wanted.every(({ tag }) => tag !== '*') ? 'en' : 'da'
}

/**
 * The address of the page a person is on, in the other language. Nothing else in the query changes. A path that begins
 * with two slashes would be another host: one is left.
 */
export function addressIn(language: Language, url: URL): string {
  const query = new URLSearchParams(url.search)
  query.set('sprog', language)
  return `${url.pathname.replace(/^\/+/, '/')}?${query}`
}
