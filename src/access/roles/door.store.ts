/** What a log-in needs to know of accounts, grants and assignments: two indexed queries, whatever the number of rows. */
import { sql } from 'kysely'
import type { WeeklyHours } from '../../base/weekly-hours.ts'
import type { AccountAtTheDoor, LastLogIn } from '../../people/account.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { AssignmentAtTheDoor, GrantAtTheDoor, RoleScope } from './role-at-the-door.ts'

export interface PersonAuthorisation {
  code: string
  educationCode: string
  educationType: string
}

/** An account with its organisation's grant of the service, if there is one. */
export interface Candidate {
  account: AccountAtTheDoor & LastLogIn
  grant: GrantAtTheDoor | null
  /** When the account was last used in this service, to the hour. */
  lastUsedAt: Date | null
}

/** All accounts of a person, each with its organisation's grant of this service. */
export async function findCandidates(db: Db | Trx, personId: string, serviceId: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .leftJoin('account_service_use as used', (join) =>
      join.onRef('used.account_id', '=', 'account.id').on('used.service_id', '=', serviceId),
    )
    .leftJoin('service_grant', (join) =>
      join
        .onRef('service_grant.organisation_id', '=', 'account.organisation_id')
        .on('service_grant.service_id', '=', serviceId),
    )
    .select([
      'account.id',
      'account.person_id',
      'account.key',
      'account.last_log_in_at',
      'used.last_used_at',
      'account.status',
      'account.valid_from',
      'account.valid_until',
      'account.hours',
      'account.professional_uuid',
      'account.rid',
      'organisation.id as organisation_id',
      'organisation.cvr',
      'organisation.name as organisation_name',
      'organisation.status as organisation_status',
      'organisation.allows_private_log_in',
      'unit.id as unit_id',
      'unit.name as unit_name',
      'unit.sor',
      'unit.p_number',
      'unit.ydernummer',
      'service_grant.id as grant_id',
      'service_grant.valid_from as grant_from',
      'service_grant.valid_until as grant_until',
      'service_grant.role_ids as grant_role_ids',
      'service_grant.ceilings as grant_ceilings',
    ])
    .where('account.person_id', '=', personId)
    .orderBy('organisation.name')
    .orderBy('account.key')
    .execute()
  return rows.map((row) => ({
    account: {
      id: row.id,
      personId: row.person_id,
      key: row.key,
      lastLogInAt: row.last_log_in_at,
      status: row.status,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      hours: row.hours as WeeklyHours[] | null,
      professionalUuid: row.professional_uuid,
      rid: row.rid,
      organisation: {
        id: row.organisation_id,
        cvr: row.cvr,
        name: row.organisation_name,
        status: row.organisation_status,
        allowsPrivateLogIn: row.allows_private_log_in,
      },
      unit:
        row.unit_id && row.unit_name !== null
          ? { id: row.unit_id, name: row.unit_name, sor: row.sor, pNumber: row.p_number, ydernummer: row.ydernummer }
          : null,
    },
    grant:
      row.grant_id && row.grant_from
        ? {
            id: row.grant_id,
            validFrom: row.grant_from,
            validUntil: row.grant_until,
            roleIds: row.grant_role_ids,
            ceilings: row.grant_ceilings as GrantAtTheDoor['ceilings'],
          }
        : null,
    lastUsedAt: row.last_used_at,
  }))
}

/** The assignments of these accounts in one service, those without effect included: the decision is not made in SQL. */
export async function findAssignments(
  db: Db | Trx,
  accountIds: readonly string[],
  serviceId: string,
): Promise<AssignmentAtTheDoor[]> {
  if (accountIds.length === 0) return []
  const rows = await selectAssignments(db)
    .where(sql<boolean>`role_assignment.account_id = any(${sql.val([...accountIds])}::uuid[])`)
    .where('role_assignment.service_id', '=', serviceId)
    .execute()
  return rows.map(assignmentOf)
}

