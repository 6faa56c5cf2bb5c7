/** "Medarbejdere": who works here, what they have and when they were last seen, with search and filters that stay. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import { Icon } from '../../../web/icons.tsx'
import { adminPaths, employeePath } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import { EmployeeState } from './employee-state.tsx'
import {
  type EmployeeList,
  type EmployeeQuery,
  employeesPerPage,
  statusFilters,
  type UnitChoice,
} from './employees.store.ts'
import { employeesText } from './text.ts'

export type EmployeeListPageProps = {
  readonly frame: AdminFrame
  readonly list: EmployeeList
  readonly query: EmployeeQuery
  readonly units: readonly UnitChoice[]
  readonly now: Date
}

export function EmployeeListPage({ frame, list, query, units, now }: EmployeeListPageProps) {
  const { language } = frame.shell
  const text = employeesText[language]
  const total = new Intl.NumberFormat(language).format(list.total)
  const lead = list.total === 1 ? text.foundOne : fillText(text.found, { total })
  return (
    <AdminLayout {...frame} title={text.title} lead={lead}>
      <Filters query={query} units={units} frame={frame} />
      {list.employees.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.noneFound}</p>
          <p>{text.noneFoundNext}</p>
        </div>
      ) : (
        <Table frame={frame} list={list} now={now} />
      )}
      <Pager frame={frame} list={list} query={query} />
    </AdminLayout>
  )
}

function Filters({ frame, query, units }: Pick<EmployeeListPageProps, 'frame' | 'query' | 'units'>) {
  const text = employeesText[frame.shell.language]
  return (
    <form class="seb-filters" method="get" action={adminPaths.employees}>
      <div>
        <label class="form-label" for="soeg">
          {text.search}
        </label>
        <input class="form-input" type="search" id="soeg" name="soeg" value={query.text} />
      </div>
      <div>
        <label class="form-label" for="enhed">
          {text.unit}
        </label>
        <select class="form-select" id="enhed" name="enhed">
          <option value="">{text.allUnits}</option>
          {units.map(({ id, name }) => (
            <option value={id} selected={id === query.unitId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label class="form-label" for="status">
          {text.status}
        </label>
        <select class="form-select" id="status" name="status">
          {statusFilters.map((status) => (
            <option value={status} selected={status === query.status}>
              {text.statusFilter[status]}
            </option>
          ))}
        </select>
      </div>
      <button class="button button-secondary" type="submit">
        {text.show}
      </button>
    </form>
  )
}

function Table({ frame, list, now }: Pick<EmployeeListPageProps, 'frame' | 'list' | 'now'>) {
  const { shell } = frame
  const text = employeesText[shell.language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.unit}</th>
          <th scope="col" class="r">
            {text.roles}
          </th>
          <th scope="col">{text.lastLogIn}</th>
          <th scope="col">{text.status}</th>
        </tr>
      </thead>
      <tbody>
        {list.employees.map((employee) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={employeePath(employee.accountId)}>
                {employee.name}
              </a>
            </th>
            <td data-title={text.unit}>
              <span>{employee.unitName ?? text.noUnit}</span>
            </td>
            <td data-title={text.roles} class="r">
              <span>{employee.roles}</span>
            </td>
            <td data-title={text.lastLogIn}>
              <span class="nowrap">
                {employee.lastLogInAt ? formatDate(employee.lastLogInAt, shell.language) : text.never}
              </span>
            </td>
            <td data-title={text.status}>
              <EmployeeState shell={shell} facts={employee} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pager({ frame, list, query }: Pick<EmployeeListPageProps, 'frame' | 'list' | 'query'>) {
  const { language, assets } = frame.shell
  const text = employeesText[language]
  const before = (list.page - 1) * employeesPerPage
  const left = list.total - before - list.employees.length
  if (list.total <= employeesPerPage) return null
  const number = new Intl.NumberFormat(language)
  const range = {
    from: number.format(before + 1),
    to: number.format(before + list.employees.length),
    total: number.format(list.total),
  }
  return (
    <nav class="seb-pager" aria-label={text.pages}>
      <p class="num">{fillText(text.range, range)}</p>
      <div class="seb-actions">
        {before > 0 && (
          <a class="button button-secondary" href={addressOf(query, list.page - 1)} rel="prev">
            {fillText(text.previous, { count: employeesPerPage })}
          </a>
        )}
        {left > 0 && (
          <a class="button button-secondary" href={addressOf(query, list.page + 1)} rel="next">
            {fillText(text.next, { count: Math.min(left, employeesPerPage) })}
            <Icon sprite={assets.icons} name="arrow-forward" />
          </a>
        )}
      </div>
    </nav>
  )
}

function addressOf({ text, unitId, status }: EmployeeQuery, page: number): string {
  const values = { soeg: text, enhed: unitId ?? '', status: status === 'current' ? '' : status, side: String(page) }
  const set = Object.entries(values).filter(([, value]) => value !== '')
  return `${adminPaths.employees}?${new URLSearchParams(set)}`
}
