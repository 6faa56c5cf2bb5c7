/** The services that can be given to organisations, with what a grant of one can be cut down to. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../../storage/database.ts'
import type { ScopeKind } from '../../roles/role-at-the-door.ts'
import { running } from '../counted.ts'

export interface ListedService {
  id: string
  nameDa: string
  nameEn: string
  /** Organisations that have it now or will. */
  organisations: number
}

/** By part of the name. SEB's own pages are a service that nobody is given. */
export async function listGrantableServices(
  db: Db | Trx,
  { text, now, notOf = null }: { text: string; now: Date; notOf?: string | null },
): Promise<ListedService[]> {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ListedService>`
    select service.id, name_da as "nameDa", name_en as "nameEn",
      (select count(*)::integer from service_grant given where given.service_id = service.id and ${running(now)}) as organisations
    from service where protocol <> 'seb' and (name_da ilike ${part} or name_en ilike ${part} or short_name ilike ${part})
      and not exists (select from service_grant given
        where given.service_id = service.id and given.organisation_id = ${notOf}::uuid and ${running(now)})
    order by name_da, id`.execute(db)
  return rows
}

export interface GrantableRole {
  id: string
  nameDa: string
  nameEn: string
  state: 'draft' | 'active' | 'retired'
}

export interface GrantableService {
  id: string
  nameDa: string
  nameEn: string
  roles: GrantableRole[]
  /** The kinds of scope that its roles take. */
  scopeKinds: ScopeKind[]
}

export async function findGrantableService(db: Db | Trx, id: string, now: Date): Promise<GrantableService | null> {
  const service = await db
    .selectFrom('service')
    .select(['id', 'name_da as nameDa', 'name_en as nameEn'])
    .where('id', '=', id)
    .where('protocol', '<>', 'seb')
    .executeTakeFirst()
  if (!service) return null
  const roles = await db
    .selectFrom('role')
    .select(['id', 'name_da', 'name_en', 'status', 'retired_at'])
    .where('service_id', '=', id)
    .orderBy('name_da')
    .orderBy('id')
    .execute()
  const scopes = await db
    .selectFrom('role_scope')
    .innerJoin('role', 'role.id', 'role_scope.role_id')
    .select('role_scope.kind')
    .distinct()
    .where('role.service_id', '=', id)
    .orderBy('role_scope.kind')
    .execute()
  return {
    ...service,
    roles: roles.map((role) => ({
      id: role.id,
      nameDa: role.name_da,
      nameEn: role.name_en,
      state: role.retired_at && role.retired_at <= now ? 'retired' : role.status,
    })),
    scopeKinds: scopes.map(({ kind }) => kind),
  }
}

export interface KindCount {
  kind: string
  active: number
  withAccess: number
}

/** How many open organisations of each kind there are, and how many of all have the service. */
export async function countByKind(db: Db | Trx, serviceId: string, now: Date): Promise<KindCount[]> {
  const { rows } = await sql<KindCount>`
    select organisation.kind, count(*) filter (where organisation.status = 'active')::integer as active,
      count(given.id)::integer as "withAccess"
    from organisation left join service_grant given
      on given.organisation_id = organisation.id and given.service_id = ${serviceId} and ${running(now)}
    group by organisation.kind`.execute(db)
  return rows
}
