/** The roles an administrator may hand out now: granted to the organisation, in use by the service, within the limits. */
import { sql } from 'kysely'
import type { Trx } from '../../../storage/database.ts'
import type { Limits } from '../../capacities/capacity.ts'
import type { AssignmentAtTheDoor, GrantAtTheDoor, RoleScope } from '../../roles/role-at-the-door.ts'

export interface AssignableScope extends RoleScope {
  nameDa: string
  nameEn: string
}

export interface AssignableRole {
  service: { id: string; nameDa: string; nameEn: string }
  role: Omit<AssignmentAtTheDoor['role'], 'scopes'> & {
    descriptionDa: string
    descriptionEn: string
    /** Whether it gives access to what is sensitive. */
    sensitive: boolean
    scopes: readonly AssignableScope[]
  }
  grant: GrantAtTheDoor
}

/** The data scopes of the row of `role` that stands beside it, in their order. */
export function scopesOfRole() {
  return sql<AssignableScope[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'kind', s.kind, 'required', s.required, 'many', s.many,
      'allowedValues', s.allowed_values, 'pattern', s.pattern, 'constraintName', s.constraint_name,
      'nameDa', s.name_da, 'nameEn', s.name_en) order by s.position), '[]')
    from role_scope s where s.role_id = role.id)`
}

/** By service and name. With an id only that role, if it may be handed out at all; `onlyRequestable`: if it may be asked for. */
export async function findAssignableRoles(
  trx: Trx,
  {
    limits,
    now,
    roleId = null,
    onlyRequestable = false,
    past = false,
  }: {
    limits: Limits
    now: Date
    roleId?: string | null
    onlyRequestable?: boolean
    /** Also what was taken out of use, and where the access to the service has ended. */
    past?: boolean
  },
): Promise<AssignableRole[]> {
  const rows = await trx
    .selectFrom('role')
    .innerJoin('service', 'service.id', 'role.service_id')
    .innerJoin('service_grant as held', 'held.service_id', 'service.id')
    .selectAll('role')
    .select(['service.name_da as service_da', 'service.name_en as service_en', 'held.id as grant_id'])
    .select(['held.valid_from', 'held.valid_until', 'held.role_ids', 'held.ceilings'])
    .select(scopesOfRole().as('scopes'))
    .where(sql<boolean>`(${roleId}::uuid is null or role.id = ${roleId}::uuid)`)
    .where(sql<boolean>`role.status = 'active' and (role.requestable or not ${onlyRequestable}::boolean)`)
    .where(
      sql<boolean>`(${past}::boolean or (role.retired_at is null or role.retired_at > ${now}) and service.enabled
        and held.valid_from <= ${now} and (held.valid_until is null or held.valid_until > ${now}))`,
    )
    .where(sql<boolean>`(held.role_ids is null or role.id = any(held.role_ids))`)
    .where(sql<boolean>`(${limits.serviceIds}::uuid[] is null or service.id = any(${limits.serviceIds}::uuid[]))`)
    .orderBy('service.name_da')
    .orderBy('role.name_da')
    .orderBy('role.id')
    .execute()
  return rows.map((row) => ({
    service: { id: row.service_id, nameDa: row.service_da, nameEn: row.service_en },
    role: {
      id: row.id,
      key: row.key,
      nameDa: row.name_da,
      nameEn: row.name_en,
      descriptionDa: row.description_da,
      descriptionEn: row.description_en,
      sensitive: row.sensitive,
      privileges: row.privileges,
      privilegeScope: row.privilege_scope,
      status: row.status,
      retiredAt: row.retired_at,
      lowestAssurance: row.lowest_assurance,
      requiredEducationCodes: row.required_education_codes,
      longestDays: row.longest_days,
      scopes: row.scopes,
    },
    grant: {
      id: row.grant_id,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      roleIds: row.role_ids,
      ceilings: row.ceilings as GrantAtTheDoor['ceilings'],
    },
  }))
}
