/** Appoints an administrator, changes the limits of one, or removes one: the change and its audit event in one transaction. */
import type { Clock } from '../../../base/clock.ts'
import type { Ids } from '../../../base/ids.ts'
import type { NotifyDeps } from '../../../notices/notify.ts'
import type { Trx } from '../../../storage/database.ts'
import { isLastChief } from '../../appointments/orphan-guard.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import { type Administrator, type Appointment, findAdministrator } from './administrators.store.ts'

export type AppointmentTerms = Pick<Appointment, 'level' | 'unitIds' | 'serviceIds'>

export interface Change {
  accountId: string
  organisationId: string
  /** Who decides, and from where. */
  by: { personId: string; source: string }
  /** What the decision was made on: the answer of `shownAs` when the form was shown. */
  shown: string
}

export type ChangeOutcome = 'done' | 'last-chief' | 'changed-meanwhile' | 'not-active' | 'unknown'

/** Names what a form showed, so that a second administrator does not overwrite what the first did. */
export function shownAs({ appointment }: Administrator): string {
  if (!appointment) return 'none'
  const limits = [appointment.unitIds, appointment.serviceIds].map((ids) => ids?.toSorted().join(' ') ?? 'all')
  return [appointment.id, appointment.level, ...limits].join('/')
}

/** `terms` null: the administrator is removed. Asked twice, it happens once. */
export async function saveAppointment(
  deps: NotifyDeps,
  trx: Trx,
  change: Change,
  terms: AppointmentTerms | null,
): Promise<ChangeOutcome> {
  const now = deps.clock.now()
  const { accountId, organisationId } = change
  const endsChief = terms?.level !== 'chief'
  // Asked first, for it also makes two changes of one organisation's administrators wait for each other.
  const lastChief = await isLastChief(trx, { organisationId, accountId, now })
  const current = await findAdministrator(trx, accountId, now)
  if (!current) return 'unknown'
  if (isAlready(current.appointment, terms)) return 'done'
  if (shownAs(current) !== change.shown) return 'changed-meanwhile'
  if (lastChief && endsChief) return 'last-chief'
  if (terms && !current.active) return 'not-active'
  await write(deps, trx, change, current.appointment, terms)
  await recordAndTell(deps, trx, [
    {
      action: `administrator.${terms === null ? 'removed' : current.appointment ? 'changed' : 'added'}`,
      outcome: 'success',
      actor: { kind: 'person', id: change.by.personId },
      organisationId,
      object: { kind: 'account', id: accountId },
      source: change.by.source,
      details: { from: termsOf(current.appointment), to: terms },
    },
  ])
  return 'done'
}

async function write(
  { clock, ids }: { clock: Clock; ids: Ids },
  trx: Trx,
  { accountId, by }: Change,
  current: Appointment | null,
  terms: AppointmentTerms | null,
): Promise<void> {
  const columns = terms && { level: terms.level, unit_ids: terms.unitIds, service_ids: terms.serviceIds }
  if (current) {
    await trx
      .updateTable('administrator_appointment')
      .set(columns ?? { ended_at: clock.now() })
      .where('id', '=', current.id)
      .execute()
    return
  }
  if (!columns) return
  // An appointment that ran out by its date still holds the account's place.
  await trx
    .updateTable('administrator_appointment')
    .set({ ended_at: clock.now() })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await trx
    .insertInto('administrator_appointment')
    .values({
      id: ids.uuid(),
      account_id: accountId,
      ...columns,
      appointed_by: by.personId,
      appointed_at: clock.now(),
    })
    .execute()
}

function termsOf(appointment: Appointment | null): AppointmentTerms | null {
  return appointment && { level: appointment.level, unitIds: appointment.unitIds, serviceIds: appointment.serviceIds }
}

function isAlready(current: Appointment | null, terms: AppointmentTerms | null): boolean {
  const text = (one: AppointmentTerms | null) =>
    one && JSON.stringify([one.level, one.unitIds?.toSorted(), one.serviceIds?.toSorted()])
  return text(termsOf(current)) === text(terms)
}
