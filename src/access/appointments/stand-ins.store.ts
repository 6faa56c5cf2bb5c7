/** Who steps in for whom, and when: of the organisation that a transaction is set to. Whether it holds is asked of the dates. */
import { sql } from 'kysely'
import type { Trx } from '../../storage/database.ts'

export interface StandIn {
  id: string
  accountId: string
  name: string
  validFrom: Date
  /** The instant after the last day. */
  validUntil: Date
  /** Whether the stand-in may do what the absent one may, and not only what they may do themselves. */
  lendsRights: boolean
}

/** Of one appointment, those that are not over, the nearest first. */
export async function listStandIns(trx: Trx, appointmentId: string, now: Date): Promise<StandIn[]> {
  const rows = await trx
    .selectFrom('stand_in')
    .innerJoin('account', 'account.id', 'stand_in.stand_in_account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['stand_in.id', 'account.id as accountId', 'person.name'])
    .select(['stand_in.valid_from as validFrom', 'stand_in.valid_until as validUntil'])
    .select('stand_in.lends_rights as lendsRights')
    .where('stand_in.appointment_id', '=', appointmentId)
    .where('stand_in.ended_at', 'is', null)
    .where('stand_in.valid_until', '>', now)
    .orderBy('stand_in.valid_from')
    .execute()
  return rows
}

export interface NewStandIn {
  id: string
  appointmentId: string
  accountId: string
  validFrom: Date
  validUntil: Date
  lendsRights: boolean
  madeBy: string
}

/** An administrator's absences are written one after another: the appointments are locked until the transaction ends. */
export async function lockAppointments(trx: Trx, ids: readonly string[]): Promise<void> {
  await trx
    .selectFrom('administrator_appointment')
    .select('id')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** False where the row is there already: the same form a second time. */
export async function insertStandIn(trx: Trx, standIn: NewStandIn, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('stand_in')
    .values({
      id: standIn.id,
      appointment_id: standIn.appointmentId,
      stand_in_account_id: standIn.accountId,
      valid_from: standIn.validFrom,
      valid_until: standIn.validUntil,
      lends_rights: standIn.lendsRights,
      made_by: standIn.madeBy,
      made_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Null where it has ended, or is of another appointment. */
export async function endStandIn(
  trx: Trx,
  { id, appointmentId, now }: { id: string; appointmentId: string; now: Date },
): Promise<{ accountId: string } | null> {
  const row = await trx
    .updateTable('stand_in')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('appointment_id', '=', appointmentId)
    .where('ended_at', 'is', null)
    .where('valid_until', '>', now)
    .returning('stand_in_account_id as accountId')
    .executeTakeFirst()
  return row ?? null
}

/** Of `stand_in`, `appointment` and `absent` (its account): somebody is away at that moment, and an administrator when they are here. */
export function isAway(at: Date) {
  return sql<boolean>`(stand_in.ended_at is null and stand_in.valid_from <= ${at} and stand_in.valid_until > ${at}
    and appointment.ended_at is null and (appointment.valid_until is null or appointment.valid_until > ${at})
    and absent.status = 'active' and absent.valid_from <= ${at} and (absent.valid_until is null or absent.valid_until > ${at}))`
}
