/**
 * `seb export`: what SEB is set up with as a document that `seb apply` takes, in an order that is always the same. CPR
 * numbers and what has been withdrawn or removed are left out; what a document cannot say is told in the notes.
 */
import type { Selectable, Transaction } from 'kysely'
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import { identityProviderSettings } from '../organisations/identity-provider-settings.ts'
import { serviceSettings } from '../services/service-settings.ts'
import type { Db } from '../storage/database.ts'
import { lockConfiguration } from '../storage/lock-configuration.ts'
import type { Schema } from '../storage/schema.ts'
import { by, datesOf, exportPeople, type Keys } from './export-people.ts'

export interface Exports {
  /** JSON text. */
  document: string
  notes: readonly string[]
}

type Trx = Transaction<Schema>

export async function exportConfiguration(
  deps: { db: Db; clock: Clock; ids: Ids },
  operator: string,
): Promise<Exports> {
  // One look at everything, whatever administrators change meanwhile.
  return deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await lockConfiguration(trx)
      const organisations = await trx.selectFrom('organisation').selectAll().execute()
      const units = await trx.selectFrom('unit').selectAll().execute()
      const providers = await trx.selectFrom('identity_provider').selectAll().execute()
      const services = await trx.selectFrom('service').selectAll().execute()
      const roles = await trx.selectFrom('role').selectAll().execute()
      const bundles = await trx.selectFrom('bundle').selectAll().execute()
      const keys: Keys = new Map([
        ...organisations.map(({ id, cvr }): [string, string] => [id, cvr]),
        ...[...units, ...providers, ...services, ...roles, ...bundles].map(({ id, key }): [string, string] => [
          id,
          key,
        ]),
      ])
      const key = (id: string) => keys.get(id) ?? id
      const unitsOf = Map.groupBy(units, (unit) => unit.organisation_id)
      const people = await exportPeople(trx, keys)
      const document = {
        organisations: organisations.sort(by(({ cvr }) => cvr)).map((row) => ({
          cvr: row.cvr,
          name: row.name,
          kind: row.kind,
          status: row.status,
          allowsPrivateLogIn: row.allows_private_log_in,
          tellsNames: row.tells_names,
          takesRequests: row.takes_requests,
          allowsNoMail: row.allows_no_mail,
          escalateAfterDays: row.escalate_after_days,
          units: (unitsOf.get(row.id) ?? []).sort(by((unit) => unit.key)).map((unit) => ({
            key: unit.key,
            parent: unit.parent_id && key(unit.parent_id),
            name: unit.name,
            sor: unit.sor,
            pNumber: unit.p_number,
            ydernummer: unit.ydernummer,
            municipality: unit.municipality_code,
            region: unit.region_code,
            closed: unit.closed_at !== null,
          })),
        })),
        identityProviders: providers.sort(by((row) => row.key)).map((row) => ({
          key: row.key,
          kind: row.kind,
          profile: row.profile,
          names: { da: row.name_da, en: row.name_en },
          category: row.category,
          region: row.region,
          municipality: row.municipality,
          aliases: row.aliases,
          keywords: row.keywords,
          highestAssurance: row.highest_assurance,
          allowedCvrs: row.allowed_cvrs,
          logInKinds: row.log_in_kinds,
          enabled: row.enabled,
          metadata: metadataOf(row),
          settings: identityProviderSettings.parse(row.settings),
        })),
        services: await exportServices(trx, services, roles, key),
        grants: (await trx.selectFrom('service_grant').selectAll().execute())
          .map((row) => ({
            cvr: key(row.organisation_id),
            service: key(row.service_id),
            roles: row.role_ids?.map(key).sort() ?? null,
            ceilings: row.ceilings,
            ...datesOf(row),
          }))
          .sort(by(({ cvr, service }) => `${cvr} ${service}`)),
        bundles: await exportBundles(trx, bundles, roles, key),
        people: people.documents,
      }
      const notes = [...people.notes]
      const merged = organisations.filter((row) => row.merged_into !== null).length
      if (merged > 0) notes.push(`${merged} merged organisations are written as closed`)
      await recordEvents(deps, trx, [
        {
          action: 'configuration.exported',
          outcome: 'success',
          actor: { kind: 'operator', id: operator },
          details: { organisations: organisations.length, people: people.documents.length },
        },
      ])
      return { document: `${JSON.stringify(document, null, 1)}\n`, notes }
    })
}

