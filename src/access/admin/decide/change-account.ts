/** Suspends, reopens or ends an account. Its sessions end in the same transaction; sent twice, it happens once. */

import type { NotifyDeps } from '../../../notices/notify.ts'
import type { AccountAtTheDoor } from '../../../people/account.ts'
import { endSessionsOfAccount } from '../../../people/sessions.store.ts'
import type { Trx } from '../../../storage/database.ts'
import { isLastChief } from '../../appointments/orphan-guard.ts'
import { may } from '../../may.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Actor } from '../actor.ts'
import { type Employee, findEmployee } from '../employees/employee.store.ts'

type Status = AccountAtTheDoor['status']

/** What each change starts from and leads to; ended is for good. */
const changes = {
  suspend: { from: ['active'], to: 'suspended', action: 'account.suspended' },
  reopen: { from: ['suspended'], to: 'active', action: 'account.reopened' },
  end: { from: ['active', 'suspended', 'requested'], to: 'ended', action: 'account.ended' },
} as const satisfies Record<string, { from: readonly Status[]; to: Status; action: string }>

export type AccountChange = keyof typeof changes

/** The changes that an account in this status can have. */
export function changesFrom(status: Status): AccountChange[] {
  return (Object.keys(changes) as AccountChange[]).filter((change) =>
    (changes[change].from as readonly Status[]).includes(status),
  )
}

/** Null where this administrator may not change the account: not oneself, and a chief administrator only by another one. */
export async function findChangeable(
  trx: Trx,
  { acting }: Pick<Actor, 'acting'>,
  accountId: string,
): Promise<Employee | null> {
  const employee = await findEmployee(trx, accountId)
  if (!employee) return null
  const subject = { organisationId: acting.organisation.id, accountId, unitId: employee.account.unit?.id ?? null }
  if (!may(acting, 'change-account', subject)) return null
  if (acting.kind === 'chief-administrator') return employee
  const chief = await trx
    .selectFrom('administrator_appointment')
    .select('id')
    .where('account_id', '=', accountId)
    .where('level', '=', 'chief')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return chief ? null : employee
}

export async function changeAccount(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: { accountId: string; change: AccountChange; reason: string },
): Promise<'changed' | 'not-found'> {
  const { accountId, reason } = wanted
  const employee = await findChangeable(trx, actor, accountId)
  if (!employee) return 'not-found'
  const { from, to, action } = changes[wanted.change]
  const now = deps.clock.now()
  // Two chiefs who end each other at once: the second finds that they have become the last.
  const organisationId = actor.acting.organisation.id
  if (to !== 'active' && (await isLastChief(trx, { organisationId, accountId, now }))) return 'not-found'
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({ status: to })
    .where('id', '=', accountId)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return employee.account.status === to ? 'changed' : 'not-found'
  if (to !== 'active') await endSessionsOfAccount(trx, accountId, now, action)
  await recordAndTell(deps, trx, [
    {
      action,
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId: actor.acting.organisation.id,
      object: { kind: 'account', id: accountId },
      source: actor.source,
      details: { before: employee.account.status, after: to, reason },
    },
  ])
  return 'changed'
}
