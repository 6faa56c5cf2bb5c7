/** What the sign-in asks about identity providers. */
import type { Selectable } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { IdentityProviderTable } from '../storage/schema.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { identityProviderSettings } from './identity-provider-settings.ts'

export async function findIdentityProvider(db: Db | Trx, id: string): Promise<IdentityProvider | null> {
  const row = await db.selectFrom('identity_provider').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Every identity provider that this service has activated, enabled or not, by Danish name. */
export async function identityProvidersOfService(db: Db | Trx, serviceId: string): Promise<IdentityProvider[]> {
  const rows = await db
    .selectFrom('identity_provider')
    .innerJoin('service_identity_provider as activated', 'activated.identity_provider_id', 'identity_provider.id')
    .where('activated.service_id', '=', serviceId)
    .selectAll('identity_provider')
    .orderBy('name_da')
    .execute()
  return rows.map(fromRow)
}

function fromRow(row: Selectable<IdentityProviderTable>): IdentityProvider {
  return {
    id: row.id,
    key: row.key,
    entityId: row.entity_id,
    profile: row.profile,
    kind: row.kind,
    nameDa: row.name_da,
    nameEn: row.name_en,
    category: row.category,
    region: row.region,
    municipality: row.municipality,
    aliases: row.aliases,
    keywords: row.keywords,
    highestAssurance: row.highest_assurance,
    allowedCvrs: row.allowed_cvrs,
    logInKinds: row.log_in_kinds,
    enabled: row.enabled,
    metadata: row.metadata,
    settings: identityProviderSettings.parse(row.settings),
  }
}
