/** Reads the seals in order together with the events they are of: what checking and exporting walk along. */
import { sql } from 'kysely'
import type { Db } from '../../storage/database.ts'
import { type EventRow, eventColumns } from './event-line.ts'

/** A seal and, unless it is gone, its event. */
export interface SealedEvent {
  position: number
  sequence: number
  eventHash: Uint8Array
  chain: Uint8Array
  organisationId: string | null
  organisationPosition: number | null
  organisationChain: Uint8Array | null
  event: EventRow | null
}

const rowsAtOnce = 5_000

type Row = Omit<SealedEvent, 'event' | 'sequence'> & { seal_sequence: number } & (EventRow | { sequence: null })

/** Batches of seals, from the first up to `last`; of one organisation only, where one is given. */
export async function* walkSeals(
  db: Db,
  { last, organisationId }: { last: number; organisationId?: string | undefined },
): AsyncGenerator<SealedEvent[]> {
  const own = organisationId === undefined ? sql`true` : sql`s.organisation_id = ${organisationId}`
  // An organisation's seals are walked by their own numbers, so that the index leads the way.
  const order = organisationId === undefined ? sql`s.position` : sql`s.organisation_position`
  for (let after = 0; ; ) {
    const { rows } = await sql<Row>`select s.position, s.sequence as seal_sequence, s.event_hash as "eventHash",
        s.chain_hash as chain, s.organisation_id as "organisationId", s.organisation_position as "organisationPosition",
        s.organisation_chain_hash as "organisationChain", ${eventColumns}
      from audit_seal s left join audit_event e on e.sequence = s.sequence
      where ${own} and ${order} > ${after} and s.position <= ${last} order by ${order} limit ${rowsAtOnce}`.execute(db)
    const [end] = rows.slice(-1)
    if (!end) return
    yield rows.map(({ seal_sequence, ...row }) => ({
      ...row,
      sequence: seal_sequence,
      event: row.sequence === null ? null : (row as EventRow),
    }))
    after = (organisationId === undefined ? end.position : end.organisationPosition) ?? after
  }
}

/** Events within a range of numbers that have no seal though those around them have. */
export async function eventsWithoutSeal(db: Db, after: number, upTo: number): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`select ${eventColumns} from audit_event e
    where e.sequence > ${after} and e.sequence <= ${upTo}
      and not exists (select from audit_seal s where s.sequence = e.sequence) order by e.sequence limit 1000`.execute(
    db,
  )
  return rows
}

/** Organisations whose row does not say where their chain of seals ends. */
export async function wrongOrganisationEnds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ organisation_id: string }>`select o.organisation_id from audit_seal_organisation o
    where not exists (select from audit_seal s where s.organisation_id = o.organisation_id
        and s.organisation_position = o.position and s.organisation_chain_hash = o.chain_hash)
      or exists (select from audit_seal s where s.organisation_id = o.organisation_id
        and s.organisation_position = o.position + 1)`.execute(db)
  return rows.map((row) => row.organisation_id)
}

export async function countUnsealed(db: Db, after: number): Promise<number> {
  const { count } = await db
    .selectFrom('audit_event')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('sequence', '>', after)
    .executeTakeFirstOrThrow()
  return count
}

/** The place in the chain of an event that belongs to `correlationId`; null while it is not sealed. */
export async function sealOf(db: Db, correlationId: string): Promise<number | null> {
  const row = await db
    .selectFrom('audit_event')
    .innerJoin('audit_seal', 'audit_seal.sequence', 'audit_event.sequence')
    .select('audit_seal.position')
    .where('correlation_id', '=', correlationId)
    .executeTakeFirst()
  return row?.position ?? null
}
