/** Grants and bundles, as the document of `seb apply` writes them. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import { by } from '../storage/plan/in-order.ts'

/** Ids of what only is exported; null: everything. */
export interface GrantsOf {
  organisationId: string | null
  serviceId: string | null
}

export async function exportGrants(trx: Trx, { organisationId, serviceId }: GrantsOf) {
  const rows = await trx
    .selectFrom('service_grant')
    .innerJoin('organisation', 'organisation.id', 'service_grant.organisation_id')
    .innerJoin('service', 'service.id', 'service_grant.service_id')
    .select(['organisation.cvr', 'service.key as service', 'service_grant.ceilings'])
    .select(['service_grant.role_ids', 'service_grant.valid_from', 'service_grant.valid_until'])
    .where(organisationId === null ? sql.lit(true) : sql<boolean>`organisation.id = ${organisationId}`)
    .where(serviceId === null ? sql.lit(true) : sql<boolean>`service.id = ${serviceId}`)
    .execute()
  const roles = await trx.selectFrom('role').select(['id', 'key']).execute()
  const roleKeys = new Map(roles.map(({ id, key }) => [id, key]))
  return rows
    .map((row) => ({
      cvr: row.cvr,
      service: row.service,
      roles: row.role_ids?.map((id) => roleKeys.get(id) ?? id).sort() ?? null,
      ceilings: row.ceilings,
      from: row.valid_from,
      until: row.valid_until,
    }))
    .sort(by(({ cvr, service }) => `${cvr} ${service}`))
}

export async function exportBundles(trx: Trx, organisationId: string | null) {
  const ofOrganisation = organisationId === null ? sql.lit(true) : sql<boolean>`organisation_id = ${organisationId}`
  const bundles = await trx
    .selectFrom('bundle')
    .innerJoin('organisation', 'organisation.id', 'bundle.organisation_id')
    .select(['bundle.id', 'organisation.cvr', 'bundle.key', 'bundle.name', 'bundle.description', 'bundle.deleted_at'])
    .where(ofOrganisation)
    .execute()
  const parts = await trx
    .selectFrom('bundle_role')
    .innerJoin('bundle', 'bundle.id', 'bundle_role.bundle_id')
    .innerJoin('role', 'role.id', 'bundle_role.role_id')
    .innerJoin('service', 'service.id', 'role.service_id')
    .select(['bundle_role.bundle_id', 'service.key as service', 'role.key as role', 'bundle_role.scopes'])
    .where(ofOrganisation)
    .orderBy('bundle_role.position')
    .execute()
  const partsOf = Map.groupBy(parts, (part) => part.bundle_id)
  return bundles
    .map((row) => ({
      cvr: row.cvr,
      key: row.key,
      name: row.name,
      description: row.description,
      deleted: row.deleted_at !== null,
      roles: (partsOf.get(row.id) ?? []).map(({ service, role, scopes }) => ({ service, role, scopes })),
    }))
    .sort(by((bundle) => `${bundle.cvr} ${bundle.key}`))
}
