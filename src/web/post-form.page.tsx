/**
 * Carries a protocol message to another site by a form (SAML bindings §3.5). The button is there for browsers without
 * scripts; the script only presses it. The route answers with `Cache-Control: no-store, no-transform` and `allowFormTo`.
 */
import { fillText } from './fill.ts'
import { Layout } from './layout.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type PostFormPageProps = {
  readonly shell: Shell
  readonly action: URL
  readonly fields: Readonly<Record<string, string>>
  /** What the person knows the receiver as. */
  readonly to: string
}

export function PostFormPage({ shell, action, fields, to }: PostFormPageProps) {
  const text = webText[shell.language].postForm
  const title = fillText(text.title, { to })
  return (
    <Layout shell={{ ...shell, otherLanguage: null }} title={title} scripts={[shell.assets.scripts.postBinding]}>
      <div class="seb-pass">
        <h1>{title}</h1>
        <p class="lead">{text.what}</p>
        <form method="post" action={action.href} id="post-binding">
          {Object.entries(fields).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="button button-primary" type="submit">
            {text.go}
          </button>
        </form>
      </div>
    </Layout>
  )
}
