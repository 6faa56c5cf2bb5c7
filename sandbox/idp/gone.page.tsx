/** What is shown when a log-in page has been left lying too long, or was used before. */
import type { Shell } from '../../src/web/shell.ts'
import { sandboxPaths } from '../addresses.ts'
import { SandboxPage } from '../pages/sandbox-page.tsx'
import { idpText } from './text.ts'

export function GonePage({ shell }: { shell: Shell }) {
  const text = idpText[shell.language]
  return (
    <SandboxPage shell={shell} title={text.expiredTitle}>
      <h1>{text.expiredTitle}</h1>
      <p class="lead">{text.expiredLead}</p>
      <p>
        <a class="button button-primary" href={sandboxPaths.overview}>
          {text.toOverview}
        </a>
      </p>
    </SandboxPage>
  )
}
