/** Services with their roles, as the document of `seb apply` writes them. SEB's own pages are no service of a document. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import { by } from '../storage/plan/in-order.ts'
import { serviceSettings } from './service-settings.ts'

/** Null where no service of a document has the key. */
export async function findServiceByKey(trx: Trx, key: string): Promise<string | null> {
  const found = await trx
    .selectFrom('service')
    .select('id')
    .where('key', '=', key)
    .where('protocol', '=', 'saml')
    .executeTakeFirst()
  return found?.id ?? null
}

/** All of them, or only the one with this id. */
export async function exportServices(trx: Trx, only: string | null) {
  const services = await trx
    .selectFrom('service')
    .leftJoin('organisation as owner', 'owner.id', 'service.owner_organisation_id')
    .selectAll('service')
    .select('owner.cvr as owner_cvr')
    .where('service.protocol', '=', 'saml')
    .where(only === null ? sql.lit(true) : sql<boolean>`service.id = ${only}`)
    .execute()
  const attributes = await trx.selectFrom('service_attribute').selectAll().execute()
  const activated = await trx
    .selectFrom('service_identity_provider')
    .innerJoin('identity_provider', 'identity_provider.id', 'service_identity_provider.identity_provider_id')
    .select(['service_id', 'identity_provider.key'])
    .execute()
  const attributesOf = Map.groupBy(attributes, (row) => row.service_id)
  const activatedOf = Map.groupBy(activated, (row) => row.service_id)
  const rolesOf = await exportRoles(trx)
  return services.sort(by(({ key }) => key)).map((row) => ({
    key: row.key,
    names: { da: row.name_da, en: row.name_en },
    shortName: row.short_name,
    description: { da: row.description_da, en: row.description_en },
    address: row.address,
    owner: row.owner_cvr,
    contact: row.contact,
    audience: row.audience,
    environment: row.environment,
    lowestAssurance: row.lowest_assurance,
    access: row.access,
    logInKinds: row.log_in_kinds,
    critical: row.critical,
    enabled: row.enabled,
    identityProviders: (activatedOf.get(row.id) ?? []).map(({ key }) => key).sort(),
    attributes: (attributesOf.get(row.id) ?? [])
      .sort(by((one) => one.attribute))
      .map((one) => ({ name: one.attribute, legalBasis: one.legal_basis })),
    roles: rolesOf(row.id),
    metadata: { read: row.metadata, address: row.metadata_address ?? undefined },
    settings: serviceSettings.parse(row.settings),
  }))
}

async function exportRoles(trx: Trx) {
  const roles = await trx
    .selectFrom('role')
    .leftJoin('role as successor', 'successor.id', 'role.replaced_by')
    .selectAll('role')
    .select('successor.key as successor_key')
    .execute()
  const scopes = await trx.selectFrom('role_scope').selectAll().orderBy('position').execute()
  const scopesOf = Map.groupBy(scopes, (row) => row.role_id)
  const rolesOf = Map.groupBy(roles, (row) => row.service_id)
  return (serviceId: string) =>
    (rolesOf.get(serviceId) ?? []).sort(by(({ key }) => key)).map((role) => ({
      key: role.key,
      names: { da: role.name_da, en: role.name_en },
      descriptions: { da: role.description_da, en: role.description_en },
      privileges: role.privileges,
      privilegeScope: role.privilege_scope,
      sensitive: role.sensitive,
      lowestAssurance: role.lowest_assurance,
      requiredEducationCodes: role.required_education_codes,
      longestDays: role.longest_days,
      emergencyHours: role.emergency_hours,
      requestable: role.requestable,
      status: role.status,
      until: role.retired_at,
      replacedBy: role.successor_key,
      scopes: (scopesOf.get(role.id) ?? []).map((scope) => ({
        key: scope.key,
        kind: scope.kind,
        names: { da: scope.name_da, en: scope.name_en },
        required: scope.required,
        many: scope.many,
        allowedValues: scope.allowed_values,
        pattern: scope.pattern,
        constraintName: scope.constraint_name,
      })),
    }))
}
