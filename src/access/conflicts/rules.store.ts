/** The rules about roles that must not be held together, and the roles to make one of. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import type { ConflictRule, RoleInConflict } from './conflict-rule.ts'

/** As it is kept. `serviceId` null: system management's own. */
export interface KeptRule extends ConflictRule {
  serviceId: string | null
  version: number
}

/** Those in force, by name; of a service also those of others that speak of its roles. */
export function listRules(db: Db | Trx, { serviceId }: { serviceId: string | null }): Promise<KeptRule[]> {
  const speaksOf = sql<boolean>`exists (select from role_conflict_role part join role on role.id = part.role_id
    where part.conflict_id = rule.id and role.service_id = ${serviceId})`
  return select(db, serviceId === null ? sql.lit(true) : speaksOf)
}

/** One that has ended is found where it is ended a second time only. */
export async function findRule(db: Db | Trx, id: string, { ended = false } = {}): Promise<KeptRule | null> {
  const [rule] = await select(db, sql<boolean>`rule.id = ${id}`, ended)
  return rule ?? null
}

/** The rules that speak of any of these roles. */
export async function findRulesOf(db: Db | Trx, roleIds: readonly string[]): Promise<KeptRule[]> {
  if (roleIds.length === 0) return []
  return select(
    db,
    sql<boolean>`exists (select from role_conflict_role part
      where part.conflict_id = rule.id and part.role_id = any(${sql.val([...roleIds])}::uuid[]))`,
  )
}

async function select(db: Db | Trx, which: RawBuilder<unknown>, ended = false): Promise<KeptRule[]> {
  const { rows } = await sql<KeptRule>`
    select rule.id, rule.name_da as "nameDa", rule.name_en as "nameEn", rule.why_da as "whyDa", rule.why_en as "whyEn",
      rule.at_most as "atMost", rule.effect, rule.service_id as "serviceId", rule.version,
      (select coalesce(jsonb_agg(${roleJson()} order by service.name_da, role.name_da, role.id), '[]')
        from role_conflict_role part join role on role.id = part.role_id join service on service.id = role.service_id
        where part.conflict_id = rule.id) as roles
    from role_conflict rule where (rule.ended_at is null or ${ended}) and ${which}
    order by rule.name_da, rule.id`.execute(db)
  return rows
}

function roleJson() {
  return sql`jsonb_build_object('id', role.id, 'nameDa', role.name_da, 'nameEn', role.name_en, 'service',
    jsonb_build_object('id', service.id, 'nameDa', service.name_da, 'nameEn', service.name_en))`
}

/** The roles of these services that are not retired. */
export async function listRolesOf(db: Db | Trx, serviceIds: readonly string[]): Promise<RoleInConflict[]> {
  const { rows } = await sql<{ role: RoleInConflict }>`
    select ${roleJson()} as role from role join service on service.id = role.service_id
    where service.id = any(${sql.val([...serviceIds])}::uuid[]) and role.status <> 'retired'
    order by service.name_da, role.name_da, role.id`.execute(db)
  return rows.map(({ role }) => role)
}

/** Services with roles, to choose among. */
export async function listServicesWithRoles(db: Db | Trx): Promise<{ id: string; nameDa: string; nameEn: string }[]> {
  return db
    .selectFrom('service')
    .select(['id', 'name_da as nameDa', 'name_en as nameEn'])
    .where((where) =>
      where.exists(
        where
          .selectFrom('role')
          .select('role.id')
          .whereRef('role.service_id', '=', 'service.id')
          .where('role.status', '<>', 'retired'),
      ),
    )
    .orderBy('name_da')
    .orderBy('id')
    .execute()
}

/**
 * How many people, in how many organisations, hold too many of the roles now. Whoever does holds one besides the most common ones,
 * so their holders are looked up, and not everybody's who has a role that most have.
 */
export async function countBreaches(
  db: Db | Trx,
  { id, atMost }: { id: string; atMost: number },
  now: Date,
): Promise<{ people: number; organisations: number }> {
  const holds = sql`held.withdrawn_at is null and held.valid_from <= ${now}
    and (held.valid_until is null or held.valid_until > ${now})
    and (held.unanswered_from is null or held.unanswered_from > ${now})
    and account.status <> 'ended' and (account.valid_until is null or account.valid_until > ${now})`
  const { rows } = await sql<{ people: number; organisations: number }>`
    with part as materialized (
      select role_id, (select count(*) from role_assignment held where held.role_id = part.role_id) as holders
      from role_conflict_role part where part.conflict_id = ${id}),
    rare as materialized (select role_id from part order by holders desc, role_id offset ${atMost}),
    suspect as materialized (
      select distinct account.organisation_id, account.person_id
      from rare join role_assignment held on held.role_id = rare.role_id join account on account.id = held.account_id
      where ${holds})
    select count(*)::integer as people, count(distinct organisation_id)::integer as organisations from (
      select suspect.organisation_id, suspect.person_id
      from suspect join account on account.person_id = suspect.person_id and account.organisation_id = suspect.organisation_id
      join role_assignment held on held.account_id = account.id and held.role_id in (select role_id from part)
      where ${holds}
      group by suspect.organisation_id, suspect.person_id having count(distinct held.role_id) > ${atMost}) broken`.execute(
    db,
  )
  return rows[0] ?? { people: 0, organisations: 0 }
}
