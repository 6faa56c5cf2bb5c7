/** What is answered when no page has a better answer: each failure gets its page, its status, and nothing of the internals. */
import type { Context } from 'hono'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import { Problem, type ProblemCode } from '../base/problem.ts'
import type { WebEnv } from './context.ts'
import { CprNumberPage } from './cpr-number.page.tsx'
import { type ErrorKind, ErrorPage, errorStatus } from './error.page.tsx'
import { CprNumberTyped } from './form.ts'
import type { Shell } from './shell.ts'

const kinds: Readonly<Record<ProblemCode, ErrorKind>> = {
  'bad-request': 'bad-request',
  'not-found': 'not-found',
  'not-permitted': 'not-permitted',
  'message-refused': 'bad-request',
  configuration: 'bug',
}

export function errorAnswers(deps: { shell: (c: Context<WebEnv>) => Shell; clock: Clock; ids: Ids; log: Log }) {
  const page = (c: Context<WebEnv>, kind: ErrorKind, reference?: string) => {
    // Whatever failed may have failed before the language was known.
    if (!c.get('language')) c.set('language', 'da')
    const found = reference === undefined ? {} : { reference, at: deps.clock.now() }
    const { links, ...shell } = deps.shell(c)
    // Help for this very page would tell an address that exists from one that does not.
    const { help: _, ...others } = links
    return c.html(<ErrorPage shell={{ ...shell, links: others }} kind={kind} {...found} />, errorStatus[kind])
  }
  return {
    notFound: (c: Context<WebEnv>) => page(c, 'not-found'),
    notPermitted: (c: Context<WebEnv>, reference?: string) => page(c, 'not-permitted', reference),
    badRequest: (c: Context<WebEnv>) => page(c, 'bad-request'),
    tooLarge: (c: Context<WebEnv>, reference?: string) => page(c, 'too-large', reference),
    tooMany: (c: Context<WebEnv>, retryAfterSeconds: number, reference?: string) => {
      c.header('Retry-After', String(retryAfterSeconds))
      return page(c, 'too-many', reference)
    },
    failed: (error: Error, c: Context<WebEnv>) => {
      if (error instanceof CprNumberTyped) {
        c.header('Cache-Control', 'no-store')
        return c.html(<CprNumberPage shell={deps.shell(c)} fields={error.fields} files={error.files} />, 422)
      }
      if (error instanceof Problem) return page(c, kinds[error.code])
      const reference = deps.ids.reference()
      deps.log.error({ reference, err: error }, 'a request failed in a way nobody foresaw')
      return page(c, 'bug', reference)
    },
  }
}
