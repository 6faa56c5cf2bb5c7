/** What must change for the roles of services to be as a document says. */
import type { Selectable } from 'kysely'
import { prefixed } from '../organisations/describe-party.ts'
import { type At, eachAt, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import { References } from '../storage/plan/references.ts'
import type { RoleScopeTable, RoleTable } from '../storage/schema.ts'
import { deleteRows, findRows, insertRows, upsertRows } from '../storage/upsert-rows.ts'
import type { RoleDocument } from './role-document.ts'

export type KnownScope = Pick<
  Selectable<RoleScopeTable>,
  'key' | 'kind' | 'required' | 'many' | 'allowed_values' | 'pattern'
>

export interface KnownRole extends Pick<Selectable<RoleTable>, 'status' | 'retired_at'> {
  id: string
  key: string
  scopes: readonly KnownScope[]
}

type ScopeRow = Omit<Selectable<RoleScopeTable>, 'role_id' | 'position'>
/** The role with its scopes, in their order: changed as a whole. */
interface Row extends Selectable<RoleTable> {
  scopes: readonly ScopeRow[]
}
type WantedRole = At<RoleDocument> & { service: string }

/** `services` are ids by key, those that are only referred to included. */
export async function planRoles(
  deps: PlanDeps,
  services: ReadonlyMap<string, string>,
  wanted: readonly WantedRole[],
): Promise<{ plan: Plan; of(service: string): References<KnownRole> }> {
  for (const roles of Map.groupBy(wanted, (role) => role.service).values())
    reportRepeated(roles, ({ key }) => key, deps.report, 'key', 'this key')
  for (const { path, value } of wanted)
    reportRepeated(eachAt([...path, 'scopes'], value.scopes), ({ key }) => key, deps.report, 'key', 'this key')
  const rows = await findCurrent(deps, [...services.values()])
  const current = new Map(rows.map((row) => [`${row.service_id}/${row.key}`, row]))
  const items = wanted.flatMap(({ value, service }): Item<Row>[] => {
    const serviceId = services.get(service)
    if (!serviceId) return []
    const row = current.get(`${serviceId}/${value.key}`)
    return [{ label: `${service}/${value.key}`, current: row, wanted: wantedRow(deps, value, serviceId, row) }]
  })
  const all = [...rows, ...items.map((item) => item.wanted)]
  setReplacements(deps, services, wanted, all)
  const keys = new Map(all.map(({ id, key }) => [id, key]))
  const planned = planItems('role', items, (row) => describe(row, keys))
  const known = Map.groupBy(all, (row) => row.service_id)
  return {
    plan: {
      changes: planned.changes,
      write: async (trx) => {
        await upsertRows(
          trx,
          'role',
          ['id'],
          planned.rows.map(({ scopes: _, ...columns }) => columns),
        )
        const ids = planned.rows.map(({ id }) => ({ role_id: id }))
        await deleteRows(trx, 'role_scope', ids)
        const scopes = planned.rows.flatMap((row) =>
          row.scopes.map((scope, position) => ({ role_id: row.id, position, ...scope })),
        )
        await insertRows(trx, 'role_scope', scopes)
      },
    },
    of: (service) => {
      const roles = known.get(services.get(service) ?? '')?.map((row): [string, KnownRole] => [row.key, row]) ?? []
      return new References(`role of service ${service}`, new Map(roles), deps.report)
    },
  }
}

/** Another role of the same service, in the document or in SEB; known by key when every role has its id. */
function setReplacements(
  { report }: PlanDeps,
  services: ReadonlyMap<string, string>,
  wanted: readonly WantedRole[],
  all: readonly Row[],
): void {
  const byKey = new Map(all.map((row) => [`${row.service_id}/${row.key}`, row]))
  for (const { path, value, service } of wanted) {
    const role = byKey.get(`${services.get(service)}/${value.key}`)
    if (!role || value.replacedBy === null) continue
    const other = byKey.get(`${services.get(service)}/${value.replacedBy}`)
    if (!other) report([...path, 'replacedBy'], `service "${service}" has no role "${value.replacedBy}"`)
    else if (other === role) report([...path, 'replacedBy'], 'a role cannot take its own place')
    else role.replaced_by = other.id
  }
}

async function findCurrent({ trx }: PlanDeps, serviceIds: readonly string[]): Promise<Row[]> {
  const roles = await findRows(
    trx,
    'role',
    serviceIds.map((service_id) => ({ service_id })),
  )
  const scopes = await findRows(
    trx,
    'role_scope',
    roles.map(({ id }) => ({ role_id: id })),
  )
  const scopesOf = Map.groupBy(scopes, (scope) => scope.role_id)
  return roles.map((role) => ({
    ...role,
    scopes: (scopesOf.get(role.id) ?? [])
      .sort((one, other) => one.position - other.position)
      .map(({ role_id: _, position: __, ...scope }) => scope),
  }))
}

function wantedRow({ ids, now }: PlanDeps, document: RoleDocument, serviceId: string, current: Row | undefined): Row {
  return {
    id: current?.id ?? ids.uuid(),
    service_id: serviceId,
    key: document.key,
    name_da: document.names.da,
    name_en: document.names.en,
    description_da: document.descriptions.da,
    description_en: document.descriptions.en,
    privileges: document.privileges,
    privilege_scope: document.privilegeScope,
    sensitive: document.sensitive,
    lowest_assurance: document.lowestAssurance,
    required_education_codes: document.requiredEducationCodes,
    longest_days: document.longestDays,
    emergency_hours: document.emergencyHours,
    requestable: document.requestable,
    status: document.status,
    retired_at: document.until ?? (document.status === 'retired' ? (current?.retired_at ?? now) : null),
    replaced_by: null,
    scopes: document.scopes.map((scope) => ({
      key: scope.key,
      kind: scope.kind,
      name_da: scope.names.da,
      name_en: scope.names.en,
      required: scope.required,
      many: scope.many,
      allowed_values: scope.allowedValues,
      pattern: scope.pattern,
      constraint_name: scope.constraintName,
    })),
  }
}

function describe(row: Row, keys: ReadonlyMap<string, string>) {
  return {
    'names.da': row.name_da,
    'names.en': row.name_en,
    'descriptions.da': row.description_da,
    'descriptions.en': row.description_en,
    privileges: row.privileges,
    privilegeScope: row.privilege_scope,
    sensitive: row.sensitive,
    lowestAssurance: row.lowest_assurance,
    requiredEducationCodes: row.required_education_codes,
    longestDays: row.longest_days,
    emergencyHours: row.emergency_hours,
    requestable: row.requestable,
    status: row.status,
    until: row.retired_at,
    replacedBy: row.replaced_by && (keys.get(row.replaced_by) ?? row.replaced_by),
    ...Object.assign({}, ...row.scopes.map(describeScope)),
  }
}

function describeScope(scope: ScopeRow, place: number): Record<string, unknown> {
  return prefixed(`scopes.${scope.key}`, {
    place,
    kind: scope.kind,
    'names.da': scope.name_da,
    'names.en': scope.name_en,
    required: scope.required,
    many: scope.many,
    allowedValues: scope.allowed_values,
    pattern: scope.pattern,
    constraintName: scope.constraint_name,
  })
}
