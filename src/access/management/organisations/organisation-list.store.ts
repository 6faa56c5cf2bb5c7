/** Every organisation, by name or CVR number, kind and status, a page at a time. */
import { sql } from 'kysely'
import type { Db } from '../../../storage/database.ts'
import type { OrganisationTable } from '../../../storage/schema.ts'

export interface OrganisationQuery {
  /** A part of the name, or the beginning of the CVR number; empty: all. */
  text: string
  page: number
}

export interface ListedOrganisation {
  id: string
  cvr: string
  name: string
  kind: OrganisationTable['kind']
  status: OrganisationTable['status']
  services: number
}

export interface OrganisationList {
  organisations: ListedOrganisation[]
  total: number
  page: number
}

export const organisationsPerPage = 50

/** A page beyond the last is the first. */
export async function listOrganisations(db: Db, query: OrganisationQuery, now: Date): Promise<OrganisationList> {
  const { text, page } = query
  const part = text.replace(/[\\%_]/g, '\\$&')
  const { rows } = await sql<ListedOrganisation & { total: number }>`
    with listed as (
      select id, cvr, name, kind, status, count(*) over ()::integer as total from organisation
      where ${text} = '' or name ilike ${`%${part}%`} or cvr like ${`${part}%`}
      order by name, id limit ${organisationsPerPage} offset ${(page - 1) * organisationsPerPage})
    select listed.*, (select count(*)::integer from service_grant held where held.organisation_id = listed.id
      and held.valid_from <= ${now} and (held.valid_until is null or held.valid_until > ${now})) as services
    from listed order by name, id`.execute(db)
  if (rows.length === 0 && page > 1) return listOrganisations(db, { ...query, page: 1 }, now)
  return { organisations: rows, total: rows[0]?.total ?? 0, page }
}
