/**
 * Sets or corrects the numbers that an employee's log-in is known by: where they were typed wrong, changed, or were lost when
 * organisations were merged. Sent twice, it happens once; the employee is told.
 */
import { sql } from 'kysely'
import type { NotifyDeps } from '../../../notices/notify.ts'
import { fingerprint } from '../../../organisations/describe-party.ts'
import type { Trx } from '../../../storage/database.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Actor } from '../actor.ts'
import { findChangeable } from '../decide/change-account.ts'
import type { Employee } from '../employees/employee.store.ts'
import type { FieldMistake, Numbers } from './check-numbers.ts'

/** Names what a form showed, so that a second person does not overwrite what the first did. */
export function shownNumbers({ professionalUuid, rid }: Numbers): string {
  return fingerprint({ professionalUuid, rid })
}

/** Whoever may change the account may say whose log-in it is. Null: not there, or not theirs to change. */
export async function findCorrectable(
  trx: Trx,
  actor: Pick<Actor, 'acting'>,
  accountId: string,
): Promise<Employee | null> {
  const employee = await findChangeable(trx, actor, accountId)
  return employee?.account.status === 'ended' ? null : employee
}

export type Correcting =
  | { outcome: 'corrected' }
  | { outcome: 'not-found' }
  | { outcome: 'mistakes'; mistakes: FieldMistake[]; employee: Employee }

export async function correctNumbers(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: { accountId: string; numbers: Numbers; reason: string; shown: string },
): Promise<Correcting> {
  const { accountId, numbers, reason, shown } = wanted
  const organisationId = actor.acting.organisation.id
  // The same as where employees are created: of two with one number the second finds the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`accounts of ${organisationId}`}, 0))`.execute(trx)
  const employee = await findCorrectable(trx, actor, accountId)
  if (!employee) return { outcome: 'not-found' }
  const before = employee.account
  if (before.professionalUuid === numbers.professionalUuid && before.rid === numbers.rid)
    return { outcome: 'corrected' }
  const wrong = (mistakes: FieldMistake[]): Correcting => ({ outcome: 'mistakes', mistakes, employee })
  if (shownNumbers(before) !== shown) return wrong([{ field: 'uuid', mistake: 'meanwhile' }])
  const taken = await findTaken(trx, accountId, numbers)
  if (taken.length > 0) return wrong(taken)
  await trx
    .updateTable('account')
    .set({ professional_uuid: numbers.professionalUuid, rid: numbers.rid })
    .where('id', '=', accountId)
    .execute()
  await recordAndTell(deps, trx, [
    {
      action: 'account.corrected',
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId,
      object: { kind: 'account', id: accountId },
      source: actor.source,
      details: {
        before: { professionalUuid: before.professionalUuid, rid: before.rid },
        after: { professionalUuid: numbers.professionalUuid, rid: numbers.rid },
        reason,
      },
    },
  ])
  return { outcome: 'corrected' }
}

/** A number is one account's within the organisation; the database shows no other. */
async function findTaken(trx: Trx, accountId: string, { professionalUuid, rid }: Numbers): Promise<FieldMistake[]> {
  const others = await trx
    .selectFrom('account')
    .select(['professional_uuid', 'rid'])
    .where('id', '<>', accountId)
    .where((where) => where.or([where('professional_uuid', '=', professionalUuid), where('rid', '=', rid)]))
    .execute()
  const mistakes: FieldMistake[] = []
  if (professionalUuid !== null && others.some((other) => other.professional_uuid === professionalUuid))
    mistakes.push({ field: 'uuid', mistake: 'uuid-taken' })
  if (rid !== null && others.some((other) => other.rid === rid)) mistakes.push({ field: 'rid', mistake: 'rid-taken' })
  return mistakes
}
