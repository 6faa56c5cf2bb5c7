/** The organisation's employees as a list: one query a page, within the administrator's limits. */
import { sql } from 'kysely'
import type { AccountAtTheDoor } from '../../../people/account.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Limits } from '../../capacities/capacity.ts'

export const statusFilters = ['current', 'active', 'suspended', 'ended'] as const

export type StatusFilter = (typeof statusFilters)[number]

export interface EmployeeQuery {
  /** Part of the name; empty: everybody. */
  text: string
  unitId: string | null
  status: StatusFilter
  page: number
}

export interface ListedEmployee {
  accountId: string
  name: string
  unitName: string | null
  status: AccountAtTheDoor['status']
  validFrom: Date
  validUntil: Date | null
  lastLogInAt: Date | null
  /** Assignments that are neither withdrawn nor past, in the services within the limits. */
  roles: number
}

export interface EmployeeList {
  employees: ListedEmployee[]
  total: number
  page: number
}

export const employeesPerPage = 50

interface Row {
  account_id: string
  name: string
  unit_name: string | null
  status: AccountAtTheDoor['status']
  valid_from: Date
  valid_until: Date | null
  last_log_in_at: Date | null
  roles: number
  total: number
}

/** A page beyond the last is the first. */
export async function listEmployees(trx: Trx, limits: Limits, query: EmployeeQuery, now: Date): Promise<EmployeeList> {
  const { text, unitId, status, page } = query
  const { rows } = await sql<Row>`
    with listed as (
      select account.id as account_id, person.name, unit.name as unit_name, account.status, account.valid_from,
        account.valid_until, account.last_log_in_at, count(*) over ()::integer as total
      from account join person on person.id = account.person_id left join unit on unit.id = account.unit_id
      where account.organisation_id = current_organisation()
        and (${limits.unitIds}::uuid[] is null or account.unit_id = any(${limits.unitIds}::uuid[]))
        and (${unitId}::uuid is null or account.unit_id = ${unitId}::uuid)
        and (${text} = '' or person.name ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`})
        and ${withStatus(status, now)}
      order by person.name, account.id
      limit ${employeesPerPage} offset ${(page - 1) * employeesPerPage})
    select listed.*, (select count(*)::integer from role_assignment held
      where held.account_id = listed.account_id and held.withdrawn_at is null
        and (held.valid_until is null or held.valid_until > ${now})
        and (${limits.serviceIds}::uuid[] is null or held.service_id = any(${limits.serviceIds}::uuid[]))) as roles
    from listed order by name, account_id`.execute(trx)
  if (rows.length === 0 && page > 1) return listEmployees(trx, limits, { ...query, page: 1 }, now)
  return { employees: rows.map(employeeOf), total: rows[0]?.total ?? 0, page }
}

function withStatus(status: StatusFilter, now: Date) {
  const over = sql`(account.status = 'ended' or account.valid_until <= ${now})`
  switch (status) {
    case 'current':
      return sql`${over} is not true`
    case 'ended':
      return over
    case 'active':
    case 'suspended':
      return sql`(account.status = ${status} and ${over} is not true)`
  }
}

function employeeOf(row: Row): ListedEmployee {
  return {
    accountId: row.account_id,
    name: row.name,
    unitName: row.unit_name,
    status: row.status,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    lastLogInAt: row.last_log_in_at,
    roles: row.roles,
  }
}

export interface UnitChoice {
  id: string
  name: string
}

/** The units within the limits, for filters and forms. */
export async function listUnits(trx: Trx, { unitIds }: Limits): Promise<UnitChoice[]> {
  let select = trx.selectFrom('unit').select(['id', 'name']).orderBy('name').orderBy('id')
  if (unitIds) select = select.where(sql<boolean>`id = any(${sql.val([...unitIds])}::uuid[])`)
  return select.execute()
}
