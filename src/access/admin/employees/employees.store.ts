/** The organisation's employees as a list, a page at a time, within the administrator's limits. */
import { sql } from 'kysely'
import type { Cursor } from '../../../base/cursor.ts'
import type { AccountAtTheDoor } from '../../../people/account.ts'
import type { Trx } from '../../../storage/database.ts'
import { type LongList, type Page, readPage } from '../../../storage/keyset.ts'
import { nameHas } from '../../../storage/name-search.ts'
import type { Limits } from '../../capacities/capacity.ts'

export const statusFilters = [
  'current',
  'active',
  'suspended',
  'ended',
  'requested',
  'roles-ending',
  'account-ending',
  'not-seen',
  'invited',
] as const

export type StatusFilter = (typeof statusFilters)[number]

export interface EmployeeQuery {
  /** Parts of the name, all of which must be there; empty: everybody. */
  text: string
  unitId: string | null
  status: StatusFilter
}

export interface ListedEmployee {
  /** Of the account. */
  id: string
  name: string
  unitName: string | null
  status: AccountAtTheDoor['status']
  validFrom: Date
  validUntil: Date | null
  lastLogInAt: Date | null
  /** Assignments that are neither withdrawn nor past, in the services within the limits. */
  roles: number
}

/** By name. */
export function listEmployees(
  trx: Trx,
  limits: Limits,
  query: EmployeeQuery,
  cursor: Cursor | null,
  now: Date,
): Promise<Page<ListedEmployee>> {
  const { serviceIds } = limits
  const list: LongList = {
    from: sql`account`,
    where: within(limits, query, now),
    id: sql`account.id`,
    order: [sql`account.name_key`, sql`account.id`],
    rows: sql`
      select account.id, person.name, unit.name as "unitName", account.status, account.valid_from as "validFrom",
        account.valid_until as "validUntil", account.last_log_in_at as "lastLogInAt",
        (select count(*)::integer from role_assignment held
          where held.account_id = account.id and held.withdrawn_at is null
            and (held.valid_until is null or held.valid_until > ${now})
            and (${serviceIds}::uuid[] is null or held.service_id = any(${serviceIds}::uuid[]))) as roles
      from page join account on account.id = page.id join person on person.id = account.person_id
      left join unit on unit.id = account.unit_id`,
    countTo: null,
    searched: query.text !== '',
  }
  return readPage<ListedEmployee>(trx, list, cursor)
}

/** Everybody on all the pages, by name; of those with these accounts where some are given. */
export async function listMatching(
  trx: Trx,
  limits: Limits,
  query: Omit<EmployeeQuery, 'status'> & { status: StatusFilter | null },
  now: Date,
  accountIds: readonly string[] | null,
): Promise<{ id: string; name: string }[]> {
  const among = accountIds ? sql`account.id = any(${[...accountIds]}::uuid[])` : sql`true`
  const { rows } = await sql<{ id: string; name: string }>`
    select account.id, person.name from account join person on person.id = account.person_id
    where ${within(limits, query, now)} and ${among} order by account.name_key, account.id`.execute(trx)
  return rows
}

function within(
  limits: Limits,
  { text, unitId, status }: Omit<EmployeeQuery, 'status'> & { status: StatusFilter | null },
  now: Date,
) {
  return sql<boolean>`${withinLimits(limits)}
    and ${unitId ? sql`account.unit_id = ${unitId}` : sql`true`}
    and ${nameHas(sql`account.name_key`, text)} and ${status ? employeesAre(status, limits, now) : sql`true`}`
}

/** The accounts of the organisation that an administrator may see. */
export function withinLimits({ unitIds }: Limits) {
  return sql<boolean>`account.organisation_id = current_organisation()
    and ${unitIds ? sql`account.unit_id = any(${[...unitIds]}::uuid[])` : sql`true`}`
}

const oneDay = 86_400_000
/** "Soon" and "lately", on the first page and in the list. */
const endsWithin = 30 * oneDay
const seenWithin = 90 * oneDay

export function employeesAre(status: StatusFilter, { serviceIds }: Limits, now: Date) {
  const soon = new Date(now.getTime() + endsWithin)
  const lately = new Date(now.getTime() - seenWithin)
  const over = sql`(account.status = 'ended' or account.valid_until <= ${now})`
  switch (status) {
    case 'current':
      return sql`${over} is not true`
    case 'ended':
      return over
    case 'active':
    case 'suspended':
    case 'requested':
      return sql`(account.status = ${status} and ${over} is not true)`
    case 'account-ending':
      return sql`(${over} is not true and account.valid_until > ${now} and account.valid_until <= ${soon})`
    case 'roles-ending':
      return sql`(${over} is not true and account.id in (
        select held.account_id from role_assignment held where held.organisation_id = current_organisation()
          and held.withdrawn_at is null and held.valid_until > ${now} and held.valid_until <= ${soon}
          and (${serviceIds}::uuid[] is null or held.service_id = any(${serviceIds}::uuid[]))))`
    case 'not-seen':
      return sql`(account.status = 'active' and ${over} is not true
        and coalesce(account.last_log_in_at, greatest(account.valid_from, account.created_at)) < ${lately})`
    case 'invited':
      return sql`(account.status = 'active' and ${over} is not true and account.id in (
        select account_id from invitation where organisation_id = current_organisation() and ended_at is null))`
  }
}

export interface UnitChoice {
  id: string
  name: string
}

/** The open units within the limits, for filters and forms. */
export async function listUnits(trx: Trx, { unitIds }: Limits): Promise<UnitChoice[]> {
  let select = trx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
  if (unitIds) select = select.where(sql<boolean>`id = any(${sql.val([...unitIds])}::uuid[])`)
  return select.execute()
}
