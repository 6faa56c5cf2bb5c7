/** The services whose answer an administrator may ask for: granted to the organisation, or held by the employee. */
import { sql } from 'kysely'
import type { Trx } from '../../../storage/database.ts'
import type { Limits } from '../../capacities/capacity.ts'

export interface ServiceToTry {
  id: string
  nameDa: string
  nameEn: string
  lowestAssurance: 'Low' | 'Substantial' | 'High'
}

/** By name, within the limits. */
export async function findServicesToTry(trx: Trx, accountId: string, { serviceIds }: Limits): Promise<ServiceToTry[]> {
  const { rows } = await sql<ServiceToTry>`
    select id, name_da as "nameDa", name_en as "nameEn", lowest_assurance as "lowestAssurance" from service
    where enabled and protocol <> 'seb'
      and (${serviceIds}::uuid[] is null or id = any(${serviceIds}::uuid[]))
      and (exists (select from service_grant held where held.service_id = service.id
          and held.organisation_id = current_organisation())
        or exists (select from role_assignment held where held.service_id = service.id and held.account_id = ${accountId}))
    order by name_da, id`.execute(trx)
  return rows
}
