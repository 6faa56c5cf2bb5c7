/** "Organisationer": every organisation that SEB knows, by name or CVR number. */

import type { Page } from '../../../storage/keyset.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { Pager } from '../../../web/pager.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { managementPaths, organisationPath } from '../management-paths.ts'
import { managementText } from '../text.ts'
import { organisationKinds, organisationStatuses } from './organisation.store.ts'
import type { ListedOrganisation, OrganisationQuery } from './organisation-list.store.ts'
import { organisationsText } from './text.ts'

export type OrganisationsPageProps = {
  readonly frame: AdminFrame
  readonly list: Page<ListedOrganisation>
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
        <div>
          <label class="form-label" for="art">
            {text.kind}
          </label>
          <select class="form-select" id="art" name="art">
            <option value="">{text.allKinds}</option>
            {organisationKinds.map((kind) => (
              <option value={kind} selected={kind === query.kind}>
                {text.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label class="form-label" for="status">
            {text.status}
          </label>
          <select class="form-select" id="status" name="status">
            <option value="">{text.allStatuses}</option>
            {organisationStatuses.map((status) => (
              <option value={status} selected={status === query.status}>
                {text.statuses[status]}
              </option>
            ))}
          </select>
        </div>
        <button class="button button-secondary" type="submit">
          {text.show}
        </button>
      </form>
      {list.rows.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.noneFound}</p>
          <p>{text.noneFoundNext}</p>
        </div>
      ) : (
        <Table frame={frame} list={list} />
      )}
      <Pager shell={frame.shell} page={list} list={addressOf(query)} />
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
        {list.rows.map(({ id, name, cvr, kind, services, status }) => (
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

function addressOf({ text, kind, status }: OrganisationQuery): string {
  const set = Object.entries({ soeg: text, art: kind ?? '', status: status ?? '' }).filter(([, value]) => value !== '')
  return `${managementPaths.organisations}?${new URLSearchParams(set)}`
}
