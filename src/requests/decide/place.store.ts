/** Where a request belongs: the unit and the service by which it is decided who may see it. */
import { type Selectable, sql } from 'kysely'
import type { Limits } from '../../access/capacities/capacity.ts'
import type { Trx } from '../../storage/database.ts'
import type { AccessRequestTable } from '../../storage/schema.ts'
import type { AccessRequest } from '../request.ts'
import { asRequest } from '../requests.store.ts'

export interface Place {
  unitId: string | null
  serviceId?: string
}

/** Of `request` and `account`: somebody new belongs where they want to be; of others the account says it. */
export const placeInSql = sql`(case when request.kind = 'new-account' then coalesce(request.unit_id, account.unit_id)
  else account.unit_id end)`

/** Of `request` and `account`: within an administrator's limits. */
export function isWithin({ unitIds, serviceIds }: Limits) {
  return sql<boolean>`request.organisation_id = current_organisation() and request.state <> 'draft'
    and ${unitIds ? sql`${placeInSql} = any(${[...unitIds]}::uuid[])` : sql`true`}
    and ${serviceIds ? sql`(request.service_id is null or request.service_id = any(${[...serviceIds]}::uuid[]))` : sql`true`}`
}

/** In one query, whoever asks: how many it takes would tell that there is one. (Security D15) */
export async function findWithin(
  trx: Trx,
  limits: Limits,
  id: string,
): Promise<{ request: AccessRequest; place: Place } | null> {
  const { rows } = await sql<Selectable<AccessRequestTable> & { place: string | null }>`
    select request.*, ${placeInSql} as place from access_request request join account on account.id = request.account_id
    where request.id = ${id} and ${isWithin(limits)}`.execute(trx)
  const [row] = rows
  return row ? { request: asRequest(row), place: asPlace(row.place, row.service_id) } : null
}

/** Null where the account is not seen here. */
export async function placeOf(trx: Trx, { kind, accountId, unitId, serviceId }: AccessRequest): Promise<Place | null> {
  if (accountId === null) return null
  const account = await trx.selectFrom('account').select('unit_id').where('id', '=', accountId).executeTakeFirst()
  if (!account) return null
  return asPlace(kind === 'new-account' ? (unitId ?? account.unit_id) : account.unit_id, serviceId)
}

function asPlace(unitId: string | null, serviceId: string | null): Place {
  return { unitId, ...(serviceId === null ? {} : { serviceId }) }
}
