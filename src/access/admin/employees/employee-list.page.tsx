/** "Medarbejdere": who works here, what they have and when they were last seen, with search and filters that stay. */
import type { Page } from '../../../storage/keyset.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import { Pager } from '../../../web/pager.tsx'
import { adminPaths, employeePath } from '../admin-paths.ts'
import { bulkText } from '../bulk/text.ts'
import type { AdminFrame } from '../frame.ts'
import { inviteText } from '../invite/text.ts'
import { EmployeeState } from './employee-state.tsx'
import { type EmployeeQuery, type ListedEmployee, statusFilters, type UnitChoice } from './employees.store.ts'
import { employeesText } from './text.ts'
import { Tick, TickBar } from './tick.tsx'

export type EmployeeListPageProps = {
  readonly frame: AdminFrame
  readonly list: Page<ListedEmployee>
  readonly query: EmployeeQuery
  readonly units: readonly UnitChoice[]
  readonly now: Date
  readonly mayCreate: boolean
  /** Whether people can be ticked, and whether somebody went on without a tick. */
  readonly ticks: { readonly shown: boolean; readonly missing: boolean; readonly asks: boolean }
}

export function EmployeeListPage({ frame, list, query, units, now, mayCreate, ticks }: EmployeeListPageProps) {
  const { language } = frame.shell
  const text = employeesText[language]
  const total = new Intl.NumberFormat(language).format(list.total)
  const lead = list.total === 1 ? text.foundOne : fillText(text.found, { total })
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={lead}
      actions={
        mayCreate && (
          <a class="button button-primary" href={adminPaths.createEmployee}>
            {inviteText[language].create}
          </a>
        )
      }
    >
      <Filters query={query} units={units} frame={frame} />
      {list.rows.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.noneFound}</p>
          <p>{text.noneFoundNext}</p>
        </div>
      ) : (
        <>
          {ticks.missing && (
            <div class="seb-mistakes" role="alert">
              <a href="#alle">{bulkText[language].selected.none}</a>
            </div>
          )}
          {ticks.shown && <TickBar shell={frame.shell} query={query} total={list.total} asks={ticks.asks} />}
          <Table frame={frame} list={list} now={now} ticks={ticks} />
        </>
      )}
      <Pager shell={frame.shell} page={list} list={addressOf(query)} />
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

function Table({ frame, list, now, ticks }: Pick<EmployeeListPageProps, 'frame' | 'list' | 'now' | 'ticks'>) {
  const { shell } = frame
  const text = employeesText[shell.language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.title}</caption>
      <thead>
        <tr>
          {ticks.shown && (
            <th scope="col">
              <span class="sr-only">{bulkText[shell.language].selected.title}</span>
            </th>
          )}
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
        {list.rows.map((employee) => (
          <tr>
            {ticks.shown && <Tick shell={shell} id={employee.id} name={employee.name} />}
            <th scope="row">
              <a class="seb-name seb-hit" href={employeePath(employee.id)}>
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

/** The address of the list with the filters as they are. */
function addressOf({ text, unitId, status }: EmployeeQuery): string {
  const values = { soeg: text, enhed: unitId ?? '', status: status === 'current' ? '' : status }
  const set = Object.entries(values).filter(([, value]) => value !== '')
  return `${adminPaths.employees}?${new URLSearchParams(set)}`
}
