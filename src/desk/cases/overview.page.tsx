/** `/desk`: what waits for the desk, each with the way to it, and the aims that come next. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { formatDate } from '../../web/format.ts'
import type { CaseCounts, ListedCase } from './case-list.store.ts'
import { viewName } from './case-list.store.ts'
import { CaseTable } from './case-table.tsx'
import { casesPaths } from './cases-paths.ts'
import { casesText } from './text.ts'

export type DeskOverviewPageProps = {
  readonly frame: AdminFrame
  readonly counts: CaseCounts
  /** Those with the next aims. */
  readonly next: readonly ListedCase[]
  readonly now: Date
}

const lines = ['overdue', 'mine', 'new', 'due', 'waiting', 'open'] as const

export function DeskOverviewPage({ frame, counts, next, now }: DeskOverviewPageProps) {
  const { language } = frame.shell
  const text = casesText[language]
  const { overview } = text
  const number = new Intl.NumberFormat(language)
  const some = lines.filter((line) => counts[line] > 0)
  return (
    <AdminLayout
      {...frame}
      title={overview.title}
      lead={formatDate(now, language)}
      actions={
        <a class="button button-primary" href={casesPaths.new}>
          {text.create}
        </a>
      }
    >
      <section aria-labelledby="venter">
        <h2 id="venter">{overview.waits}</h2>
        {some.length === 0 ? (
          <div class="seb-empty">
            <p class="strong">{overview.nothing}</p>
            <p>{overview.nothingNext}</p>
          </div>
        ) : (
          <ul class="plain-list seb-list seb-work">
            {some.map((line) => (
              <li>
                <a
                  class="seb-work__item"
                  href={`${casesPaths.list}?vis=${viewName(line === 'overdue' ? 'due' : line)}`}
                >
                  <strong>{number.format(counts[line])}</strong>
                  <span>{counts[line] === 1 ? overview.one[line] : overview.many[line]}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {next.length > 0 && (
        <section class="seb-section" aria-labelledby="naeste">
          <h2 id="naeste">{overview.next}</h2>
          <CaseTable shell={frame.shell} caption={overview.next} rows={next} now={now} />
        </section>
      )}
      <p class="seb-section seb-actions">
        <a class="seb-hit" href={casesPaths.list}>
          {text.views.open}
        </a>
        <a class="seb-hit" href={`${casesPaths.list}?vis=${viewName('resolved')}`}>
          {text.views.resolved}
        </a>
        <a class="seb-hit" href={casesPaths.statistics}>
          {text.statistics}
        </a>
        <a class="seb-hit" href="/desk/drift">
          {text.status}
        </a>
      </p>
    </AdminLayout>
  )
}
