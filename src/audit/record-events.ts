/** Writes audit events in the transaction of the change they tell of: both stand, or neither. */
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { Db, Trx } from '../storage/database.ts'
import { insertRows } from '../storage/upsert-rows.ts'
import type { AuditEvent } from './audit-event.ts'

export async function recordEvents(
  deps: { clock: Clock; ids: Ids },
  db: Trx | Db,
  events: readonly AuditEvent[],
): Promise<void> {
  const at = deps.clock.now()
  await insertRows(
    db,
    'audit_event',
    events.map((event) => ({
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
    })),
  )
}
