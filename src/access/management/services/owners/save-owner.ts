/** Appoints an owner of a service, or ends the appointment: with its audit event, once however often it is asked. */
import { recordEvents } from '../../../../audit/record-events.ts'
import type { Trx } from '../../../../storage/database.ts'
import { lockConfiguration } from '../../../../storage/lock-configuration.ts'
import type { ChangeActor, ChangeDeps } from '../changes/save-changes.ts'
import { ownersOf, type ServiceOwner } from '../service.store.ts'

/** False for oneself, whom nobody appoints, and for a person whom there is not. */
export async function appointOwner(
  deps: ChangeDeps,
  trx: Trx,
  { serviceId, personId }: { serviceId: string; personId: string },
  by: ChangeActor,
): Promise<boolean> {
  if (personId === by.personId) return false
  await lockConfiguration(trx)
  const person = await trx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
  if (!person) return false
  const now = deps.clock.now()
  const held = await trx
    .selectFrom('staff_appointment')
    .select('id')
    .where('person_id', '=', personId)
    .where('service_id', '=', serviceId)
    .where('capacity', '=', 'service-owner')
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', now)]))
    .executeTakeFirst()
  if (held) return true
  const id = deps.ids.uuid()
  await trx
    .insertInto('staff_appointment')
    .values({
      id,
      person_id: personId,
      capacity: 'service-owner',
      service_id: serviceId,
      appointed_by: by.personId,
      appointed_at: now,
    })
    .execute()
  await recordEvents(deps, trx, [eventOf('staff.added', { serviceId, personId }, id, by)])
  return true
}

export async function findOwner(
  trx: Trx,
  { serviceId, appointmentId, now }: { serviceId: string; appointmentId: string; now: Date },
): Promise<ServiceOwner | null> {
  const owners = await ownersOf(trx, serviceId, now)
  return owners.find((owner) => owner.appointmentId === appointmentId) ?? null
}

export async function endOwner(
  deps: ChangeDeps,
  trx: Trx,
  { serviceId, appointmentId }: { serviceId: string; appointmentId: string },
  by: ChangeActor,
): Promise<void> {
  const ended = await trx
    .updateTable('staff_appointment')
    .set({ ended_at: deps.clock.now() })
    .where('id', '=', appointmentId)
    .where('service_id', '=', serviceId)
    .where('ended_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  if (!ended) return
  const about = { serviceId, personId: ended.person_id }
  await recordEvents(deps, trx, [eventOf('staff.removed', about, appointmentId, by)])
}

function eventOf(
  action: 'staff.added' | 'staff.removed',
  { serviceId, personId }: { serviceId: string; personId: string },
  id: string,
  by: ChangeActor,
) {
  return {
    action,
    outcome: 'success' as const,
    actor: { kind: 'person' as const, id: by.personId },
    object: { kind: 'staff', id },
    source: by.source,
    details: { capacity: 'service-owner', serviceId, personId },
  }
}
