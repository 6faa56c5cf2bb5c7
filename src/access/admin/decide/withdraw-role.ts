/** Takes a role back from an employee: gone at the next log-in, with its reason; sent twice, it happens once. */
import type { AuditEvent } from '../../../audit/audit-event.ts'
import type { NotifyDeps } from '../../../notices/notify.ts'
import type { Trx } from '../../../storage/database.ts'
import { may } from '../../may.ts'
import { findRights, type Right } from '../../roles/rights.store.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Actor } from '../actor.ts'
import { type Employee, findEmployee } from '../employees/employee.store.ts'

export interface Withdrawable {
  employee: Employee
  right: Right
  /** How many roles the employee then has left in the same service. */
  left: number
}

/** Null where the employee, the assignment or the right to withdraw it is not there. */
export async function findWithdrawable(
  trx: Trx,
  { acting }: Pick<Actor, 'acting'>,
  { accountId, assignmentId }: { accountId: string; assignmentId: string },
): Promise<Withdrawable | null> {
  const employee = await findEmployee(trx, accountId)
  if (!employee) return null
  const subject = { organisationId: acting.organisation.id, accountId, unitId: employee.account.unit?.id ?? null }
  // Before anything more is read: the time it takes would tell that the employee is there.
  if (!may(acting, 'withdraw-role', subject)) return null
  const rights = await findRights(trx, [accountId])
  const right = rights.find(({ assignment }) => assignment.id === assignmentId)
  if (!right || !may(acting, 'withdraw-role', { ...subject, serviceId: right.service.id })) return null
  const others = rights.filter(
    ({ service, assignment }) =>
      service.id === right.service.id && assignment.id !== assignmentId && assignment.withdrawnAt === null,
  )
  return { employee, right, left: others.length }
}

interface WantedWithdrawal {
  accountId: string
  assignmentId: string
  reason: string
  /** Where it was asked for: it is told of with the answer. */
  requestId?: string
}

export async function withdrawRole(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: WantedWithdrawal,
): Promise<'withdrawn' | 'not-found'> {
  const event = await takeBack(deps, trx, actor, wanted)
  if (event === 'not-found') return event
  if (event) await recordAndTell(deps, trx, [event])
  return 'withdrawn'
}

/** Several of one person at once, told of together. What is not there is left. */
export async function withdrawRoles(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  { assignmentIds, ...wanted }: Omit<WantedWithdrawal, 'assignmentId'> & { assignmentIds: readonly string[] },
): Promise<void> {
  const events: AuditEvent[] = []
  for (const assignmentId of assignmentIds) {
    const event = await takeBack(deps, trx, actor, { ...wanted, assignmentId })
    if (event && event !== 'not-found') events.push(event)
  }
  await recordAndTell(deps, trx, events)
}

/** The event of it; null where it has been taken back before. */
async function takeBack(
  { clock }: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: WantedWithdrawal,
): Promise<AuditEvent | 'not-found' | null> {
  const found = await findWithdrawable(trx, actor, wanted)
  if (!found) return 'not-found'
  const { accountId, assignmentId, reason, requestId } = wanted
  const { numUpdatedRows } = await trx
    .updateTable('role_assignment')
    .set({ withdrawn_at: clock.now() })
    .where('id', '=', assignmentId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return null
  return {
    action: 'role-assignment.withdrawn',
    outcome: 'success',
    actor: { kind: 'person', id: actor.personId },
    organisationId: actor.acting.organisation.id,
    object: { kind: 'role-assignment', id: assignmentId },
    source: actor.source,
    details: {
      account: accountId,
      role: found.right.assignment.role.id,
      reason,
      ...(requestId && { request: requestId }),
    },
  }
}
