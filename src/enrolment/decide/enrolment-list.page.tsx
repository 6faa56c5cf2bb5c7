/** "Tilmeldinger": what waits for system management, what waits for others, and what is decided. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import type { Page } from '../../storage/keyset.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { formatDate, formatReference } from '../../web/format.ts'
import { Pager } from '../../web/pager.tsx'
import { decidePath, enrolPaths } from '../enrolment-paths.ts'
import { type EnrolmentFilter, enrolmentFilters, type ListedEnrolment } from './enrolment-list.store.ts'
import { decideText } from './text.ts'

export type EnrolmentListPageProps = {
  readonly frame: AdminFrame
  readonly list: Page<ListedEnrolment>
  readonly filter: EnrolmentFilter
}

const addressOf = (filter: EnrolmentFilter) => `${enrolPaths.list}?vis=${filter}`

export function EnrolmentListPage({ frame, list, filter }: EnrolmentListPageProps) {
  const text = decideText[frame.shell.language]
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      <nav class="seb-shown" aria-label={text.which}>
        <ul class="plain-list seb-actions">
          {enrolmentFilters.map((one) => (
            <li>
              <a class="seb-hit" href={addressOf(one)} aria-current={one === filter ? 'page' : undefined}>
                {text.filters[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.rows.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{filter === 'venter' ? text.noneNext : text.noneOther}</p>
        </div>
      ) : (
        <Table frame={frame} list={list} />
      )}
      <Pager shell={frame.shell} page={list} list={addressOf(filter)} />
    </AdminLayout>
  )
}

function Table({ frame, list }: Pick<EnrolmentListPageProps, 'frame' | 'list'>) {
  const { language } = frame.shell
  const text = decideText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.organisation}</th>
          <th scope="col">{text.state}</th>
          <th scope="col">{text.since}</th>
        </tr>
      </thead>
      <tbody>
        {list.rows.map(({ id, reference, name, cvr, state, since }) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={decidePath(id)}>
                {name === '' ? text.noName : name}
              </a>
              <small class="num">
                {cvr} {formatReference(reference)}
              </small>
            </th>
            <td data-title={text.state}>
              <span>{text.states[state]}</span>
            </td>
            <td data-title={text.since}>
              <span class="num">{formatDate(since, language)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
