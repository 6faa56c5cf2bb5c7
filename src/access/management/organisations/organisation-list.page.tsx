/** "Organisationer": every organisation that SEB knows, by name or CVR number. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { managementPaths, organisationPath } from '../management-paths.ts'
import { managementText } from '../text.ts'
import { type OrganisationList, type OrganisationQuery, organisationsPerPage } from './organisation-list.store.ts'
import { organisationsText } from './text.ts'

export type OrganisationsPageProps = {
  readonly frame: AdminFrame
  readonly list: OrganisationList
  readonly query: OrganisationQuery
  readonly mayCreate: boolean
}

export function OrganisationsPage({ frame, list, query, mayCreate }: OrganisationsPageProps) {
  const { language } = frame.shell
  const text = { ...managementText[language], ...organisationsText[language] }
  const total = new Intl.NumberFormat(language).format(list.total)
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      actions={
        mayCreate && (
          <a class="button button-primary" href={managementPaths.newOrganisation}>
            {text.create}
          </a>
        )
      }
      lead={list.total === 1 ? text.foundOne : fillText(text.found, { total })}
    >
      <form class="seb-filters" method="get" action={managementPaths.organisations}>
        <div>
          <label class="form-label" for="soeg">
            {text.search}
          </label>
          <input class="form-input" type="search" id="soeg" name="soeg" value={query.text} />
        </div>
        <button class="button button-secondary" type="submit">
          {text.show}
        </button>
      </form>
      {list.organisations.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.noneFound}</p>
          <p>{text.noneFoundNext}</p>
        </div>
      ) : (
        <Table frame={frame} list={list} />
      )}
      <Pager frame={frame} list={list} query={query} />
    </AdminLayout>
  )
}

function Table({ frame, list }: Pick<OrganisationsPageProps, 'frame' | 'list'>) {
  const text = { ...managementText[frame.shell.language], ...organisationsText[frame.shell.language] }
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.cvr}</th>
          <th scope="col">{text.kind}</th>
          <th scope="col" class="r">
            {text.services}
          </th>
          <th scope="col">{text.status}</th>
        </tr>
      </thead>
      <tbody>
        {list.organisations.map(({ id, name, cvr, kind, services, status }) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={organisationPath(id)}>
                {name}
              </a>
            </th>
            <td data-title={text.cvr}>
              <span class="num">{cvr}</span>
            </td>
            <td data-title={text.kind}>
              <span>{text.kinds[kind]}</span>
            </td>
            <td data-title={text.services} class="r">
              <span>{services}</span>
            </td>
            <td data-title={text.status}>
              <span>{text.statuses[status]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pager({ frame, list, query }: Omit<OrganisationsPageProps, 'mayCreate'>) {
  const { language } = frame.shell
  const text = { ...managementText[language], ...organisationsText[language] }
  if (list.total <= organisationsPerPage) return null
  const before = (list.page - 1) * organisationsPerPage
  const left = list.total - before - list.organisations.length
  const number = new Intl.NumberFormat(language)
  const range = {
    from: number.format(before + 1),
    to: number.format(before + list.organisations.length),
    total: number.format(list.total),
  }
  return (
    <nav class="seb-pager" aria-label={text.pages}>
      <p class="num">{fillText(text.range, range)}</p>
      <div class="seb-actions">
        {before > 0 && (
          <a class="button button-secondary" href={addressOf(query, list.page - 1)} rel="prev">
            {fillText(text.previous, { count: organisationsPerPage })}
          </a>
        )}
        {left > 0 && (
          <a class="button button-secondary" href={addressOf(query, list.page + 1)} rel="next">
            {fillText(text.next, { count: Math.min(left, organisationsPerPage) })}
          </a>
        )}
      </div>
    </nav>
  )
}

function addressOf({ text }: OrganisationQuery, page: number): string {
  const set = Object.entries({ soeg: text, side: String(page) }).filter(([, value]) => value !== '')
  return `${managementPaths.organisations}?${new URLSearchParams(set)}`
}
