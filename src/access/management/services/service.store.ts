/** One service as those see it who keep it: what it is, its parts, who may change it, and who uses it. */
import { sql } from 'kysely'
import { type RoleState, roleState } from '../../../services/role-values.ts'
import type { Db, Trx } from '../../../storage/database.ts'
import type { ServiceTable } from '../../../storage/schema.ts'

export interface ServiceFacts {
  id: string
  key: string
  entityId: string
  nameDa: string
  nameEn: string
  shortName: string
  descriptionDa: string
  descriptionEn: string
  address: string | null
  ownerCvr: string | null
  ownerName: string | null
  contact: string | null
  audience: ServiceTable['audience']
  environment: 'test' | 'production'
  lowestAssurance: ServiceTable['lowest_assurance']
  access: ServiceTable['access']
  logInKinds: ('professional' | 'person')[]
  critical: boolean
  enabled: boolean
}

export interface ServiceRole {
  id: string
  nameDa: string
  nameEn: string
  descriptionDa: string
  descriptionEn: string
  state: RoleState
  retiredAt: Date | null
  sensitive: boolean
}

export interface ServiceOwner {
  appointmentId: string
  name: string
  since: Date
}

export interface ServiceDescription extends ServiceFacts {
  metadata: unknown
  metadataReadAt: Date
  /** Where it is fetched from every hour; null where it was given by hand. */
  metadataAddress: string | null
  metadataCheckedAt: Date | null
  metadataProblem: string | null
  /** Whether answers are encrypted to it. */
  encryptAssertion: boolean
  attributes: { name: string; legalBasis: string }[]
  providers: { id: string; nameDa: string; nameEn: string; enabled: boolean }[]
  roles: ServiceRole[]
  owners: ServiceOwner[]
  organisations: number
  openRequests: number
}

/** Null for an id of none, and for SEB's own pages. */
export async function findServiceFacts(db: Db | Trx, id: string): Promise<ServiceFacts | null> {
  const row = await selectFacts(db, id)
  return row ? factsOf(row) : null
}

export async function describeService(trx: Trx, id: string, now: Date): Promise<ServiceDescription | null> {
  const row = await selectFacts(trx, id)
  if (!row) return null
  const attributes = await trx
    .selectFrom('service_attribute')
    .select(['attribute as name', 'legal_basis as legalBasis'])
    .where('service_id', '=', id)
    .orderBy('attribute')
    .execute()
  const providers = await trx
    .selectFrom('service_identity_provider')
    .innerJoin('identity_provider as provider', 'provider.id', 'identity_provider_id')
    .select(['provider.id', 'provider.name_da as nameDa', 'provider.name_en as nameEn', 'provider.enabled'])
    .where('service_id', '=', id)
    .orderBy('provider.name_da')
    .execute()
  const [counts] = (
    await sql<{ organisations: number; requests: number }>`
    select (select count(*)::integer from service_grant held where held.service_id = ${id} and held.valid_from <= ${now}
        and (held.valid_until is null or held.valid_until > ${now})) as organisations,
      (select count(*)::integer from change_request where service_id = ${id} and status = 'open') as requests`.execute(
      trx,
    )
  ).rows
  return {
    ...factsOf(row),
    metadata: row.metadata,
    metadataReadAt: row.metadata_read_at,
    metadataAddress: row.metadata_address,
    metadataCheckedAt: row.metadata_checked_at,
    metadataProblem: row.metadata_problem,
    encryptAssertion: encrypts(row.settings),
    attributes,
    providers,
    roles: await rolesOf(trx, id, now),
    owners: await ownersOf(trx, id, now),
    organisations: counts?.organisations ?? 0,
    openRequests: counts?.requests ?? 0,
  }
}

function encrypts(settings: unknown): boolean {
  return !(
    typeof settings === 'object' &&
    settings !== null &&
    'encryptAssertion' in settings &&
    !settings.encryptAssertion
  )
}

function selectFacts(db: Db | Trx, id: string) {
  return db
    .selectFrom('service')
    .leftJoin('organisation as owner', 'owner.id', 'service.owner_organisation_id')
    .selectAll('service')
    .select(['owner.cvr as owner_cvr', 'owner.name as owner_name'])
    .where('service.id', '=', id)
    .where('service.protocol', '<>', 'seb')
    .executeTakeFirst()
}

