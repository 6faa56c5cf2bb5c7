/** An employee whom SEB cannot know yet, with the last invitation they were sent. */
import type { Trx } from '../../../storage/database.ts'
import { findSentInvitation, type SentInvitation } from '../../invitations/invitations.store.ts'
import { may } from '../../may.ts'
import type { Actor } from '../actor.ts'
import { type Employee, findEmployee } from '../employees/employee.store.ts'

export interface Invitable {
  employee: Employee
  last: SentInvitation | null
}

/** Null where this administrator may not invite them, and where there is nothing to invite to. */
export async function findInvitable(
  trx: Trx,
  { acting }: Pick<Actor, 'acting'>,
  accountId: string,
  now: Date,
): Promise<Invitable | null> {
  const employee = await findEmployee(trx, accountId)
  if (!employee) return null
  const subject = { organisationId: acting.organisation.id, unitId: employee.account.unit?.id ?? null }
  if (!may(acting, 'create-employee', subject)) return null
  const last = await findSentInvitation(trx, accountId, now)
  return canBeInvited(employee, last) ? { employee, last } : null
}

function canBeInvited({ account, lastLogInAt }: Employee, last: SentInvitation | null): boolean {
  const known = account.professionalUuid !== null || account.rid !== null || lastLogInAt !== null
  return account.status === 'active' && !known && last?.state !== 'accepted'
}
