/** What must change for the roles of accounts to be as a document says. */
import type { Selectable } from 'kysely'
import type { KnownAccount } from '../people/plan-accounts.ts'
import { wantedDates } from '../people/plan-people.ts'
import type { KnownRole, KnownScope } from '../services/plan-roles.ts'
import type { KnownService } from '../services/plan-services.ts'
import { type At, type Path, type Report, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import type { References } from '../storage/plan/references.ts'
import type { RoleAssignmentTable } from '../storage/schema.ts'
import { findRows, upsertRows } from '../storage/upsert-rows.ts'
import type { AssignmentDocument } from './assignment-document.ts'
import { matchesScope } from './roles/effective-roles.ts'

/** Ids of an organisation's bundles by key, and the other way round. */
export interface KnownBundles {
  of(organisationId: string): References<string>
  keyOf(id: string): string
}

type Row = Omit<Selectable<RoleAssignmentTable>, 'organisation_id' | 'given_at' | 'unanswered_from'>

/** `notes` tell of assignments that were withdrawn in SEB: they stay so, whatever the document says. */
export async function planAssignments(
  deps: PlanDeps,
  wanted: readonly (At<AssignmentDocument> & { account: KnownAccount })[],
  { services, bundles }: { services: References<KnownService>; bundles: KnownBundles },
): Promise<{ plan: Plan; notes: string[] }> {
  const placed = wanted.flatMap((assignment) => {
    const service = services.get(assignment.value.service, [...assignment.path, 'service'])
    const role = service?.roles.get(assignment.value.role, [...assignment.path, 'role'])
    return service && role ? [{ ...assignment, service, role }] : []
  })
  for (const ofAccount of Map.groupBy(placed, ({ account }) => account.id).values())
    reportRepeated(ofAccount, (one) => `${one.service}/${one.role}/${one.key}`, deps.report, 'role', 'this role')
  const rows = await findRows(
    deps.trx,
    'role_assignment',
    placed.map(({ account, role, value }) => ({ account_id: account.id, role_id: role.id, key: value.key })),
  )
  const current = new Map(rows.map((row) => [keyOf(row), row]))
  const items = placed.map(({ path, value, account, service, role }): Item<Row> => {
    checkScopes(role, value.scopes, [...path, 'scopes'], deps.reportUnfit)
    const bundleId = value.bundle && bundles.of(account.organisationId).get(value.bundle, [...path, 'bundle'])
    const row = current.get(keyOf({ account_id: account.id, role_id: role.id, key: value.key }))
    if (role.status === 'draft')
      deps.reportUnfit([...path, 'role'], `role "${role.key}" is a draft: nobody can have it yet`)
    return {
      label: [account.label, ' ', service.key, '/', role.key, value.key && ` (${value.key})`].join(''),
      organisationId: account.organisationId,
      current: row,
      wanted: {
        id: row?.id ?? deps.ids.uuid(),
        account_id: account.id,
        service_id: service.id,
        role_id: role.id,
        key: value.key,
        scopes: value.scopes,
        ...wantedDates(deps, path, value, row),
        hours: value.hours === undefined ? (row?.hours ?? null) : value.hours,
        withdrawn_at: row?.withdrawn_at ?? null,
        assigned_by: row?.assigned_by ?? 'operator',
        reason: value.reason,
        bundle_id: bundleId ?? row?.bundle_id ?? null,
      },
    }
  })
  const { changes, rows: changed } = planItems('role-assignment', items, (row) => ({
    scopes: row.scopes,
    from: row.valid_from,
    until: row.valid_until,
    hours: row.hours,
    reason: row.reason,
    bundle: row.bundle_id && bundles.keyOf(row.bundle_id),
  }))
  const notes = items.flatMap(({ label, current: row }) =>
    row?.withdrawn_at ? [`role-assignment ${label} was withdrawn in SEB and stays withdrawn`] : [],
  )
  return { plan: { changes, write: (trx) => upsertRows(trx, 'role_assignment', ['id'], changed) }, notes }
}

function keyOf({ account_id, role_id, key }: Pick<Row, 'account_id' | 'role_id' | 'key'>): string {
  return `${account_id} ${role_id} ${key}`
}

export function checkScopes(role: KnownRole, given: AssignmentDocument['scopes'], path: Path, report: Report): void {
  for (const key of Object.keys(given))
    if (!role.scopes.some((scope) => scope.key === key)) report([...path, key], `role "${role.key}" has no such scope`)
  for (const scope of role.scopes) {
    const values = given[scope.key]
    if (!values && scope.required) report(path, `role "${role.key}" needs a value for "${scope.key}"`)
    if (values && values.length > 1 && !scope.many) report([...path, scope.key], 'takes one value only')
    for (const [index, value] of values?.entries() ?? [])
      if (!isInside(scope, value)) report([...path, scope.key, index], `is outside the role's scope "${scope.key}"`)
  }
}

const formats: Partial<Record<KnownScope['kind'], RegExp>> = {
  sor: /^\d{6,18}$/,
  ydernummer: /^\d{6}$/,
  'p-number': /^\d{10}$/,
  municipality: /^\d{3,4}$/,
}

function isInside(scope: KnownScope, value: string): boolean {
  return (
    (formats[scope.kind]?.test(value) ?? true) && matchesScope({ ...scope, allowedValues: scope.allowed_values }, value)
  )
}
