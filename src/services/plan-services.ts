/** What must change for services to be as a document says: what they are, what they may be told, who may log people in. */
import type { Selectable } from 'kysely'
import { fingerprint, prefixed } from '../organisations/describe-party.ts'
import type { ReadMetadata } from '../organisations/document-parts.ts'
import type { KnownIdentityProvider } from '../organisations/plan-identity-providers.ts'
import type { KnownOrganisation } from '../organisations/plan-organisations.ts'
import type { Trx } from '../storage/database.ts'
import { type At, eachAt, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import { placeholderId, References } from '../storage/plan/references.ts'
import type { ServiceTable } from '../storage/schema.ts'
import { deleteRows, findRows, insertRows, upsertRows } from '../storage/upsert-rows.ts'
import { type KnownRole, planRoles } from './plan-roles.ts'
import type { ServiceDocument } from './service-document.ts'
import { serviceSettings } from './service-settings.ts'

export interface KnownService {
  id: string
  key: string
  roles: References<KnownRole>
}

type Columns = Selectable<ServiceTable>
/** The service with the two lists that are its own: changed as a whole. */
interface Row extends Columns {
  /** attribute → legal basis */
  attributes: Readonly<Record<string, string>>
  /** Keys of identity providers → ids. */
  identityProviders: Readonly<Record<string, string>>
}
export type WantedService = At<{ document: ServiceDocument; metadata: ReadMetadata }>

interface Known {
  organisations: References<KnownOrganisation>
  identityProviders: References<KnownIdentityProvider>
}

/** `referredTo` are keys that other parts of the document need; `broken` those whose own entry is wrong. */
export async function planServices(
  deps: PlanDeps,
  wanted: readonly WantedService[],
  others: Known,
  referredTo: readonly string[],
  broken: ReadonlySet<string>,
): Promise<{ plan: Plan; services: References<KnownService> }> {
  reportRepeated(wanted, ({ document }) => document.key, deps.report, 'key', 'this key')
  reportRepeated(wanted, ({ metadata }) => metadata.entityId, deps.report, 'metadata', 'the entity id')
  await reportTaken(deps, wanted)
  const current = await findCurrent(deps.trx, [...wanted.map(({ value }) => value.document.key), ...referredTo])
  const owners = await cvrsOf(deps.trx, current)
  const items = wanted.map((service): Item<Row> => {
    const row = current.get(service.value.document.key)
    const rewritten = wantedRow(deps, service, row, others)
    if (rewritten.owner_organisation_id && service.value.document.owner)
      owners.set(rewritten.owner_organisation_id, service.value.document.owner)
    return { label: service.value.document.key, current: row, wanted: rewritten }
  })
  const services = planItems('service', items, (row) => describe(row, owners))
  const ids = new Map([...current.values(), ...items.map((item) => item.wanted)].map(({ key, id }) => [key, id]))
  const roles = await planRoles(
    deps,
    ids,
    wanted.flatMap(({ path, value: { document } }) =>
      eachAt([...path, 'roles'], document.roles).map((role) => ({ ...role, service: document.key })),
    ),
  )
  const known = new Map<string, KnownService>([...ids].map(([key, id]) => [key, { id, key, roles: roles.of(key) }]))
  for (const key of broken) known.set(key, { id: ids.get(key) ?? placeholderId, key, roles: References.ofBroken() })
  return {
    plan: {
      changes: [...services.changes, ...roles.plan.changes],
      write: async (trx) => {
        await writeServices(trx, services.rows)
        await roles.plan.write(trx)
      },
    },
    services: new References('service', known, deps.report),
  }
}

async function findCurrent(trx: Trx, keys: readonly string[]): Promise<Map<string, Row>> {
  const rows = await findRows(
    trx,
    'service',
    keys.map((key) => ({ key })),
  )
  const ids = rows.map(({ id }) => ({ service_id: id }))
  const attributes = Map.groupBy(await findRows(trx, 'service_attribute', ids), (row) => row.service_id)
  const activated = await findRows(trx, 'service_identity_provider', ids)
  const providers = await findRows(
    trx,
    'identity_provider',
    activated.map((row) => ({ id: row.identity_provider_id })),
  )
  const providerKeys = new Map(providers.map(({ id, key }) => [id, key]))
  const activatedOf = Map.groupBy(activated, (row) => row.service_id)
  return new Map(
    rows.map((row) => [
      row.key,
      {
        ...row,
        attributes: Object.fromEntries(
          attributes.get(row.id)?.map(({ attribute, legal_basis }) => [attribute, legal_basis]) ?? [],
        ),
        identityProviders: Object.fromEntries(
          activatedOf
            .get(row.id)
            ?.map(({ identity_provider_id: id }): [string, string] => [providerKeys.get(id) ?? id, id]) ?? [],
        ),
      },
    ]),
  )
}

async function cvrsOf(trx: Trx, services: ReadonlyMap<string, Row>): Promise<Map<string, string>> {
  const ids = [...services.values()].flatMap((row) =>
    row.owner_organisation_id ? [{ id: row.owner_organisation_id }] : [],
  )
  return new Map((await findRows(trx, 'organisation', ids)).map(({ id, cvr }) => [id, cvr]))
}

/** An entity id that another service in the database has, and keeps. */
async function reportTaken(deps: PlanDeps, wanted: readonly WantedService[]): Promise<void> {
  const taken = await findRows(
    deps.trx,
    'service',
    wanted.map(({ value }) => ({ entity_id: value.metadata.entityId })),
  )
  const owners = new Map(taken.map((row) => [row.entity_id, row.key]))
  const rewritten = new Set(wanted.map(({ value }) => value.document.key))
  for (const { path, value } of wanted) {
    const owner = owners.get(value.metadata.entityId)
    if (owner && owner !== value.document.key && !rewritten.has(owner))
      deps.report([...path, 'metadata'], `the entity id ${value.metadata.entityId} belongs to service "${owner}"`)
  }
}

function wantedRow(deps: PlanDeps, { path, value }: WantedService, current: Row | undefined, known: Known): Row {
  const { document, metadata } = value
  reportRepeated(
    eachAt([...path, 'attributes'], document.attributes),
    (one) => one.name,
    deps.report,
    'name',
    'this name',
  )
  const activated = document.identityProviders.flatMap((key, index): [string, string][] => {
    const provider = known.identityProviders.get(key, [...path, 'identityProviders', index])
    return provider ? [[key, provider.id]] : []
  })
  const owner = document.owner === null ? null : known.organisations.get(document.owner, [...path, 'owner'])
  return {
    id: current?.id ?? deps.ids.uuid(),
    key: document.key,
    protocol: 'saml',
    entity_id: metadata.entityId,
    name_da: document.names.da,
    name_en: document.names.en,
    short_name: document.shortName,
    description_da: document.description.da,
    description_en: document.description.en,
    address: document.address,
    owner_organisation_id: owner?.id ?? null,
    audience: document.audience,
    environment: document.environment,
    lowest_assurance: document.lowestAssurance,
    access: document.access,
    log_in_kinds: document.logInKinds ?? logInKindsOf[document.audience],
    critical: document.critical,
    enabled: document.enabled,
    metadata,
    settings: document.settings,
    metadata_read_at: deps.now,
    metadata_address: document.metadata.address ?? null,
    metadata_checked_at: deps.now,
    metadata_problem: null,
    contact: document.contact,
    attributes: Object.fromEntries(document.attributes.map(({ name, legalBasis }) => [name, legalBasis])),
    identityProviders: Object.fromEntries(activated),
  }
}

const logInKindsOf: Record<Row['audience'], Row['log_in_kinds']> = {
  citizen: ['person'],
  professional: ['professional'],
  both: ['professional', 'person'],
}

function describe(row: Row, cvrs: ReadonlyMap<string, string>) {
  return {
    entityId: row.entity_id,
    'names.da': row.name_da,
    'names.en': row.name_en,
    shortName: row.short_name,
    'description.da': row.description_da,
    'description.en': row.description_en,
    address: row.address,
    owner: row.owner_organisation_id && cvrs.get(row.owner_organisation_id),
    audience: row.audience,
    environment: row.environment,
    lowestAssurance: row.lowest_assurance,
    access: row.access,
    logInKinds: row.log_in_kinds,
    critical: row.critical,
    enabled: row.enabled,
    contact: row.contact,
    identityProviders: Object.keys(row.identityProviders).sort(),
    ...prefixed('attributes', row.attributes),
    metadata: fingerprint(row.metadata),
    'metadata.address': row.metadata_address,
    ...prefixed('settings', serviceSettings.parse(row.settings)),
  }
}

async function writeServices(trx: Trx, rows: readonly Row[]): Promise<void> {
  await upsertRows(
    trx,
    'service',
    ['id'],
    rows.map(({ attributes: _, identityProviders: __, ...columns }) => columns),
  )
  const ids = rows.map(({ id }) => ({ service_id: id }))
  await deleteRows(trx, 'service_attribute', ids)
  await deleteRows(trx, 'service_identity_provider', ids)
  const attributes = rows.flatMap(({ id, attributes }) =>
    Object.entries(attributes).map(([attribute, legal_basis]) => ({ service_id: id, attribute, legal_basis })),
  )
  const activated = rows.flatMap(({ id, identityProviders }) =>
    Object.values(identityProviders).map((identity_provider_id) => ({ service_id: id, identity_provider_id })),
  )
  await insertRows(trx, 'service_attribute', attributes)
  await insertRows(trx, 'service_identity_provider', activated)
}