type Row = NonNullable<Awaited<ReturnType<typeof selectFacts>>>

function factsOf(row: Row): ServiceFacts {
  return {
    id: row.id,
    key: row.key,
    entityId: row.entity_id,
    nameDa: row.name_da,
    nameEn: row.name_en,
    shortName: row.short_name,
    descriptionDa: row.description_da,
    descriptionEn: row.description_en,
    address: row.address,
    ownerCvr: row.owner_cvr,
    ownerName: row.owner_name,
    contact: row.contact,
    audience: row.audience,
    environment: row.environment,
    lowestAssurance: row.lowest_assurance,
    access: row.access,
    logInKinds: row.log_in_kinds,
    critical: row.critical,
    enabled: row.enabled,
  }
}

/** Those in use first, then drafts, then those that are over. */
export async function rolesOf(trx: Trx, serviceId: string, now: Date): Promise<ServiceRole[]> {
  const rows = await trx
    .selectFrom('role')
    .select(['id', 'name_da as nameDa', 'name_en as nameEn', 'description_da as descriptionDa', 'sensitive', 'status'])
    .select(['description_en as descriptionEn', 'retired_at as retiredAt'])
    .where('service_id', '=', serviceId)
    .orderBy('name_da')
    .orderBy('id')
    .execute()
  const places: readonly RoleState[] = ['active', 'ending', 'draft', 'retired']
  return rows
    .map(({ status, ...row }) => ({
      ...row,
      state: roleState({ status, retiredAt: row.retiredAt?.toISOString() ?? null }, now),
    }))
    .sort((one, other) => Math.max(1, places.indexOf(one.state)) - Math.max(1, places.indexOf(other.state)))
}

export async function ownersOf(trx: Trx, serviceId: string, now: Date): Promise<ServiceOwner[]> {
  return trx
    .selectFrom('staff_appointment as staff')
    .innerJoin('person', 'person.id', 'staff.person_id')
    .select(['staff.id as appointmentId', 'person.name', 'staff.appointed_at as since'])
    .where('staff.service_id', '=', serviceId)
    .where('staff.capacity', '=', 'service-owner')
    .where('staff.ended_at', 'is', null)
    .where((where) => where.or([where('staff.valid_until', 'is', null), where('staff.valid_until', '>', now)]))
    .orderBy('person.name')
    .orderBy('staff.id')
    .execute()
}

export interface Use {
  organisationId: string
  name: string
  cvr: string
  validUntil: Date | null
  people: number
}

export const usePerPage = 50

/** The organisations that may use it now, and how many people in each hold a role: numbers, no names. */
export async function useOf(
  db: Db,
  { serviceId, page, now }: { serviceId: string; page: number; now: Date },
): Promise<{ use: Use[]; total: number; page: number }> {
  const { rows } = await sql<Use & { total: number }>`
    with listed as (
      select organisation.id, organisation.name, organisation.cvr, held.valid_until, held.role_ids,
        count(*) over ()::integer as total
      from service_grant held join organisation on organisation.id = held.organisation_id
      where held.service_id = ${serviceId} and held.valid_from <= ${now}
        and (held.valid_until is null or held.valid_until > ${now})
      order by organisation.name, organisation.id limit ${usePerPage} offset ${(page - 1) * usePerPage})
    select id as "organisationId", name, cvr, valid_until as "validUntil", total,
      (select count(distinct account.person_id)::integer from role_assignment assigned
        join account on account.id = assigned.account_id join role on role.id = assigned.role_id
        where account.organisation_id = listed.id and assigned.service_id = ${serviceId} and account.status = 'active'
          and account.valid_from <= ${now} and (account.valid_until is null or account.valid_until > ${now})
          and assigned.withdrawn_at is null and assigned.valid_from <= ${now}
          and (assigned.valid_until is null or assigned.valid_until > ${now})
          and role.status = 'active' and (role.retired_at is null or role.retired_at > ${now})
          and (listed.role_ids is null or role.id = any(listed.role_ids))) as people
    from listed order by name, id`.execute(db)
  if (rows.length === 0 && page > 1) return useOf(db, { serviceId, page: 1, now })
  return { use: rows, total: rows[0]?.total ?? 0, page }
}
