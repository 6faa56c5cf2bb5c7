/** The identity providers as system management sees them: as a list, one, and what each is activated for. */
import { type Selectable, sql } from 'kysely'
import type { Cursor } from '../../../base/cursor.ts'
import type { Db, Trx } from '../../../storage/database.ts'
import { type Page, readPage } from '../../../storage/keyset.ts'
import type { IdentityProviderTable } from '../../../storage/schema.ts'
import { healthOf } from './provider-health.ts'
import type { ProviderReader } from './provider-reader.ts'

export const providerStates = ['all', 'attention', 'off'] as const

export interface ProviderQuery {
  text: string
  state: (typeof providerStates)[number]
}

export interface ListedProvider {
  id: string
  nameDa: string
  nameEn: string
  kind: 'nemlog-in' | 'local'
  category: IdentityProviderTable['category']
  enabled: boolean
  problem: string | null
  metadata: unknown
  services: number
}

/** Which need attention is known by looking into their metadata, so that is done for all of them only when it is asked. */
export async function listProviders(
  db: Db,
  { text, state }: ProviderQuery,
  cursor: Cursor | null,
  { now, providers }: { now: Date; providers: ProviderReader },
): Promise<Page<ListedProvider>> {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const needing = state === 'attention' ? await needingAttention(db, now, providers) : []
  const inState = {
    all: sql<boolean>`true`,
    off: sql<boolean>`not provider.enabled`,
    attention: sql<boolean>`provider.id = any(${sql.val(needing)}::uuid[])`,
  }
  return readPage<ListedProvider>(
    db,
    {
      from: sql`identity_provider provider`,
      where: sql<boolean>`${inState[state]} and (${text} = '' or provider.name_da ilike ${part} or provider.name_en ilike ${part}
        or provider.entity_id ilike ${part} or provider.key ilike ${part}
        or array_to_string(provider.aliases, ' ') ilike ${part})`,
      id: sql`provider.id`,
      order: [sql`fold_name(provider.name_da)`, sql`provider.id`],
      rows: sql`
        select provider.id, name_da as "nameDa", name_en as "nameEn", kind, category, enabled,
          metadata_problem as problem, metadata,
          (select count(*)::integer from service_identity_provider chosen
            where chosen.identity_provider_id = provider.id) as services
        from page join identity_provider provider on provider.id = page.id`,
      countTo: null,
      searched: text !== '',
    },
    cursor,
  )
}

async function needingAttention(db: Db, now: Date, providers: ProviderReader): Promise<string[]> {
  const rows = await db
    .selectFrom('identity_provider')
    .select(['id', 'metadata', 'metadata_problem as problem'])
    .where('enabled', '=', true)
    .execute()
  return rows
    .filter(({ metadata, problem }) => {
      const summary = providers.summarise(metadata)
      return healthOf({ enabled: true, problem, summary }, now, 'da').grave !== null
    })
    .map(({ id }) => id)
}

export type ProviderRow = Selectable<IdentityProviderTable>

export async function findProvider(db: Db | Trx, id: string): Promise<ProviderRow | null> {
  const row = await db.selectFrom('identity_provider').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** One side of who may be used for what: a service for a provider's page, a provider for a service's. */
export interface Counterpart {
  id: string
  nameDa: string
  nameEn: string
  chosen: boolean
}

/** SEB's own pages take every provider and are not among them. */
export async function servicesFor(db: Db | Trx, providerId: string): Promise<Counterpart[]> {
  const { rows } = await sql<Counterpart>`
    select service.id, name_da as "nameDa", name_en as "nameEn", exists (select from service_identity_provider chosen
      where chosen.service_id = service.id and chosen.identity_provider_id = ${providerId}) as chosen
    from service where protocol <> 'seb' order by fold_name(name_da), id`.execute(db)
  return rows
}

export async function providersFor(db: Db | Trx, serviceId: string): Promise<Counterpart[]> {
  const { rows } = await sql<Counterpart>`
    select provider.id, name_da as "nameDa", name_en as "nameEn", exists (select from service_identity_provider chosen
      where chosen.identity_provider_id = provider.id and chosen.service_id = ${serviceId}) as chosen
    from identity_provider provider order by fold_name(name_da), id`.execute(db)
  return rows
}
