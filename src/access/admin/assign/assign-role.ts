/** Gives an employee a role: checked again where it is written, once however often it is sent, with its audit event. */
import type { NotifyDeps } from '../../../notices/notify.ts'
import type { Trx } from '../../../storage/database.ts'
import { allowConflicts, whatConflictsNeed } from '../../conflicts/allow-conflicts.ts'
import { type Conflict, findConflicts, lockPeople } from '../../conflicts/find-conflicts.ts'
import { may } from '../../may.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Actor } from '../actor.ts'
import { type Employee, findEmployee } from '../employees/employee.store.ts'
import { type AssignableRole, findAssignableRoles } from './assignable-roles.store.ts'
import { checkAssignment, type FieldMistake, type TypedAssignment } from './check-assignment.ts'
import { listUnitNumbers, type UnitNumbers } from './unit-numbers.ts'

export interface Assignable {
  employee: Employee
  assignable: AssignableRole
  /** Of the organisation: their numbers are what a role can be limited to. */
  units: readonly UnitNumbers[]
}

/**
 * The employee and the role, where this administrator may give the one to the other; else null. `past`: also a role that could
 * be given once, to say that it cannot any more.
 */
export async function findAssignable(
  trx: Trx,
  { acting, personId }: Pick<Actor, 'acting' | 'personId'>,
  { accountId, roleId, now, past = false }: { accountId: string; roleId: string; now: Date; past?: boolean },
): Promise<Assignable | null> {
  const employee = await findEmployee(trx, accountId)
  const [assignable] = await findAssignableRoles(trx, { limits: acting.limits, now, roleId, past })
  if (!employee || !assignable || employee.account.status === 'ended') return null
  // Nobody decides about themselves, with another account neither. (Invariant 2)
  if (employee.account.personId === personId) return null
  const subject = {
    organisationId: acting.organisation.id,
    accountId,
    unitId: employee.account.unit?.id ?? null,
    serviceId: assignable.service.id,
  }
  return may(acting, 'assign-role', subject) ? { employee, assignable, units: await listUnitNumbers(trx) } : null
}

export type AssignOutcome =
  | { outcome: 'assigned' }
  | { outcome: 'mistakes'; mistakes: FieldMistake[]; conflicts: readonly Conflict[] }

/**
 * `assignmentId` was chosen when the form was shown: sent twice, it is one assignment. `exception` is why it is given in
 * spite of a conflict. `requestId`: it was asked for, and is told of as the answer. Null: not found.
 */
export async function assignRole(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: {
    accountId: string
    roleId: string
    assignmentId: string
    typed: TypedAssignment
    exception: string
    requestId?: string
  },
): Promise<AssignOutcome | null> {
  const now = deps.clock.now()
  await lockPeople(trx, [wanted.accountId])
  const found = await findAssignable(trx, actor, { ...wanted, now })
  if (!found) return null
  const { assignable } = found
  const { accountId, assignmentId, requestId } = wanted
  const held = await trx
    .selectFrom('role_assignment')
    .select(['id', 'account_id', 'role_id', 'scopes', 'valid_until', 'withdrawn_at'])
    .where('account_id', '=', accountId)
    .where('role_id', '=', assignable.role.id)
    .execute()
  if (held.some(({ id }) => id === assignmentId)) return { outcome: 'assigned' }
  const checking = checkAssignment(assignable, wanted.typed, { now, accountHours: found.employee.account.hours })
  if (!checking.ok) return { outcome: 'mistakes', mistakes: checking.mistakes, conflicts: [] }
  const { scopes, validFrom, validUntil, hours, reason } = checking.assignment
  const same = held.some(
    (row) =>
      row.withdrawn_at === null && !(row.valid_until && row.valid_until <= validFrom) && sameScopes(row.scopes, scopes),
  )
  if (same) return { outcome: 'mistakes', mistakes: [{ field: 'fra', mistake: 'already-held' }], conflicts: [] }
  const conflicts = await findConflicts(trx, { wanted: [{ ...wanted, validFrom, validUntil, hours }], now })
  const needed = whatConflictsNeed(conflicts, { exception: wanted.exception, validUntil })
  if (needed.length > 0) return { outcome: 'mistakes', mistakes: needed, conflicts }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('role_assignment')
    .values({
      id: assignmentId,
      account_id: accountId,
      service_id: assignable.service.id,
      role_id: assignable.role.id,
      key: assignmentId,
      scopes: JSON.stringify(scopes),
      valid_from: validFrom,
      valid_until: validUntil,
      hours: hours && JSON.stringify(hours),
      assigned_by: actor.personId,
      reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  // The same form at the same moment was first; another account's id is nobody's to find.
  if (numInsertedOrUpdatedRows === 0n) return { outcome: 'assigned' }
  await recordAndTell(deps, trx, [
    {
      action: 'role-assignment.added',
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId: actor.acting.organisation.id,
      object: { kind: 'role-assignment', id: assignmentId },
      source: actor.source,
      details: {
        account: accountId,
        role: assignable.role.id,
        scopes,
        validFrom,
        validUntil,
        ...(hours && { hours }),
        reason,
        ...(requestId && { request: requestId }),
      },
    },
  ])
  const by = { ...actor, organisationId: actor.acting.organisation.id }
  await allowConflicts(deps, trx, by, { ...wanted, conflicts, reason: wanted.exception, validUntil })
  return { outcome: 'assigned' }
}

/** The same values under the same keys, in whatever order they were written. */
export function sameScopes(one: unknown, other: Readonly<Record<string, readonly string[]>>): boolean {
  const normal = (scopes: Readonly<Record<string, readonly string[]>>) =>
    JSON.stringify(
      Object.entries(scopes)
        .sort()
        .map(([key, values]) => [key, [...values].sort()]),
    )
  return normal(one as Record<string, string[]>) === normal(other)
}
