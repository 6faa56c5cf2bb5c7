/** Logged in, and known to no organisation: who can help. */
import { HelpBox } from '../../../web/help-box.tsx'
import { Layout } from '../../../web/layout.tsx'
import type { Shell } from '../../../web/shell.ts'
import { minePaths } from '../../mine/mine-paths.ts'
import { adminText } from './text.ts'

export function UnknownPersonPage({ shell }: { shell: Shell }) {
  const text = adminText[shell.language].unknownPerson
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <div class="seb-split">
        <div>
          <p>{text.next}</p>
          <p>
            <a class="seb-hit" href={minePaths.requests}>
              {text.requests}
            </a>
          </p>
          <p class="seb-actions">
            <a class="button button-primary" href={minePaths.ask}>
              {text.ask}
            </a>
            <a class="button button-secondary" href="/login/log-ud">
              {text.logOut}
            </a>
          </p>
        </div>
        <aside class="seb-aside" aria-label={text.help}>
          <HelpBox shell={shell} />
        </aside>
      </div>
    </Layout>
  )
}
