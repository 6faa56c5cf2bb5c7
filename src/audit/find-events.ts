/** Finds what the audit knows under a reference that a person read out. */
import type { Db, Trx } from '../storage/database.ts'
import type { AuditEvent } from './audit-event.ts'

export interface RecordedEvent extends AuditEvent {
  at: Date
}

/** In the order things happened. Spaces and small letters in the reference do not matter. */
export async function findEventsByReference(db: Db | Trx, reference: string): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('reference', '=', reference.replace(/\s/g, '').toUpperCase())
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    action: row.action,
    outcome: row.outcome,
    actor: { kind: row.actor_kind, id: row.actor_id ?? undefined },
    organisationId: row.organisation_id ?? undefined,
    object: row.object_kind && row.object_id ? { kind: row.object_kind, id: row.object_id } : undefined,
    source: row.source ?? undefined,
    correlationId: row.correlation_id ?? undefined,
    reference: row.reference ?? undefined,
    details: row.details as Record<string, unknown>,
  }))
}
