/** Parties whose metadata is fetched from an address: identity providers here, services in the same way in their own table. */
import { sql } from 'kysely'
import type { Db, Trx } from '../storage/database.ts'
import type { ReadMetadata } from './document-parts.ts'

export type PartyTable = 'identity_provider' | 'service'

/** A party and what was known of it when it was claimed. */
export interface FetchedParty {
  id: string
  key: string
  entityId: string
  address: string
  /** As the operator wrote them; each table has its own. */
  settings: unknown
}

/** The party that has waited longest, where one was not checked since `before`; no other process gets it until it is due again. */
export async function claimDueParty(
  db: Db,
  table: PartyTable,
  times: { before: Date; now: Date },
): Promise<FetchedParty | null> {
  const { rows } = await sql<FetchedParty>`
    update ${sql.table(table)} set metadata_checked_at = ${times.now}
    where id = (
      select id from ${sql.table(table)}
      where metadata_address is not null and (metadata_checked_at is null or metadata_checked_at <= ${times.before})
      order by metadata_checked_at nulls first limit 1 for update skip locked)
    returning id, key, entity_id as "entityId", metadata_address as address, settings`.execute(db)
  return rows[0] ?? null
}

/** What SEB holds now; null when the party is fetched from that address no longer. */
export async function currentMetadata(
  trx: Trx,
  table: PartyTable,
  { id, address }: FetchedParty,
): Promise<{ metadata: unknown; problem: string | null } | null> {
  const { rows } = await sql<{ metadata: unknown; problem: string | null }>`
    select metadata, metadata_problem as problem from ${sql.table(table)}
    where id = ${id} and metadata_address = ${address} for update`.execute(trx)
  return rows[0] ?? null
}

export async function keepMetadata(
  trx: Trx,
  table: PartyTable,
  id: string,
  read: { metadata: ReadMetadata; now: Date },
): Promise<void> {
  await sql`update ${sql.table(table)} set metadata = ${JSON.stringify(read.metadata)}::jsonb,
    metadata_read_at = ${read.now}, metadata_problem = null where id = ${id}`.execute(trx)
}

export async function keepProblem(trx: Trx, table: PartyTable, id: string, problem: string | null): Promise<void> {
  await sql`update ${sql.table(table)} set metadata_problem = ${problem} where id = ${id}`.execute(trx)
}
