/** The page for everything that has no better page: not found, not permitted, too large, too many, no database, a bug of ours. */
import { HelpBox } from './help-box.tsx'
import { Layout } from './layout.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type ErrorKind =
  | 'not-found'
  | 'not-permitted'
  | 'bad-request'
  | 'bug'
  | 'wrong-method'
  | 'too-large'
  | 'too-many'
  | 'database-away'

/** The status each kind is answered with. */
export const errorStatus = {
  'not-found': 404,
  'not-permitted': 403,
  'bad-request': 400,
  bug: 500,
  'wrong-method': 405,
  'too-large': 413,
  'too-many': 429,
  'database-away': 503,
} as const satisfies Record<ErrorKind, number>

export type ErrorPageProps = {
  readonly shell: Shell
  readonly kind: ErrorKind
  /** Finds the log line; nothing of the internals is shown beside it. */
  readonly reference?: string
  readonly at?: Date
}

export function ErrorPage({ shell, kind, reference, at }: ErrorPageProps) {
  const text = webText[shell.language]
  const words = text.error[keys[kind]]
  return (
    <Layout shell={shell} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.what}</p>
      <div class="seb-split">
        <div>
          <p>{words.next}</p>
          <p class="seb-actions">
            <a class="button button-primary" href="/">
              {text.toFront}
            </a>
          </p>
        </div>
        <aside class="seb-aside" aria-label={text.help.title}>
          <HelpBox shell={shell} {...(reference ? { reference } : {})} {...(at ? { at } : {})} />
        </aside>
      </div>
    </Layout>
  )
}

const keys = {
  'not-found': 'notFound',
  'not-permitted': 'notPermitted',
  'bad-request': 'badRequest',
  bug: 'bug',
  'wrong-method': 'wrongMethod',
  'too-large': 'tooLarge',
  'too-many': 'tooMany',
  'database-away': 'databaseAway',
} as const satisfies Record<ErrorKind, string>
