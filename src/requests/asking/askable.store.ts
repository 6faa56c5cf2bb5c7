/** What may be asked for in an organisation, the most likely first: what colleagues have, and what bundles hold. */
import { sql } from 'kysely'
import { type AssignableRole, findAssignableRoles } from '../../access/admin/assign/assignable-roles.store.ts'
import type { Trx } from '../../storage/database.ts'
import { nameHas } from '../../storage/name-search.ts'

export interface AskableRole {
  assignable: AssignableRole
  /** Colleagues in the same unit who have it. Never counted for a role that is marked sensitive. */
  colleagues: number
  /** Bundles of the organisation that hold it, by name. */
  bundles: readonly string[]
}

export interface AskableService {
  id: string
  key: string
  nameDa: string
  nameEn: string
  descriptionDa: string
  descriptionEn: string
  /** Whether an account is enough to be let in. */
  needsRole: boolean
}

const noLimits = { unitIds: null, serviceIds: null }

/** Null where it cannot be asked for, or not any more. */
export async function findAskableRole(trx: Trx, roleId: string, now: Date): Promise<AssignableRole | null> {
  const [found] = await findAssignableRoles(trx, { limits: noLimits, now, roleId, onlyRequestable: true })
  return found ?? null
}

/** Those of one service: what most colleagues have first, then what bundles hold, then by name. */
export async function findAskableRoles(
  trx: Trx,
  {
    serviceId,
    unitId,
    notAccountId,
    now,
  }: { serviceId: string; unitId: string | null; notAccountId: string | null; now: Date },
): Promise<{ roles: AskableRole[]; colleagues: number }> {
  const limits = { unitIds: null, serviceIds: [serviceId] }
  const assignables = await findAssignableRoles(trx, { limits, now, onlyRequestable: true })
  const [held, bundled, colleagues] = await Promise.all([
    countHolders(trx, { serviceId, unitId, notAccountId, now }),
    findBundles(trx, serviceId),
    countColleagues(trx, { unitId, notAccountId, now }),
  ])
  const roles = assignables.map((assignable) => ({
    assignable,
    colleagues: assignable.role.sensitive ? 0 : (held.get(assignable.role.id) ?? 0),
    bundles: bundled.get(assignable.role.id) ?? [],
  }))
  const likely = (role: AskableRole) => role.colleagues * 1000 + role.bundles.length
  return { roles: roles.sort((one, other) => likely(other) - likely(one)), colleagues }
}

interface Nearby {
  unitId: string | null
  notAccountId: string | null
  now: Date
}

async function countHolders(trx: Trx, { serviceId, unitId, notAccountId, now }: Nearby & { serviceId: string }) {
  if (unitId === null) return new Map<string, number>()
  const { rows } = await sql<{ roleId: string; count: number }>`
    select held.role_id as "roleId", count(distinct held.account_id)::integer as count
    from account join role_assignment held on held.account_id = account.id
    where account.organisation_id = current_organisation() and account.unit_id = ${unitId} and account.status = 'active'
      and (account.valid_until is null or account.valid_until > ${now}) and account.id is distinct from ${notAccountId}::uuid
      and held.service_id = ${serviceId} and held.withdrawn_at is null and held.valid_from <= ${now}
      and (held.valid_until is null or held.valid_until > ${now})
    group by held.role_id`.execute(trx)
  return new Map(rows.map(({ roleId, count }) => [roleId, count]))
}

async function countColleagues(trx: Trx, { unitId, notAccountId, now }: Nearby): Promise<number> {
  if (unitId === null) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from account
    where organisation_id = current_organisation() and unit_id = ${unitId} and status = 'active'
      and (valid_until is null or valid_until > ${now}) and id is distinct from ${notAccountId}::uuid`.execute(trx)
  return rows[0]?.count ?? 0
}

async function findBundles(trx: Trx, serviceId: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ roleId: string; names: string[] }>`
    select part.role_id as "roleId", array_agg(bundle.name order by bundle.name) as names
    from bundle join bundle_role part on part.bundle_id = bundle.id join role on role.id = part.role_id
    where bundle.organisation_id = current_organisation() and bundle.deleted_at is null and role.service_id = ${serviceId}
    group by part.role_id`.execute(trx)
  return new Map(rows.map(({ roleId, names }) => [roleId, names]))
}

/** Services the organisation has been granted and in which there is something to ask for, by name. */
export async function findAskableServices(
  trx: Trx,
  { now, key = null, id = null }: { now: Date; key?: string | null; id?: string | null },
): Promise<AskableService[]> {
  const { rows } = await sql<AskableService>`
    select service.id, service.key, service.name_da as "nameDa", service.name_en as "nameEn",
      service.description_da as "descriptionDa", service.description_en as "descriptionEn", service.access = 'role' as "needsRole"
    from service_grant held join service on service.id = held.service_id
    where held.organisation_id = current_organisation() and service.enabled and service.access <> 'authenticated'
      and held.valid_from <= ${now} and (held.valid_until is null or held.valid_until > ${now})
      and (${key}::text is null or service.key = ${key}) and (${id}::uuid is null or service.id = ${id}::uuid)
      and (service.access = 'account' or exists (select from role where role.service_id = service.id and role.requestable
        and role.status = 'active' and (role.retired_at is null or role.retired_at > ${now})
        and (held.role_ids is null or role.id = any(held.role_ids))))
    order by service.name_da, service.id`.execute(trx)
  return rows
}

export interface AskableUnit {
  id: string
  name: string
  /** The unit above it. */
  above: string | null
}

/** Open units whose name holds the words, by name; at most one more than `limit`, which tells that there are more. */
export async function findAskableUnits(
  trx: Trx,
  { text, limit }: { text: string; limit: number },
): Promise<AskableUnit[]> {
  const { rows } = await sql<AskableUnit>`
    select unit.id, unit.name, above.name as above from unit left join unit above on above.id = unit.parent_id
    where unit.organisation_id = current_organisation() and unit.closed_at is null
      and ${nameHas(sql`fold_name(unit.name)`, text)}
    order by fold_name(unit.name), unit.id limit ${limit + 1}`.execute(trx)
  return rows
}
