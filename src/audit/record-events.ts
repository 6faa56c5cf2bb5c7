/** Writes audit events in the transaction of the change they tell of: both stand, or neither. */
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Db, Trx } from '../storage/database.ts'
import { insertRows, type Row } from '../storage/upsert-rows.ts'
import type { RowInsert } from '../storage/write-together.ts'
import type { AuditEvent } from './audit-event.ts'

type EventDeps = { clock: Clock; ids: Ids }

export async function recordEvents(deps: EventDeps, db: Trx | Db, events: readonly AuditEvent[]): Promise<void> {
  await insertRows(db, 'audit_event', rowsOf(deps, events))
}

/** The same, to be written in one statement with the change itself. */
export function eventRows(deps: EventDeps, events: readonly AuditEvent[]): RowInsert {
  return { insert: 'audit_event', rows: rowsOf(deps, events) }
}

function rowsOf(deps: EventDeps, events: readonly AuditEvent[]): Row<'audit_event'>[] {
  const at = deps.clock.now()
  return events.map((event) => ({
    id: deps.ids.uuid(),
    at,
    action: event.action,
    outcome: event.outcome,
    actor_kind: event.actor.kind,
    actor_id: event.actor.id ?? null,
    organisation_id: event.organisationId ?? null,
    object_kind: event.object?.kind ?? null,
    object_id: event.object?.id ?? null,
    source: event.source ?? null,
    correlation_id: event.correlationId ?? null,
    reference: event.reference ?? null,
    details: event.details ?? {},
  }))
}
