/** Writes changes to a part of a service: held against what is there now, with the audit event in the same transaction. */
import type { AuditEvent } from '../../../../audit/audit-event.ts'
import { recordEvents } from '../../../../audit/record-events.ts'
import type { NotifyDeps } from '../../../../notices/notify.ts'
import { fingerprint } from '../../../../organisations/describe-party.ts'
import { readPart, type ServicePart, serviceWithEntityId, writePart } from '../../../../services/service-parts.store.ts'
import type { Trx } from '../../../../storage/database.ts'
import { lockConfiguration } from '../../../../storage/lock-configuration.ts'
import { type Conflict, type FieldChange, mergeChanges } from './field-changes.ts'

export interface ChangeActor {
  personId: string
  source: string
}

export type ChangeDeps = NotifyDeps

export type SaveOutcome =
  | { kind: 'saved' }
  | { kind: 'conflicts'; conflicts: readonly Conflict[] }
  | { kind: 'entity-id-taken' }
  | { kind: 'unknown' }

/** With one conflict nothing is written. `askedBy` is whose request it was, where it was one. */
export async function saveChanges(
  deps: ChangeDeps,
  trx: Trx,
  part: ServicePart,
  changes: readonly FieldChange[],
  by: ChangeActor,
  askedBy: { requestId: string; personId: string } | null = null,
): Promise<SaveOutcome> {
  await lockConfiguration(trx)
  const current = await readPart(trx, part)
  if (!current) return { kind: 'unknown' }
  const { values, left, conflicts } = mergeChanges(current, changes)
  if (conflicts.length > 0) return { kind: 'conflicts', conflicts }
  if (left.length === 0) return { kind: 'saved' }
  const entityId = entityIdIn(values['metadata'])
  if (part.part === 'metadata' && entityId && (await serviceWithEntityId(trx, entityId, part.serviceId)))
    return { kind: 'entity-id-taken' }
  await writePart(trx, part, values, deps.clock.now())
  await recordEvents(deps, trx, [eventOf(part, left, by, askedBy)])
  return { kind: 'saved' }
}

function entityIdIn(metadata: unknown): string | null {
  return typeof metadata === 'object' && metadata !== null && 'entityId' in metadata ? String(metadata.entityId) : null
}

function eventOf(
  part: ServicePart,
  changes: readonly FieldChange[],
  by: ChangeActor,
  askedBy: { requestId: string; personId: string } | null,
): AuditEvent {
  const { serviceId, roleId } = part
  return {
    action: roleId ? 'role.changed' : 'service.changed',
    outcome: 'success',
    actor: { kind: 'person', id: by.personId },
    object: roleId ? { kind: 'role', id: roleId } : { kind: 'service', id: serviceId },
    source: by.source,
    details: {
      serviceId,
      part: part.part,
      fields: changes.map(auditedChange),
      ...(askedBy && { requestId: askedBy.requestId, requestedBy: askedBy.personId }),
    },
  }
}

/** Metadata is too long for the audit: equal metadata has equal fingerprints. */
export function auditedChange({ field, from, to }: FieldChange): FieldChange {
  return field === 'metadata' ? { field, from: fingerprint(from), to: fingerprint(to) } : { field, from, to }
}
