/** `/driftsstatus/lokale-log-in`: each local log-in by itself. */
import { Layout } from '../web/layout.tsx'
import type { Shell } from '../web/shell.ts'
import type { BoardView } from './board.ts'
import { Part } from './parts-list.tsx'
import { statusPaths } from './status-paths.ts'
import { statusText } from './text.ts'

export function LocalProvidersPage({ shell, view }: { shell: Shell; view: BoardView }) {
  const text = statusText[shell.language]
  const local = view.status.parts.filter(({ part }) => part.kind === 'local')
  return (
    <Layout shell={shell} title={text.localTitle} stylesheets={[shell.assets.statusStylesheet]}>
      <h1>{text.localTitle}</h1>
      <h2 class="sr-only">{text.partsTitle}</h2>
      <ul class="seb-panel seb-panel--flush plain-list">
        {local.map((status) => (
          <Part {...{ shell, view, status, nemLogInStatus: '' }} />
        ))}
      </ul>
      <p class="seb-actions seb-section">
        <a href={statusPaths.page}>{text.back}</a>
      </p>
    </Layout>
  )
}
