/** `/cookies`: every cookie SEB sets, what it does and how long it is kept. A test holds the list to the code. */
import { discoveryPaths } from '../../discovery/discovery-address.ts'
import { discoveryText } from '../../discovery/text.ts'
import { fill, fillText } from '../../web/fill.ts'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { statementText } from './text.ts'

export type CookiesPageProps = {
  readonly shell: Shell
  /** When a session ends. */
  readonly session: { readonly idleMinutes: number; readonly absoluteHours: number }
}

export function CookiesPage({ shell, session }: CookiesPageProps) {
  const { language } = shell
  const text = statementText[language].cookies
  const limits = { idle: session.idleMinutes, hours: session.absoluteHours }
  return (
    <Layout shell={shell} title={text.title} stylesheets={[shell.assets.adminStylesheet]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>{text.why}</p>
      <dl class="seb-pairs">
        {Object.entries(text.list).map(([name, { what, kept }]) => (
          <div>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{what}</dd>
            <dd>
              {text.kept}: {fillText(kept, limits)}
            </dd>
          </div>
        ))}
      </dl>
      <p>{text.prefix}</p>
      <section class="seb-section seb-guide" aria-labelledby="glem">
        <h2 id="glem">{text.remembered.title}</h2>
        <p>
          {fill(text.remembered.text, {
            remembered: <a href={discoveryPaths.remembered}>{discoveryText[language].remembered.title}</a>,
          })}
        </p>
      </section>
    </Layout>
  )
}
