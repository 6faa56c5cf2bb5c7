/** What the sign-in asks about identity providers. */
import { type Selectable, sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { IdentityProviderTable } from '../storage/schema.ts'
import type { IdentityProvider, ListedIdentityProvider } from './identity-provider.ts'
import { identityProviderSettings } from './identity-provider-settings.ts'

export async function findIdentityProvider(db: Db | Trx, id: string): Promise<IdentityProvider | null> {
  const row = await db.selectFrom('identity_provider').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** By entity id alone, one for each profile: for messages that do not say which profile they are of, such as log-out. */
export async function findIdentityProvidersByEntityId(db: Db | Trx, entityId: string): Promise<IdentityProvider[]> {
  const rows = await db
    .selectFrom('identity_provider')
    .selectAll()
    .where('entity_id', '=', entityId)
    .where('enabled', '=', true)
    .orderBy('key')
    .execute()
  return rows.map(fromRow)
}

/** Every identity provider that this service has activated, enabled or not, by Danish name: what a list needs of each. */
export async function identityProvidersOfService(db: Db | Trx, serviceId: string): Promise<ListedIdentityProvider[]> {
  const rows = await db
    .selectFrom('identity_provider')
    .innerJoin('service_identity_provider as activated', 'activated.identity_provider_id', 'identity_provider.id')
    .where('activated.service_id', '=', serviceId)
    .select(listedColumns)
    .orderBy('name_da')
    .execute()
  return rows.map(listed)
}

/** Every identity provider there is: SEB's own pages take them all. */
export async function allIdentityProviders(db: Db | Trx): Promise<ListedIdentityProvider[]> {
  const rows = await db.selectFrom('identity_provider').select(listedColumns).orderBy('name_da').execute()
  return rows.map(listed)
}

/** Those that may speak for an organisation, with the most that each may state. */
export async function providersSpeakingFor(
  db: Db | Trx,
  cvr: string,
): Promise<Pick<IdentityProvider, 'id' | 'highestAssurance'>[]> {
  return db
    .selectFrom('identity_provider')
    .select(['id', 'highest_assurance as highestAssurance'])
    .where((where) => where.or([where('allowed_cvrs', 'is', null), sql<boolean>`${cvr} = any(allowed_cvrs)`]))
    .execute()
}

const listedColumns = [
  'id',
  'key',
  'entity_id',
  'kind',
  'name_da',
  'name_en',
  'category',
  'region',
  'municipality',
  'aliases',
  'keywords',
  'log_in_kinds',
  'enabled',
] as const

function listed(row: Pick<Selectable<IdentityProviderTable>, (typeof listedColumns)[number]>): ListedIdentityProvider {
  return {
    id: row.id,
    key: row.key,
    entityId: row.entity_id,
    kind: row.kind,
    nameDa: row.name_da,
    nameEn: row.name_en,
    category: row.category,
    region: row.region,
    municipality: row.municipality,
    aliases: row.aliases,
    keywords: row.keywords,
    logInKinds: row.log_in_kinds,
    enabled: row.enabled,
  }
}

function fromRow(row: Selectable<IdentityProviderTable>): IdentityProvider {
  return {
    ...listed(row),
    profile: row.profile,
    highestAssurance: row.highest_assurance,
    allowedCvrs: row.allowed_cvrs,
    metadata: row.metadata,
    settings: identityProviderSettings.parse(row.settings),
  }
}
