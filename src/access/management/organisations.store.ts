/** What system management sees of organisations: all of them as a list, and one with its units, administrators and grants. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import type { OrganisationTable } from '../../storage/schema.ts'

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

export interface OrganisationUnit {
  id: string
  name: string
  sor: string | null
  pNumber: string | null
  ydernummer: string | null
}

export interface OrganisationGrant {
  id: string
  serviceDa: string
  serviceEn: string
  /** Danish and English names of the roles it is cut down to; null: all. */
  roles: { da: string; en: string }[] | null
  validFrom: Date
  validUntil: Date | null
}

export interface OrganisationDescription extends Omit<ListedOrganisation, 'services'> {
  createdAt: Date
  employees: number
  units: OrganisationUnit[]
  administrators: { name: string; level: 'chief' | 'administrator' }[]
  grants: OrganisationGrant[]
}

export async function describeOrganisation(trx: Trx, id: string, now: Date): Promise<OrganisationDescription | null> {
  const organisation = await trx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!organisation) return null
  const units = await trx
    .selectFrom('unit')
    .select(['id', 'name', 'sor', 'p_number as pNumber', 'ydernummer'])
    .where('organisation_id', '=', id)
    .orderBy('name')
    .execute()
  const administrators = await sql<{ name: string; level: 'chief' | 'administrator' }>`
    select person.name, appointment.level
    from administrator_appointment appointment join account on account.id = appointment.account_id
    join person on person.id = account.person_id
    where account.organisation_id = ${id} and appointment.ended_at is null
      and (appointment.valid_until is null or appointment.valid_until > ${now}) and account.status = 'active'
      and account.valid_from <= ${now} and (account.valid_until is null or account.valid_until > ${now})
    order by appointment.level desc, person.name`.execute(trx)
  const employees = await sql<{ count: number }>`
    select count(*)::integer as count from account where organisation_id = ${id} and status = 'active'
      and valid_from <= ${now} and (valid_until is null or valid_until > ${now})`.execute(trx)
  return {
    id,
    cvr: organisation.cvr,
    name: organisation.name,
    kind: organisation.kind,
    status: organisation.status,
    createdAt: organisation.created_at,
    employees: employees.rows[0]?.count ?? 0,
    units,
    administrators: administrators.rows,
    grants: await grantsOf(trx, id),
  }
}

async function grantsOf(trx: Trx, organisationId: string): Promise<OrganisationGrant[]> {
  const { rows } = await sql<OrganisationGrant>`
    select held.id, service.name_da as "serviceDa", service.name_en as "serviceEn", held.valid_from as "validFrom",
      held.valid_until as "validUntil",
      case when held.role_ids is null then null else coalesce((
        select jsonb_agg(jsonb_build_object('da', role.name_da, 'en', role.name_en) order by role.name_da)
        from role where role.id = any(held.role_ids)), '[]') end as roles
    from service_grant held join service on service.id = held.service_id
    where held.organisation_id = ${organisationId} order by service.name_da, held.id`.execute(trx)
  return rows
}
