/** Rules about roles that do not go together, as the document of `seb apply` writes them. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import { by } from '../storage/plan/in-order.ts'

/** All of them, or only those that are this service's own. */
export async function exportConflicts(trx: Trx, serviceId: string | null) {
  const rules = await trx
    .selectFrom('role_conflict')
    .leftJoin('service', 'service.id', 'role_conflict.service_id')
    .selectAll('role_conflict')
    .select('service.key as service')
    .where(serviceId === null ? sql.lit(true) : sql<boolean>`role_conflict.service_id = ${serviceId}`)
    .execute()
  const parts = await trx
    .selectFrom('role_conflict_role')
    .innerJoin('role', 'role.id', 'role_conflict_role.role_id')
    .innerJoin('service', 'service.id', 'role.service_id')
    .select(['role_conflict_role.conflict_id', 'service.key as service', 'role.key as role'])
    .execute()
  const partsOf = Map.groupBy(parts, (part) => part.conflict_id)
  return rules.sort(by(({ key }) => key)).map((row) => ({
    key: row.key,
    service: row.service,
    names: { da: row.name_da, en: row.name_en },
    why: { da: row.why_da, en: row.why_en },
    atMost: row.at_most,
    effect: row.effect,
    ended: row.ended_at !== null,
    roles: (partsOf.get(row.id) ?? [])
      .map(({ service, role }) => ({ service, role }))
      .sort(by(({ service, role }) => `${service} ${role}`)),
  }))
}