async function exportServices(
  trx: Trx,
  services: readonly Row<'service'>[],
  roles: readonly Row<'role'>[],
  key: (id: string) => string,
) {
  const attributes = Map.groupBy(
    await trx.selectFrom('service_attribute').selectAll().execute(),
    (row) => row.service_id,
  )
  const activated = Map.groupBy(
    await trx.selectFrom('service_identity_provider').selectAll().execute(),
    (row) => row.service_id,
  )
  const scopes = Map.groupBy(
    await trx.selectFrom('role_scope').selectAll().orderBy('position').execute(),
    (row) => row.role_id,
  )
  const rolesOf = Map.groupBy(roles, (role) => role.service_id)
  return services
    .filter((row) => row.protocol === 'saml')
    .sort(by((row) => row.key))
    .map((row) => ({
      key: row.key,
      names: { da: row.name_da, en: row.name_en },
      shortName: row.short_name,
      description: { da: row.description_da, en: row.description_en },
      address: row.address,
      owner: row.owner_organisation_id && key(row.owner_organisation_id),
      contact: row.contact,
      audience: row.audience,
      environment: row.environment,
      lowestAssurance: row.lowest_assurance,
      access: row.access,
      logInKinds: row.log_in_kinds,
      critical: row.critical,
      enabled: row.enabled,
      identityProviders: (activated.get(row.id) ?? []).map((one) => key(one.identity_provider_id)).sort(),
      attributes: (attributes.get(row.id) ?? [])
        .sort(by((one) => one.attribute))
        .map((one) => ({ name: one.attribute, legalBasis: one.legal_basis })),
      roles: (rolesOf.get(row.id) ?? []).sort(by((role) => role.key)).map((role) => ({
        key: role.key,
        names: { da: role.name_da, en: role.name_en },
        descriptions: { da: role.description_da, en: role.description_en },
        privileges: role.privileges,
        privilegeScope: role.privilege_scope,
        sensitive: role.sensitive,
        lowestAssurance: role.lowest_assurance,
        requiredEducationCodes: role.required_education_codes,
        longestDays: role.longest_days,
        requestable: role.requestable,
        status: role.status,
        until: role.retired_at,
        replacedBy: role.replaced_by && key(role.replaced_by),
        scopes: (scopes.get(role.id) ?? []).map((scope) => ({
          key: scope.key,
          kind: scope.kind,
          names: { da: scope.name_da, en: scope.name_en },
          required: scope.required,
          many: scope.many,
          allowedValues: scope.allowed_values,
          pattern: scope.pattern,
          constraintName: scope.constraint_name,
        })),
      })),
      metadata: metadataOf(row),
      settings: serviceSettings.parse(row.settings),
    }))
}

async function exportBundles(
  trx: Trx,
  bundles: readonly Row<'bundle'>[],
  roles: readonly Row<'role'>[],
  key: (id: string) => string,
) {
  const parts = await trx.selectFrom('bundle_role').selectAll().orderBy('position').execute()
  const partsOf = Map.groupBy(parts, (part) => part.bundle_id)
  const serviceOf = new Map(roles.map(({ id, service_id }) => [id, service_id]))
  return bundles
    .map((row) => ({
      cvr: key(row.organisation_id),
      key: row.key,
      name: row.name,
      description: row.description,
      deleted: row.deleted_at !== null,
      roles: (partsOf.get(row.id) ?? []).map((part) => ({
        service: key(serviceOf.get(part.role_id) ?? ''),
        role: key(part.role_id),
        scopes: part.scopes,
      })),
    }))
    .sort(by((bundle) => `${bundle.cvr} ${bundle.key}`))
}

type Row<Table extends 'service' | 'role' | 'bundle'> = Selectable<Schema[Table]>

function metadataOf(row: { metadata: unknown; metadata_address: string | null }) {
  return { read: row.metadata, address: row.metadata_address ?? undefined }
}
