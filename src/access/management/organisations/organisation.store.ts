/** One organisation as system management sees it: its facts, units, administrators and grants. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../../storage/database.ts'
import type { OrganisationTable } from '../../../storage/schema.ts'

export type OrganisationKind = OrganisationTable['kind']
export type OrganisationStatus = OrganisationTable['status']

export const organisationKinds = [
  'region',
  'municipality',
  'hospital',
  'general-practice',
  'specialist',
  'dentist',
  'pharmacy',
  'private-provider',
  'authority',
  'supplier',
] as const satisfies readonly OrganisationKind[]

export const organisationStatuses = ['applied', 'active', 'closed'] as const satisfies readonly OrganisationStatus[]

export interface OrganisationFacts {
  id: string
  cvr: string
  name: string
  kind: OrganisationKind
  status: OrganisationStatus
  allowsPrivateLogIn: boolean
  createdAt: Date
  mergedInto: { id: string; name: string } | null
}

export async function findOrganisationFacts(db: Db | Trx, id: string): Promise<OrganisationFacts | null> {
  const row = await db
    .selectFrom('organisation')
    .leftJoin('organisation as successor', 'successor.id', 'organisation.merged_into')
    .selectAll('organisation')
    .select('successor.name as successor_name')
    .where('organisation.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    cvr: row.cvr,
    name: row.name,
    kind: row.kind,
    status: row.status,
    allowsPrivateLogIn: row.allows_private_log_in,
    createdAt: row.created_at,
    mergedInto:
      row.merged_into && row.successor_name !== null ? { id: row.merged_into, name: row.successor_name } : null,
  }
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

export interface OrganisationDescription extends OrganisationFacts {
  employees: number
  units: { shown: OrganisationUnit[]; total: number; text: string }
  administrators: { name: string; level: 'chief' | 'administrator' }[]
  grants: OrganisationGrant[]
}

/** More units than this are searched for, not read down. */
export const unitsShown = 20

export async function describeOrganisation(
  trx: Trx,
  id: string,
  { now, unitText }: { now: Date; unitText: string },
): Promise<OrganisationDescription | null> {
  const facts = await findOrganisationFacts(trx, id)
  if (!facts) return null
  const employees = await sql<{ count: number }>`
    select count(*)::integer as count from account where organisation_id = ${id} and status = 'active'
      and valid_from <= ${now} and (valid_until is null or valid_until > ${now})`.execute(trx)
  return {
    ...facts,
    employees: employees.rows[0]?.count ?? 0,
    units: await findUnits(trx, id, unitText),
    administrators: await administratorsOf(trx, id, now),
    grants: await grantsOf(trx, id),
  }
}

async function findUnits(trx: Trx, organisationId: string, text: string): Promise<OrganisationDescription['units']> {
  const part = text.replace(/[\\%_]/g, '\\$&')
  const { rows } = await sql<OrganisationUnit & { total: number }>`
    select id, name, sor, p_number as "pNumber", ydernummer, count(*) over ()::integer as total from unit
    where organisation_id = ${organisationId}
      and (${text} = '' or name ilike ${`%${part}%`} or sor like ${`${part}%`})
    order by name, id limit ${unitsShown}`.execute(trx)
  return { shown: rows.map(({ total: _, ...unit }) => unit), total: rows[0]?.total ?? 0, text }
}

/** Those who can act now; chief administrators first. */
async function administratorsOf(
  trx: Trx,
  organisationId: string,
  now: Date,
): Promise<OrganisationDescription['administrators']> {
  const { rows } = await sql<{ name: string; level: 'chief' | 'administrator' }>`
    select person.name, appointment.level
    from administrator_appointment appointment join account on account.id = appointment.account_id
    join person on person.id = account.person_id
    where account.organisation_id = ${organisationId} and appointment.ended_at is null
      and (appointment.valid_until is null or appointment.valid_until > ${now}) and account.status = 'active'
      and account.valid_from <= ${now} and (account.valid_until is null or account.valid_until > ${now})
    order by appointment.level desc, person.name`.execute(trx)
  return rows
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
