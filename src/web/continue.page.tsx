/**
 * Goes on to another site by a `Refresh` header and a visible link. After a form of ours this stands in place of a
 * redirect: a browser holds `form-action` against redirects too, and we will not list every provider there.
 */
import { fillText } from './fill.ts'
import { Layout } from './layout.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type ContinuePageProps = {
  readonly shell: Shell
  readonly url: URL
  /** What the person knows the place as. */
  readonly to: string
}

/** The header that makes the page go on by itself at once. */
export function refreshTo(url: URL): { Refresh: string } {
  return { Refresh: `0; url=${url.href}` }
}

export function ContinuePage({ shell, url, to }: ContinuePageProps) {
  const text = webText[shell.language].continue
  const title = fillText(text.title, { to })
  return (
    <Layout shell={{ ...shell, otherLanguage: null }} title={title}>
      <div class="seb-pass">
        <h1>{title}</h1>
        <p class="lead">{text.what}</p>
        <p>
          <a class="button button-primary" href={url.href}>
            {text.go}
          </a>
        </p>
      </div>
    </Layout>
  )
}
