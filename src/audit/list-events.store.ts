/** The log a page at a time, the newest first: every way to ask has an index that begins at the newest and stops at the page. */
import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import type { AuditEventTable } from '../storage/schema.ts'
import { sha256 } from './seal/chain.ts'
import { type EventRow, eventColumns, eventLine } from './seal/event-line.ts'

export interface EventQuery {
  /** Null: the log of all of SEB. */
  organisationId: string | null
  from: Date | null
  /** The first moment that is not asked for. */
  until: Date | null
  /** Null: all. An empty list finds nothing. */
  actions: readonly string[] | null
  /** Ids of persons. */
  actorIds: readonly string[] | null
  /** Ids of persons, accounts and role assignments. */
  objectIds: readonly string[] | null
  outcome: AuditEventTable['outcome'] | null
  reference: string | null
}

export interface LoggedEvent {
  id: string
  at: Date
  action: string
  outcome: AuditEventTable['outcome']
  actor: { kind: AuditEventTable['actor_kind']; id: string | null }
  organisationId: string | null
  object: { kind: string; id: string } | null
  source: string | null
  reference: string | null
  details: Readonly<Record<string, unknown>>
  /** Whether it is as it was when it was sealed; null while it is not sealed yet. */
  asSealed: boolean | null
}

/** Those that come after the event named `after`, in this order; one that is not to be seen here begins anew. */
export async function listEvents(
  trx: Trx,
  query: EventQuery,
  { after, most }: { after: string | null; most: number },
): Promise<{ events: LoggedEvent[]; more: boolean }> {
  const { rows } = await sql<EventRow & { seal: Uint8Array | null }>`
    select ${eventColumns}, s.event_hash as seal
    from audit_event e left join audit_seal s on s.sequence = e.sequence
    where ${sql.join(conditions(query, after), sql` and `)}
    order by e.sequence desc limit ${most + 1}`.execute(trx)
  return { events: rows.slice(0, most).map(loggedEvent), more: rows.length > most }
}

/** Clocks of several processes and transactions under way differ by less. */
const slack = 15 * 60_000

function conditions(query: EventQuery, after: string | null): RawBuilder<unknown>[] {
  const { organisationId, from, until, actions, actorIds, objectIds, outcome, reference } = query
  const before = (moment: Date) => sql`(select audit_sequence_before(${moment}, ${organisationId}::uuid))`
  const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::text[])`
  return [
    sql`true`,
    ...(organisationId === null ? [] : [sql`e.organisation_id = ${organisationId}::uuid`]),
    ...(after === null
      ? []
      : [
          sql`e.sequence < coalesce((select sequence from audit_event where id = ${after}::uuid), 9223372036854775807)`,
        ]),
    ...(from ? [sql`e.at >= ${from} and e.sequence > ${before(new Date(from.getTime() - slack))}`] : []),
    ...(until ? [sql`e.at < ${until} and e.sequence <= ${before(new Date(until.getTime() + slack))}`] : []),
    ...(actions ? [sql`e.action = ${anyOf(actions)}`] : []),
    ...(actorIds ? [isOneOf(sql`actor_kind = 'person' and actor_id = ${anyOf(actorIds)}`)] : []),
    ...(objectIds
      ? [isOneOf(sql`object_kind in ('person', 'account', 'role-assignment') and object_id = ${anyOf(objectIds)}`)]
      : []),
    ...(outcome === 'success' ? [sql`e.outcome = 'success'`] : []),
    ...(outcome && outcome !== 'success' ? [sql`e.outcome <> 'success' and e.outcome = ${outcome}`] : []),
    ...(reference === null ? [] : [sql`e.reference = ${reference}`]),
  ]
}

/**
 * What is told of some people is found first, by its own index. Left to itself PostgreSQL walks the whole log from the newest,
 * since it cannot know that there are so few: a second in a region's.
 */
function isOneOf(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`e.sequence = any(array(select sequence from audit_event where ${condition}))`
}

function loggedEvent({ seal, ...row }: EventRow & { seal: Uint8Array | null }): LoggedEvent {
  return {
    id: row.id,
    at: new Date(`${row.at}Z`),
    action: row.action,
    outcome: row.outcome as LoggedEvent['outcome'],
    actor: { kind: row.actor_kind as LoggedEvent['actor']['kind'], id: row.actor_id },
    organisationId: row.organisation_id,
    object: row.object_kind && row.object_id ? { kind: row.object_kind, id: row.object_id } : null,
    source: row.source,
    reference: row.reference,
    details: JSON.parse(row.details) as Record<string, unknown>,
    asSealed: seal && sha256(eventLine(row)).equals(seal),
  }
}
