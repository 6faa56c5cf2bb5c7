/** Every service that SEB knows, by name, as a list that can be searched. SEB's own pages are not one of them. */
import { sql } from 'kysely'
import type { Db } from '../../../storage/database.ts'

export interface ServiceQuery {
  /** A part of a name; empty: all. */
  text: string
  page: number
}

export interface ListedService {
  id: string
  nameDa: string
  nameEn: string
  environment: 'test' | 'production'
  enabled: boolean
  critical: boolean
  roles: number
  organisations: number
  /** What was wrong the last time its metadata was fetched. */
  problem: string | null
  metadata: unknown
}

export interface ServiceList {
  services: ListedService[]
  total: number
  page: number
}

export const servicesPerPage = 50

/** A page beyond the last is the first. */
export async function listServices(db: Db, query: ServiceQuery, now: Date): Promise<ServiceList> {
  const { text, page } = query
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ListedService & { total: number }>`
    with listed as (
      select id, name_da, name_en, environment, enabled, critical, metadata_problem, metadata, count(*) over ()::integer as total
      from service where protocol <> 'seb' and (name_da ilike ${part} or name_en ilike ${part} or key ilike ${part})
      order by name_da, id limit ${servicesPerPage} offset ${(page - 1) * servicesPerPage})
    select id, name_da as "nameDa", name_en as "nameEn", environment, enabled, critical, metadata_problem as problem, metadata,
      total,
      (select count(*)::integer from role where role.service_id = listed.id and role.status = 'active'
        and (role.retired_at is null or role.retired_at > ${now})) as roles,
      (select count(*)::integer from service_grant held where held.service_id = listed.id and held.valid_from <= ${now}
        and (held.valid_until is null or held.valid_until > ${now})) as organisations
    from listed order by name_da, id`.execute(db)
  if (rows.length === 0 && page > 1) return listServices(db, { ...query, page: 1 }, now)
  return { services: rows, total: rows[0]?.total ?? 0, page }
}
