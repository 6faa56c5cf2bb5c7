/** "Sager": every case the desk has, by how it stands, kind and words. */

import { caseKinds } from '../../access/admin/case-port.ts'
import type { AdminFrame } from '../../access/admin/frame.ts'
import type { Page } from '../../storage/keyset.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { Pager } from '../../web/pager.tsx'
import { type CaseQuery, caseViews, type ListedCase, viewName, writeCaseQuery } from './case-list.store.ts'
import { CaseTable } from './case-table.tsx'
import { casesPaths } from './cases-paths.ts'
import { casesText } from './text.ts'

export type CaseListPageProps = {
  readonly frame: AdminFrame
  readonly list: Page<ListedCase>
  readonly query: CaseQuery
  readonly now: Date
}

export function CaseListPage({ frame, list, query, now }: CaseListPageProps) {
  const { language } = frame.shell
  const text = casesText[language]
  const total = new Intl.NumberFormat(language).format(list.total)
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      breadcrumb={[{ name: text.overview.title, href: casesPaths.overview }]}
      lead={list.total === 1 ? text.foundOne : fillText(text.found, { total })}
      actions={
        <a class="button button-primary" href={casesPaths.new}>
          {text.create}
        </a>
      }
    >
      <Filters frame={frame} query={query} />
      {list.rows.length === 0 ? (
        <Empty frame={frame} query={query} />
      ) : (
        <CaseTable
          shell={frame.shell}
          caption={text.title}
          rows={list.rows}
          now={now}
          solved={query.view === 'resolved'}
        />
      )}
      <Pager shell={frame.shell} page={list} list={`${casesPaths.list}?${writeCaseQuery(query)}`} />
    </AdminLayout>
  )
}

function Filters({ frame, query }: Pick<CaseListPageProps, 'frame' | 'query'>) {
  const text = casesText[frame.shell.language]
  return (
    <form class="seb-filters" method="get" action={casesPaths.list}>
      <div>
        <label class="form-label" for="soeg">
          {text.filters.search}
        </label>
        <input class="form-input" type="search" id="soeg" name="soeg" value={query.text} />
      </div>
      <div>
        <label class="form-label" for="vis">
          {text.filters.view}
        </label>
        <select class="form-select" id="vis" name="vis">
          {caseViews.map((view) => (
            <option value={viewName(view)} selected={view === query.view}>
              {text.views[view]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label class="form-label" for="slags">
          {text.filters.kind}
        </label>
        <select class="form-select" id="slags" name="slags">
          <option value="">{text.filters.allKinds}</option>
          {caseKinds.map((kind) => (
            <option value={kind} selected={kind === query.kind}>
              {text.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <button class="button button-secondary" type="submit">
        {text.filters.show}
      </button>
    </form>
  )
}

function Empty({ frame, query }: Pick<CaseListPageProps, 'frame' | 'query'>) {
  const text = casesText[frame.shell.language]
  const everything = query.view === 'open' && query.kind === null && query.text === ''
  return (
    <div class="seb-empty">
      <p class="strong">{everything ? text.none : text.noneMatch}</p>
      {everything ? (
        <p>{text.noneNext}</p>
      ) : (
        <p>
          <a class="seb-hit" href={casesPaths.list}>
            {text.clear}
          </a>
        </p>
      )}
    </div>
  )
}
