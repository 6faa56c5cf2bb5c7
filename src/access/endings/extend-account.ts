/** Gives an account another last day, or none: the change and its event in one transaction, once however often it is sent. */
import { readEnd, writeDay } from '../../base/danish-time.ts'
import type { NotifyDeps } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import type { Actor } from '../admin/actor.ts'
import { findChangeable } from '../admin/decide/change-account.ts'
import type { Employee } from '../admin/employees/employee.store.ts'
import { lastDay } from '../admin/employees/last-day.ts'
import { recordAndTell } from '../telling/record-and-tell.ts'

export interface TypedEnd {
  until: string
  reason: string
  /** What the form showed: the answer of `shownEnd`. */
  shown: string
}

export type EndMistake = 'until-wrong' | 'until-past' | 'until-before-from' | 'reason-missing' | 'changed-meanwhile'

export interface SaidEndMistake {
  field: 'til' | 'begrundelse'
  mistake: EndMistake
}

/** Null where this administrator may not, or the account has ended for good. */
export async function findExtendable(
  trx: Trx,
  actor: Pick<Actor, 'acting'>,
  accountId: string,
): Promise<Employee | null> {
  const employee = await findChangeable(trx, actor, accountId)
  return employee && employee.account.status !== 'ended' ? employee : null
}

export function shownEnd({ account }: Employee): string {
  return account.validUntil?.toISOString() ?? 'none'
}

/** The last day as a date field holds it; empty where there is none. */
export function typedEnd({ account }: Employee): string {
  return account.validUntil ? writeDay(lastDay(account.validUntil)) : ''
}

function mistakesIn({ account }: Employee, { until, reason }: TypedEnd, now: Date): SaidEndMistake[] {
  const end = until === '' ? null : readEnd(until)
  const wrong =
    until !== '' && !end
      ? 'until-wrong'
      : end && end <= now
        ? 'until-past'
        : end && end <= account.validFrom
          ? 'until-before-from'
          : null
  return [
    ...(wrong ? [{ field: 'til' as const, mistake: wrong as EndMistake }] : []),
    ...(reason === '' ? [{ field: 'begrundelse' as const, mistake: 'reason-missing' as const }] : []),
  ]
}

/** Null: not found. */
export async function extendAccount(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  { accountId, typed }: { accountId: string; typed: TypedEnd },
): Promise<{ outcome: 'saved' } | { outcome: 'mistakes'; mistakes: SaidEndMistake[] } | null> {
  await trx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
  const employee = await findExtendable(trx, actor, accountId)
  if (!employee) return null
  const mistakes = mistakesIn(employee, typed, deps.clock.now())
  if (mistakes.length > 0) return { outcome: 'mistakes', mistakes }
  const validUntil = typed.until === '' ? null : readEnd(typed.until)
  const before = employee.account.validUntil
  if ((before?.getTime() ?? null) === (validUntil?.getTime() ?? null)) return { outcome: 'saved' }
  if (shownEnd(employee) !== typed.shown)
    return { outcome: 'mistakes', mistakes: [{ field: 'til', mistake: 'changed-meanwhile' }] }
  await trx.updateTable('account').set({ valid_until: validUntil }).where('id', '=', accountId).execute()
  await recordAndTell(deps, trx, [
    {
      action: 'account.changed',
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId: actor.acting.organisation.id,
      object: { kind: 'account', id: accountId },
      source: actor.source,
      details: { before: { validUntil: before }, after: { validUntil }, reason: typed.reason },
    },
  ])
  return { outcome: 'saved' }
}
