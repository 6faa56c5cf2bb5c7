/** What a role means to people: how many hold it, or will, and in how many organisations. */
import { sql } from 'kysely'
import type { Trx } from '../../../../storage/database.ts'

export interface RoleEffect {
  people: number
  organisations: number
}

/** Assignments that are in force or to come, of accounts that are not over, where the organisation may use the role. */
export async function effectOfRole(trx: Trx, roleId: string, now: Date): Promise<RoleEffect> {
  const { rows } = await sql<RoleEffect>`
    select count(distinct account.person_id)::integer as people,
      count(distinct account.organisation_id)::integer as organisations
    from role_assignment held join account on account.id = held.account_id
    join service_grant given on given.organisation_id = account.organisation_id and given.service_id = held.service_id
    where held.role_id = ${roleId} and held.withdrawn_at is null
      and (held.valid_until is null or held.valid_until > ${now})
      and account.status <> 'ended' and (account.valid_until is null or account.valid_until > ${now})
      and (given.valid_until is null or given.valid_until > ${now})
      and (given.role_ids is null or held.role_id = any(given.role_ids))`.execute(trx)
  return rows[0] ?? { people: 0, organisations: 0 }
}

/** The roles of the service that replace, or are replaced by, this one; by id. */
export async function roleNames(trx: Trx, serviceId: string, language: 'da' | 'en'): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('role')
    .select(['id', 'name_da', 'name_en'])
    .where('service_id', '=', serviceId)
    .execute()
  return new Map(rows.map((row) => [row.id, language === 'da' ? row.name_da : row.name_en]))
}
