/** What the sealer reads and writes. Only inside `asSealer`: nobody else may write a seal. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import { chainStart, type Link, organisationChainStart } from './chain.ts'
import { type EventRow, eventColumns } from './event-line.ts'
import type { SignedHead } from './head.ts'
import type { OrganisationLink } from './organisation-tree.ts'

/** An event with its place in the chain, as it is written. */
export interface Seal extends Link {
  sequence: number
  eventHash: Uint8Array
  organisation: OrganisationLink | null
}

export interface KeptHead extends SignedHead {
  number: number
  position: number
  at: Date
  treeSalt: Uint8Array | null
}

/** Any number will do, as long as every process uses the same: only one seals at a time. */
const lock = 7_316_504

/** Runs `work` in a transaction of its own with the sealer's rights; null when another process is sealing. */
export async function asSealer<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T | null> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${sql.lit(lock)}) as free`.execute(
      trx,
    )
    if (!rows[0]?.free) return null
    await sql`set local role seb_sealer`.execute(trx)
    return work(trx)
  })
}

export async function lastSeal(trx: Trx): Promise<Link & { sequence: number }> {
  const row = await trx
    .selectFrom('audit_seal')
    .select(['position', 'sequence', 'chain_hash as chain'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { ...chainStart, sequence: 0 }
}

/** How many events are sealed. */
export async function endOfAudit(db: Db | Trx): Promise<number> {
  const row = await db
    .selectFrom('audit_seal')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0
}

/** The next events in order, none beyond `settled`. */
export async function eventsToSeal(trx: Trx, after: number, settled: number, most: number): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`select ${eventColumns} from audit_event e
    where e.sequence > ${after} and e.sequence <= ${settled} order by e.sequence limit ${most}`.execute(trx)
  return rows
}

/** How far the chains of these organisations have come; one that has no events yet is at its start. */
export async function organisationLinks(trx: Trx, ids: readonly string[]): Promise<Map<string, OrganisationLink>> {
  const rows = ids.length === 0 ? [] : await linkQuery(trx).where('organisation_id', 'in', ids).execute()
  const start = ids.map((organisationId) => ({ organisationId, ...organisationChainStart(organisationId) }))
  return new Map([...start, ...rows].map((link) => [link.organisationId, link]))
}

export async function allOrganisationLinks(db: Db | Trx): Promise<OrganisationLink[]> {
  return linkQuery(db).execute()
}

function linkQuery(db: Db | Trx) {
  return db
    .selectFrom('audit_seal_organisation')
    .select(['organisation_id as organisationId', 'position', 'chain_hash as chain'])
}

/** Writes seals, and how far their organisations have come with them. */
export async function writeSeals(trx: Trx, seals: readonly Seal[]): Promise<void> {
  const rows = seals.map(({ position, sequence, eventHash, chain, organisation }) => ({
    position,
    sequence,
    event_hash: bytea(eventHash),
    chain_hash: bytea(chain),
    organisation_id: organisation?.organisationId ?? null,
    organisation_position: organisation?.position ?? null,
    organisation_chain_hash: organisation ? bytea(organisation.chain) : null,
  }))
  await sql`insert into audit_seal select * from jsonb_populate_recordset(null::audit_seal, ${JSON.stringify(rows)}::jsonb)`.execute(
    trx,
  )
  const links = new Map(seals.flatMap(({ organisation: link }) => (link ? [[link.organisationId, link] as const] : [])))
  const ends = [...links.values()].map(({ organisationId, position, chain }) => ({
    organisation_id: organisationId,
    position,
    chain_hash: bytea(chain),
  }))
  await sql`insert into audit_seal_organisation
    select * from jsonb_populate_recordset(null::audit_seal_organisation, ${JSON.stringify(ends)}::jsonb)
    on conflict (organisation_id) do update set position = excluded.position, chain_hash = excluded.chain_hash`.execute(
    trx,
  )
}

/** As PostgreSQL reads bytes from text. */
function bytea(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`
}

export async function lastHeads(trx: Db | Trx): Promise<{ last: KeptHead | null; lastWithTree: KeptHead | null }> {
  const newest = headQuery(trx).orderBy('number', 'desc').limit(1)
  const last = await newest.executeTakeFirst()
  const lastWithTree = last?.treeSalt ? last : await newest.where('tree_salt', 'is not', null).executeTakeFirst()
  return { last: last ?? null, lastWithTree: lastWithTree ?? null }
}

/** In order, from the first that comes after `number`. */
export async function headsAfter(db: Db | Trx, number: number, most: number): Promise<KeptHead[]> {
  return headQuery(db).where('number', '>', number).orderBy('number').limit(most).execute()
}

export async function writeHead(trx: Trx, head: KeptHead): Promise<void> {
  const { number, position, at, text, signature, treeSalt } = head
  await trx
    .insertInto('audit_head')
    .values({ number, position, at, head: text, signature, tree_salt: treeSalt })
    .execute()
}

function headQuery(db: Db | Trx) {
  return db
    .selectFrom('audit_head')
    .select(['number', 'position', 'at', 'head as text', 'signature', 'tree_salt as treeSalt'])
}

/** How far each organisation's chain had come when `position` events were sealed. */
export async function organisationLinksAt(db: Db, position: number): Promise<OrganisationLink[]> {
  const { rows } = await sql<OrganisationLink>`
    select o.organisation_id as "organisationId", s.organisation_position as position, s.organisation_chain_hash as chain
    from audit_seal_organisation o cross join lateral (
      select organisation_position, organisation_chain_hash from audit_seal
      where organisation_id = o.organisation_id and position <= ${position} order by organisation_position desc limit 1
    ) s`.execute(db)
  return rows
}

/** The last head of every key but the present one, in order. */
export async function lastHeadsOfEarlierKeys(db: Db, present: string): Promise<KeptHead[]> {
  const key = sql<string>`head::jsonb ->> 'key'`
  const first = await db.selectFrom('audit_head').select(key.as('key')).where('number', '=', 1).executeTakeFirst()
  // Where the key was never changed, not all heads need be read to know it.
  if (first?.key === present) return []
  return headQuery(db)
    .where('number', 'in', (select) =>
      select
        .selectFrom('audit_head')
        .select(sql<number>`max(number)`.as('last'))
        .where(key, '<>', present)
        .groupBy(key),
    )
    .orderBy('number')
    .execute()
}
