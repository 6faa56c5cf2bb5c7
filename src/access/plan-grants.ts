/** What must change for the grants of services to organisations to be as a document says. */
import type { Selectable } from 'kysely'
import type { KnownOrganisation } from '../organisations/plan-organisations.ts'
import { wantedDates } from '../people/plan-people.ts'
import type { KnownService } from '../services/plan-services.ts'
import { type At, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import type { References } from '../storage/plan/references.ts'
import type { ServiceGrantTable } from '../storage/schema.ts'
import { findRows, upsertRows } from '../storage/upsert-rows.ts'
import type { GrantDocument } from './grant-document.ts'

type Row = Selectable<ServiceGrantTable>

export async function planGrants(
  deps: PlanDeps,
  wanted: readonly At<GrantDocument>[],
  known: { organisations: References<KnownOrganisation>; services: References<KnownService> },
): Promise<Plan> {
  reportRepeated(
    wanted,
    ({ cvr, service }) => `${cvr} ${service}`,
    deps.report,
    'service',
    'this organisation and service',
  )
  const placed = wanted.flatMap((grant) => {
    const organisation = known.organisations.get(grant.value.cvr, [...grant.path, 'cvr'])
    const service = known.services.get(grant.value.service, [...grant.path, 'service'])
    return organisation && service ? [{ ...grant, organisation, service }] : []
  })
  const rows = await findRows(
    deps.trx,
    'service_grant',
    placed.map(({ organisation, service }) => ({ organisation_id: organisation.id, service_id: service.id })),
  )
  const current = new Map(rows.map((row) => [`${row.organisation_id} ${row.service_id}`, row]))
  const roles = await findRows(
    deps.trx,
    'role',
    rows.flatMap((row) => row.role_ids?.map((id) => ({ id })) ?? []),
  )
  const roleKeys = new Map(roles.map(({ id, key }) => [id, key]))
  const items = placed.map(({ path, value, organisation, service }): Item<Row> => {
    const row = current.get(`${organisation.id} ${service.id}`)
    const roleIds = value.roles?.flatMap((key, index) => {
      const role = service.roles.get(key, [...path, 'roles', index])
      if (role) roleKeys.set(role.id, key)
      if (role?.status === 'draft')
        deps.reportUnfit([...path, 'roles', index], `role "${key}" is a draft: it cannot be granted yet`)
      return role ? [role.id] : []
    })
    return {
      label: `${value.cvr} ${value.service}`,
      organisationId: organisation.id,
      current: row,
      wanted: {
        id: row?.id ?? deps.ids.uuid(),
        organisation_id: organisation.id,
        service_id: service.id,
        ...wantedDates(deps, path, value, row),
        role_ids: roleIds ?? null,
        ceilings: value.ceilings,
      },
    }
  })
  const { changes, rows: changed } = planItems('grant', items, (row) => ({
    roles: row.role_ids?.map((id) => roleKeys.get(id) ?? id).sort() ?? null,
    ceilings: row.ceilings,
    from: row.valid_from,
    until: row.valid_until,
  }))
  return { changes, write: (trx) => upsertRows(trx, 'service_grant', ['id'], changed) }
}
