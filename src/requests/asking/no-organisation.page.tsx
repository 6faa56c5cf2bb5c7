/** Logged in, but for nobody who could be asked: with which log-in it goes. */
import { HelpBox } from '../../web/help-box.tsx'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { askText } from './text.ts'

export function NoOrganisationPage({ shell, isPrivate }: { shell: Shell; isPrivate: boolean }) {
  const text = askText[shell.language].noOrganisation
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{isPrivate ? text.private : text.unknown}</p>
      <div class="seb-split">
        <p class="seb-actions">
          <a class="button button-primary" href="/login/log-ud">
            {text.logOut}
          </a>
        </p>
        <aside class="seb-aside">
          <HelpBox shell={shell} />
        </aside>
      </div>
    </Layout>
  )
}
