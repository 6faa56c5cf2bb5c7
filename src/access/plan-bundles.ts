/** What must change for the bundles of organisations to be as a document says. Nobody's roles change by it. */
import type { Selectable } from 'kysely'
import type { KnownOrganisation } from '../organisations/plan-organisations.ts'
import type { KnownRole } from '../services/plan-roles.ts'
import type { KnownService } from '../services/plan-services.ts'
import { type At, eachAt, type Path, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import { References } from '../storage/plan/references.ts'
import type { BundleTable } from '../storage/schema.ts'
import { deleteRows, findRows, insertRows, upsertRows } from '../storage/upsert-rows.ts'
import type { BundleDocument } from './bundle-document.ts'
import { checkScopes, type KnownBundles } from './plan-assignments.ts'

type Values = BundleDocument['roles'][number]['scopes']

/** The bundle with its roles, in their order: changed as a whole. `label` is how people write the role. */
interface Row extends Selectable<BundleTable> {
  roles: readonly { roleId: string; label: string; scopes: Values }[]
}

/** `organisationIds` are those whose bundles may be referred to; `bundles` are those and the wanted ones. */
export async function planBundles(
  deps: PlanDeps,
  wanted: readonly At<BundleDocument>[],
  known: { organisations: References<KnownOrganisation>; services: References<KnownService> },
  organisationIds: readonly string[],
): Promise<{ plan: Plan; bundles: KnownBundles }> {
  reportRepeated(wanted, ({ cvr, key }) => `${cvr} ${key}`, deps.report, 'key', 'this key')
  const placed = wanted.flatMap((bundle) => {
    const organisation = known.organisations.get(bundle.value.cvr, [...bundle.path, 'cvr'])
    return organisation ? [{ ...bundle, organisation }] : []
  })
  const rows = await findCurrent(deps, [...organisationIds, ...placed.map(({ organisation }) => organisation.id)])
  const current = new Map(rows.map((row) => [`${row.organisation_id} ${row.key}`, row]))
  const items = placed.map(({ path, value, organisation }): Item<Row> => {
    const row = current.get(`${organisation.id} ${value.key}`)
    return {
      label: `${value.cvr}/${value.key}`,
      organisationId: organisation.id,
      current: row,
      wanted: {
        id: row?.id ?? deps.ids.uuid(),
        organisation_id: organisation.id,
        key: value.key,
        name: value.name,
        description: value.description,
        version: (row?.version ?? 0) + 1,
        created_at: row?.created_at ?? deps.now,
        deleted_at: deletedAt(value, row, deps),
        roles: rolesOf(deps, value, path, known.services),
      },
    }
  })
  const planned = planItems('bundle', items, describe)
  const both = [...rows, ...items.map((item) => item.wanted)]
  const all = Map.groupBy(both, (row) => row.organisation_id)
  const keys = new Map(both.map(({ id, key }) => [id, key]))
  return {
    plan: {
      changes: planned.changes,
      write: async (trx) => {
        await upsertRows(
          trx,
          'bundle',
          ['id'],
          planned.rows.map(({ roles: _, ...columns }) => columns),
        )
        await deleteRows(
          trx,
          'bundle_role',
          planned.rows.map(({ id }) => ({ bundle_id: id })),
        )
        const parts = planned.rows.flatMap(({ id, roles }) =>
          roles.map(({ roleId, scopes }, position) => ({ bundle_id: id, role_id: roleId, scopes, position })),
        )
        await insertRows(trx, 'bundle_role', parts)
      },
    },
    bundles: {
      of: (organisationId) => {
        const ids = all.get(organisationId)?.map(({ key, id }): [string, string] => [key, id]) ?? []
        return new References('bundle of this organisation', new Map(ids), deps.report)
      },
      keyOf: (id) => keys.get(id) ?? id,
    },
  }
}

async function findCurrent({ trx }: PlanDeps, organisationIds: readonly string[]): Promise<Row[]> {
  const bundles = await findRows(
    trx,
    'bundle',
    organisationIds.map((organisation_id) => ({ organisation_id })),
  )
  const parts = await findRows(
    trx,
    'bundle_role',
    bundles.map(({ id }) => ({ bundle_id: id })),
  )
  const roles = await findRows(
    trx,
    'role',
    parts.map(({ role_id }) => ({ id: role_id })),
  )
  const services = await findRows(
    trx,
    'service',
    roles.map(({ service_id }) => ({ id: service_id })),
  )
  const serviceKeys = new Map(services.map(({ id, key }) => [id, key]))
  const labels = new Map(roles.map(({ id, key, service_id }) => [id, `${serviceKeys.get(service_id)}/${key}`]))
  const of = Map.groupBy(parts, (part) => part.bundle_id)
  return bundles.map((bundle) => ({
    ...bundle,
    roles: (of.get(bundle.id) ?? [])
      .sort((one, other) => one.position - other.position)
      .map(({ role_id, scopes }) => ({
        roleId: role_id,
        label: labels.get(role_id) ?? role_id,
        scopes: scopes as Values,
      })),
  }))
}

function deletedAt({ deleted }: BundleDocument, current: Row | undefined, { now }: PlanDeps): Date | null {
  if (deleted === undefined) return current?.deleted_at ?? null
  return deleted ? (current?.deleted_at ?? now) : null
}

function rolesOf(deps: PlanDeps, value: BundleDocument, path: Path, services: References<KnownService>): Row['roles'] {
  const roles = eachAt([...path, 'roles'], value.roles)
  reportRepeated(roles, ({ service, role }) => `${service}/${role}`, deps.report, 'role', 'this role')
  return roles.flatMap(({ path: at, value: { service: serviceKey, role: roleKey, scopes } }) => {
    const role = services.get(serviceKey, [...at, 'service'])?.roles.get(roleKey, [...at, 'role'])
    if (!role) return []
    checkValues(deps, role, scopes, [...at, 'scopes'])
    return [{ roleId: role.id, label: `${serviceKey}/${roleKey}`, scopes }]
  })
}

/** What comes from the unit is known when the bundle is given; the rest is held against the role as where it is given. */
function checkValues({ reportUnfit: report }: PlanDeps, role: KnownRole, scopes: Values, path: Path): void {
  const fromUnit = Object.keys(scopes).filter((key) => scopes[key] === 'unit')
  for (const key of fromUnit) {
    const scope = role.scopes.find((candidate) => candidate.key === key)
    if (!scope) report([...path, key], `role "${role.key}" has no such scope`)
    else if (scope.kind === 'list' || scope.kind === 'text') report([...path, key], 'is nothing that a unit has')
  }
  const given = Object.entries(scopes).flatMap(([key, values]): [string, string[]][] =>
    values === 'unit' ? [] : [[key, values]],
  )
  const others = role.scopes.filter(({ key }) => !fromUnit.includes(key))
  checkScopes({ ...role, scopes: others }, Object.fromEntries(given), path, report)
}

function describe(row: Row) {
  return {
    name: row.name,
    description: row.description,
    deleted: row.deleted_at !== null,
    roles: row.roles.map(({ label }) => label),
    ...Object.fromEntries(row.roles.map(({ label, scopes }) => [`roles.${label}.scopes`, scopes])),
  }
}
