/**
 * The parts of a service that are changed by themselves: what it may be told, its metadata, and each of its roles. A part is
 * values by field, so that what was seen can be held against what is there now, field by field.
 */
import { z } from 'zod'
import type { Trx } from '../storage/database.ts'
import { insertRows } from '../storage/upsert-rows.ts'
import { type RoleValues, roleValues } from './role-values.ts'

export type ServicePart =
  | { serviceId: string; part: 'attributes'; roleId: null }
  | { serviceId: string; part: 'metadata'; roleId: null }
  | { serviceId: string; part: 'role'; roleId: string }

/** As JSON has them. Attributes: name → legal basis. Metadata: one field of that name. Roles: `RoleValues`. */
export type PartValues = Readonly<Record<string, unknown>>

/** Null where there is no such part of that service. */
export async function readPart(trx: Trx, part: ServicePart): Promise<PartValues | null> {
  if (part.part === 'role') return readRole(trx, part.serviceId, part.roleId)
  const service = await trx.selectFrom('service').select('metadata').where('id', '=', part.serviceId).executeTakeFirst()
  if (!service) return null
  if (part.part === 'metadata') return { metadata: service.metadata }
  const rows = await trx
    .selectFrom('service_attribute')
    .select(['attribute', 'legal_basis'])
    .where('service_id', '=', part.serviceId)
    .orderBy('attribute')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.attribute, row.legal_basis]))
}

/** The part becomes what the values say; a field that is null is nothing. */
export async function writePart(trx: Trx, part: ServicePart, values: PartValues, now: Date): Promise<void> {
  if (part.part === 'attributes') return writeAttributes(trx, part.serviceId, values)
  if (part.part === 'metadata') return writeMetadata(trx, part.serviceId, values, now)
  return writeRole(trx, part.roleId, roleValues.parse(values))
}

async function writeAttributes(trx: Trx, serviceId: string, values: PartValues): Promise<void> {
  await trx.deleteFrom('service_attribute').where('service_id', '=', serviceId).execute()
  const rows = Object.entries(values).flatMap(([attribute, basis]) =>
    typeof basis === 'string' ? [{ service_id: serviceId, attribute, legal_basis: basis }] : [],
  )
  await insertRows(trx, 'service_attribute', rows)
}

const metadataValue = z.object({ metadata: z.looseObject({ entityId: z.string() }) })

/** Metadata that was written by hand is no longer fetched: the next hour would write over it. */
async function writeMetadata(trx: Trx, serviceId: string, values: PartValues, now: Date): Promise<void> {
  const { metadata } = metadataValue.parse(values)
  await trx
    .updateTable('service')
    .set({
      metadata: JSON.stringify(metadata),
      entity_id: metadata.entityId,
      metadata_read_at: now,
      metadata_address: null,
      metadata_checked_at: null,
      metadata_problem: null,
    })
    .where('id', '=', serviceId)
    .execute()
}

/** The other service that has the entity id; null when it is free. */
export async function serviceWithEntityId(
  trx: Trx,
  entityId: string,
  except: string | null,
): Promise<{ nameDa: string; nameEn: string } | null> {
  const row = await trx
    .selectFrom('service')
    .select(['id', 'name_da as nameDa', 'name_en as nameEn'])
    .where('entity_id', '=', entityId)
    .executeTakeFirst()
  return row && row.id !== except ? row : null
}

async function readRole(trx: Trx, serviceId: string, roleId: string): Promise<RoleValues | null> {
  const role = await trx
    .selectFrom('role')
    .selectAll()
    .where('id', '=', roleId)
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
  if (!role) return null
  const scopes = await trx
    .selectFrom('role_scope')
    .selectAll()
    .where('role_id', '=', roleId)
    .orderBy('position')
    .execute()
  return {
    nameDa: role.name_da,
    nameEn: role.name_en,
    descriptionDa: role.description_da,
    descriptionEn: role.description_en,
    privileges: role.privileges,
    privilegeScope: role.privilege_scope,
    sensitive: role.sensitive,
    lowestAssurance: role.lowest_assurance,
    requiredEducationCodes: role.required_education_codes,
    longestDays: role.longest_days,
    emergencyHours: role.emergency_hours,
    requestable: role.requestable,
    status: role.status,
    retiredAt: role.retired_at?.toISOString() ?? null,
    replacedBy: role.replaced_by,
    scopes: scopes.map((scope) => ({
      key: scope.key,
      kind: scope.kind,
      nameDa: scope.name_da,
      nameEn: scope.name_en,
      required: scope.required,
      many: scope.many,
      allowedValues: scope.allowed_values,
      pattern: scope.pattern,
      constraintName: scope.constraint_name,
    })),
  }
}

function columnsOf(values: RoleValues) {
  return {
    name_da: values.nameDa,
    name_en: values.nameEn,
    description_da: values.descriptionDa,
    description_en: values.descriptionEn,
    privileges: values.privileges,
    privilege_scope: values.privilegeScope,
    sensitive: values.sensitive,
    lowest_assurance: values.lowestAssurance,
    required_education_codes: values.requiredEducationCodes,
    longest_days: values.longestDays,
    emergency_hours: values.emergencyHours,
    requestable: values.requestable,
    status: values.status,
    retired_at: values.retiredAt === null ? null : new Date(values.retiredAt),
    replaced_by: values.replacedBy,
  }
}

async function writeRole(trx: Trx, roleId: string, values: RoleValues): Promise<void> {
  await trx.updateTable('role').set(columnsOf(values)).where('id', '=', roleId).execute()
  await trx.deleteFrom('role_scope').where('role_id', '=', roleId).execute()
  await writeScopes(trx, roleId, values)
}

/** False where the id or the key is taken: the same form was first, or somebody else. */
export async function addRole(
  trx: Trx,
  role: { id: string; serviceId: string; key: string },
  values: RoleValues,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('role')
    .values({ id: role.id, service_id: role.serviceId, key: role.key, ...columnsOf(values) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return false
  await writeScopes(trx, role.id, values)
  return true
}

async function writeScopes(trx: Trx, roleId: string, { scopes }: RoleValues): Promise<void> {
  const rows = scopes.map((scope, position) => ({
    role_id: roleId,
    key: scope.key,
    kind: scope.kind,
    name_da: scope.nameDa,
    name_en: scope.nameEn,
    required: scope.required,
    many: scope.many,
    allowed_values: scope.allowedValues,
    pattern: scope.pattern,
    constraint_name: scope.constraintName,
    position,
  }))
  await insertRows(trx, 'role_scope', rows)
}
