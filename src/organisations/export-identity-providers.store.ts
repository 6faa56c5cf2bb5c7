/** Identity providers, as the document of `seb apply` writes them. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import { by } from '../storage/plan/in-order.ts'
import { identityProviderSettings } from './identity-provider-settings.ts'

/** All of them, or only those that speak for this organisation and no other. */
export async function exportIdentityProviders(trx: Trx, onlyCvr: string | null) {
  const rows = await trx
    .selectFrom('identity_provider')
    .selectAll()
    .where(onlyCvr === null ? sql.lit(true) : sql<boolean>`allowed_cvrs = array[${onlyCvr}]`)
    .execute()
  return rows.sort(by(({ key }) => key)).map((row) => ({
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
    metadata: { read: row.metadata, address: row.metadata_address ?? undefined },
    settings: identityProviderSettings.parse(row.settings),
  }))
}