/** Assignments with their roles; the caller narrows. */
export function selectAssignments(db: Db | Trx) {
  return db
    .selectFrom('role_assignment')
    .innerJoin('role', 'role.id', 'role_assignment.role_id')
    .select([
      'role_assignment.id',
      'role_assignment.account_id',
      'role_assignment.scopes',
      'role_assignment.valid_from',
      'role_assignment.valid_until',
      'role_assignment.hours',
      'role_assignment.withdrawn_at',
      'role_assignment.unanswered_from',
      'role_assignment.assigned_by',
      'role_assignment.reason',
      'role_assignment.bundle_id',
      sql<string | null>`(select bundle.name from bundle where bundle.id = role_assignment.bundle_id)`.as(
        'bundle_name',
      ),
      'role.id as role_id',
      'role.key as role_key',
      'role.name_da',
      'role.name_en',
      'role.privileges',
      'role.privilege_scope',
      'role.status',
      'role.retired_at',
      'role.lowest_assurance',
      'role.required_education_codes',
      'role.longest_days',
      sql<
        RoleScope[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'kind', s.kind, 'required', s.required,
        'many', s.many, 'allowedValues', s.allowed_values, 'pattern', s.pattern, 'constraintName', s.constraint_name)
        order by s.position), '[]') from role_scope s where s.role_id = role.id)`.as('role_scopes'),
    ])
}

type AssignmentRow = Awaited<ReturnType<ReturnType<typeof selectAssignments>['execute']>>[number]

export function assignmentOf(row: AssignmentRow): AssignmentAtTheDoor {
  return {
    id: row.id,
    accountId: row.account_id,
    role: {
      id: row.role_id,
      key: row.role_key,
      nameDa: row.name_da,
      nameEn: row.name_en,
      privileges: row.privileges,
      privilegeScope: row.privilege_scope,
      status: row.status,
      retiredAt: row.retired_at,
      lowestAssurance: row.lowest_assurance,
      requiredEducationCodes: row.required_education_codes,
      longestDays: row.longest_days,
      scopes: row.role_scopes,
    },
    scopes: row.scopes as Record<string, string[]>,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    hours: row.hours as WeeklyHours[] | null,
    withdrawnAt: row.withdrawn_at,
    unansweredFrom: row.unanswered_from,
    assignedBy: row.assigned_by,
    reason: row.reason,
    bundle: row.bundle_id && row.bundle_name !== null ? { id: row.bundle_id, name: row.bundle_name } : null,
  }
}

/** The person's authorisations as a health professional that hold now. */
export async function findAuthorisations(db: Db | Trx, personId: string, now: Date): Promise<PersonAuthorisation[]> {
  const rows = await db
    .selectFrom('person_authorisation')
    .select(['code', 'education_code', 'education_type'])
    .where('person_id', '=', personId)
    .where('valid_from', '<=', now)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', now)]))
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ code: row.code, educationCode: row.education_code, educationType: row.education_type }))
}

export interface StatedOrganisation {
  id: string
  cvr: string
  name: string
  status: 'applied' | 'active' | 'closed'
}

/** The organisation an identity provider speaks for, when no account of it is known. */
export async function findStatedOrganisation(db: Db | Trx, cvr: string): Promise<StatedOrganisation | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['id', 'cvr', 'name', 'status'])
    .where('cvr', '=', cvr)
    .executeTakeFirst()
  return row ?? null
}

/** Roles that would let somebody in, within what the organisation may hand out. */
export async function findRolesThatOpen(
  db: Db | Trx,
  serviceId: string,
  { roleIds, now }: { roleIds: readonly string[] | null; now: Date },
): Promise<{ nameDa: string; nameEn: string }[]> {
  if (roleIds?.length === 0) return []
  let select = db
    .selectFrom('role')
    .select(['name_da', 'name_en'])
    .where('service_id', '=', serviceId)
    .where('status', '=', 'active')
    .where((where) => where.or([where('retired_at', 'is', null), where('retired_at', '>', now)]))
    .orderBy('key')
  if (roleIds) select = select.where('id', 'in', [...roleIds])
  return (await select.execute()).map((row) => ({ nameDa: row.name_da, nameEn: row.name_en }))
}
