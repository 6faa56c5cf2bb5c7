/** What must change for the rules about roles that do not go together to be as a document says. Nobody loses a role by it. */
import type { Selectable } from 'kysely'
import type { KnownService } from '../services/plan-services.ts'
import { type At, eachAt, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import type { References } from '../storage/plan/references.ts'
import type { RoleConflictTable } from '../storage/schema.ts'
import { deleteRows, findRows, insertRows, upsertRows } from '../storage/upsert-rows.ts'
import type { ConflictDocument } from './conflicts/conflict-document.ts'

/** The rule with its roles: changed as a whole. `label` is how people write the role. */
interface Row extends Selectable<RoleConflictTable> {
  service: string | null
  roles: readonly { roleId: string; label: string }[]
}

export async function planConflicts(
  deps: PlanDeps,
  wanted: readonly At<ConflictDocument>[],
  services: References<KnownService>,
): Promise<Plan> {
  reportRepeated(wanted, ({ key }) => key, deps.report, 'key', 'this key')
  const current = await findCurrent(
    deps,
    wanted.map(({ value }) => ({ key: value.key })),
  )
  const items = wanted.map((rule): Item<Row> => {
    const row = current.get(rule.value.key)
    return { label: rule.value.key, current: row, wanted: wantedRow(deps, rule, row, services) }
  })
  const { changes, rows } = planItems('role-conflict', items, describe)
  return {
    changes,
    write: async (trx) => {
      await upsertRows(
        trx,
        'role_conflict',
        ['id'],
        rows.map(({ service: _, roles: __, ...columns }) => columns),
      )
      await deleteRows(
        trx,
        'role_conflict_role',
        rows.map(({ id }) => ({ conflict_id: id })),
      )
      const roles = rows.flatMap(({ id, roles: some }) =>
        some.map(({ roleId }) => ({ conflict_id: id, role_id: roleId })),
      )
      await insertRows(trx, 'role_conflict_role', roles)
    },
  }
}

function wantedRow(
  deps: PlanDeps,
  { path, value }: At<ConflictDocument>,
  row: Row | undefined,
  services: References<KnownService>,
): Row {
  const owner = value.service === null ? null : services.get(value.service, [...path, 'service'])
  const roles = eachAt([...path, 'roles'], value.roles)
  reportRepeated(roles, ({ service, role }) => `${service}/${role}`, deps.report, 'role', 'this role')
  return {
    id: row?.id ?? deps.ids.uuid(),
    key: value.key,
    service_id: owner?.id ?? null,
    service: value.service,
    name_da: value.names.da,
    name_en: value.names.en,
    why_da: value.why.da,
    why_en: value.why.en,
    at_most: value.atMost,
    effect: value.effect,
    version: (row?.version ?? 0) + 1,
    created_at: row?.created_at ?? deps.now,
    ended_at: endedAt(value, row, deps),
    roles: roles.flatMap(({ path: at, value: { service, role } }) => {
      if (value.service !== null && service !== value.service)
        deps.report([...at, 'service'], `the rule is that of service "${value.service}", and its roles are too`)
      const found = services.get(service, [...at, 'service'])?.roles.get(role, [...at, 'role'])
      return found ? [{ roleId: found.id, label: `${service}/${role}` }] : []
    }),
  }
}

function endedAt({ ended }: ConflictDocument, row: Row | undefined, { now }: PlanDeps): Date | null {
  if (ended === undefined) return row?.ended_at ?? null
  return ended ? (row?.ended_at ?? now) : null
}

async function findCurrent({ trx }: PlanDeps, keys: readonly { key: string }[]): Promise<Map<string, Row>> {
  const rules = await findRows(trx, 'role_conflict', keys)
  const parts = await findRows(
    trx,
    'role_conflict_role',
    rules.map(({ id }) => ({ conflict_id: id })),
  )
  const roles = await findRows(
    trx,
    'role',
    parts.map(({ role_id }) => ({ id: role_id })),
  )
  const ids = [...roles.map(({ service_id }) => service_id), ...rules.flatMap(({ service_id }) => service_id ?? [])]
  const services = await findRows(
    trx,
    'service',
    ids.map((id) => ({ id })),
  )
  const keyOf = new Map(services.map(({ id, key }) => [id, key]))
  const labels = new Map(roles.map(({ id, key, service_id }) => [id, `${keyOf.get(service_id)}/${key}`]))
  const of = Map.groupBy(parts, (part) => part.conflict_id)
  return new Map(
    rules.map((rule) => [
      rule.key,
      {
        ...rule,
        service: rule.service_id && (keyOf.get(rule.service_id) ?? rule.service_id),
        roles: (of.get(rule.id) ?? []).map(({ role_id }) => ({
          roleId: role_id,
          label: labels.get(role_id) ?? role_id,
        })),
      },
    ]),
  )
}

function describe(row: Row) {
  return {
    service: row.service,
    'names.da': row.name_da,
    'names.en': row.name_en,
    'why.da': row.why_da,
    'why.en': row.why_en,
    atMost: row.at_most,
    effect: row.effect,
    ended: row.ended_at !== null,
    roles: row.roles.map(({ label }) => label).sort(),
  }
}
