/** The hours of the week that an account holds in: the change and its event in one transaction, once however often it is sent. */
import { everHolds, type WeeklyHours } from '../../../base/weekly-hours.ts'
import type { NotifyDeps } from '../../../notices/notify.ts'
import type { Trx } from '../../../storage/database.ts'
import { findExtendable } from '../../endings/extend-account.ts'
import {
  checkHours,
  type HoursMistake,
  hoursField,
  normalHours,
  sameHours,
  type TypedHours,
} from '../../hours/typed-hours.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Actor } from '../actor.ts'
import type { Employee } from '../employees/employee.store.ts'

export interface TypedAccountHours {
  hours: TypedHours
  reason: string
  /** What the form showed: the answer of `shownHours`. */
  shown: string
}

export interface AccountHoursMistake {
  field: string
  mistake: HoursMistake | 'reason-missing' | 'changed-meanwhile'
}

/** Names what a form showed, so that a second administrator does not overwrite what the first did. */
export function shownHours({ account }: Employee): string {
  return normalHours(account.hours)
}

function findMistakes(
  { account }: Employee,
  { hours, mistakes }: { hours: readonly WeeklyHours[] | null; mistakes: readonly AccountHoursMistake[] },
  { reason, now }: { reason: string; now: Date },
): AccountHoursMistake[] {
  const from = account.validFrom > now ? account.validFrom : now
  const never = mistakes.length === 0 && hours !== null && !everHolds([hours], { from, until: account.validUntil })
  return [
    ...mistakes,
    ...(never ? [{ field: hoursField, mistake: 'hours-never' as const }] : []),
    ...(reason === '' ? [{ field: 'begrundelse', mistake: 'reason-missing' as const }] : []),
  ]
}

/** Null: not found. */
export async function saveAccountHours(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  { accountId, typed }: { accountId: string; typed: TypedAccountHours },
): Promise<{ outcome: 'saved' } | { outcome: 'mistakes'; mistakes: AccountHoursMistake[] } | null> {
  await trx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
  const employee = await findExtendable(trx, actor, accountId)
  if (!employee) return null
  const checked = checkHours(typed.hours)
  const mistakes = findMistakes(employee, checked, { reason: typed.reason, now: deps.clock.now() })
  if (mistakes.length > 0) return { outcome: 'mistakes', mistakes }
  const { hours } = checked
  const before = employee.account.hours
  if (sameHours(before, hours)) return { outcome: 'saved' }
  if (shownHours(employee) !== typed.shown)
    return { outcome: 'mistakes', mistakes: [{ field: hoursField, mistake: 'changed-meanwhile' }] }
  await trx
    .updateTable('account')
    .set({ hours: hours && JSON.stringify(hours) })
    .where('id', '=', accountId)
    .execute()
  await recordAndTell(deps, trx, [
    {
      action: 'account.changed',
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId: actor.acting.organisation.id,
      object: { kind: 'account', id: accountId },
      source: actor.source,
      details: { before: { hours: before ?? null }, after: { hours }, reason: typed.reason },
    },
  ])
  return { outcome: 'saved' }
}
