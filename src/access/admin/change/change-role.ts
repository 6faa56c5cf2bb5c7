/** Changes a role that was given: what it applies to, how long, why. Whoever was second sees what the first did. */
import type { AuditEvent } from '../../../audit/audit-event.ts'
import { writeDay } from '../../../base/danish-time.ts'
import type { NotifyDeps } from '../../../notices/notify.ts'
import type { Trx } from '../../../storage/database.ts'
import { allowConflicts, whatConflictsNeed } from '../../conflicts/allow-conflicts.ts'
import { type Conflict, findConflicts, isLonger, lockPeople } from '../../conflicts/find-conflicts.ts'
import { normalHours } from '../../hours/typed-hours.ts'
import { may } from '../../may.ts'
import { findRights, type Right } from '../../roles/rights.store.ts'
import type { AssignmentAtTheDoor } from '../../roles/role-at-the-door.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Actor } from '../actor.ts'
import { type Assignable, sameScopes } from '../assign/assign-role.ts'
import { type AssignableRole, findAssignableRoles } from '../assign/assignable-roles.store.ts'
import {
  type CheckedAssignment,
  checkAssignment,
  type FieldMistake,
  type TypedAssignment,
} from '../assign/check-assignment.ts'
import { listUnitNumbers } from '../assign/unit-numbers.ts'
import { findEmployee } from '../employees/employee.store.ts'
import { lastDay } from '../employees/last-day.ts'

export interface ChangeableRole extends Omit<Assignable, 'assignable'> {
  right: Right
  /** Null: the organisation may not hand the role out any more, so it can only be taken back. */
  assignable: AssignableRole | null
  /** Other assignments of the same role to the same person. */
  others: readonly AssignmentAtTheDoor[]
}

/** Null where the assignment, or the right to change it, is not there; one that was withdrawn is history. */
export async function findChangeableRole(
  trx: Trx,
  { acting }: Pick<Actor, 'acting'>,
  { accountId, assignmentId, now }: { accountId: string; assignmentId: string; now: Date },
): Promise<ChangeableRole | null> {
  const employee = await findEmployee(trx, accountId)
  if (!employee || employee.account.status === 'ended') return null
  const subject = { organisationId: acting.organisation.id, accountId, unitId: employee.account.unit?.id ?? null }
  // Before anything more is read: the time it takes would tell that the employee is there.
  if (!may(acting, 'assign-role', subject)) return null
  const rights = await findRights(trx, [accountId])
  const right = rights.find(({ assignment }) => assignment.id === assignmentId)
  if (!right || right.assignment.withdrawnAt) return null
  if (!may(acting, 'assign-role', { ...subject, serviceId: right.service.id })) return null
  const roleId = right.assignment.role.id
  const [assignable] = await findAssignableRoles(trx, { limits: acting.limits, now, roleId })
  const others = rights.flatMap(({ assignment }) =>
    assignment.role.id === roleId && assignment.id !== assignmentId ? [assignment] : [],
  )
  return { employee, right, assignable: assignable ?? null, units: await listUnitNumbers(trx), others }
}

/** As the form shows what stands now. */
export function typedFrom({ scopes, validFrom, validUntil, hours, reason }: CheckedAssignment | AssignmentAtTheDoor) {
  return {
    scopes,
    from: writeDay(validFrom),
    until: validUntil ? writeDay(lastDay(validUntil)) : '',
    hours: hours ?? [],
    reason,
  } satisfies TypedAssignment
}

/** Names what a form showed, so that a second administrator does not overwrite what the first did. */
export function shownRole({
  scopes,
  validFrom,
  validUntil,
  hours,
  reason,
}: CheckedAssignment | AssignmentAtTheDoor): string {
  const values = Object.entries(scopes)
    .map(([key, some]) => [key, [...some].sort()] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([values, validFrom, validUntil, normalHours(hours), reason])
}

export type ChangeOutcome =
  | { outcome: 'checked' | 'changed'; assignment: CheckedAssignment }
  | { outcome: 'mistakes'; mistakes: FieldMistake[]; conflicts?: readonly Conflict[] }

/** What is wrong with the change, if anything. `shown` is what the form showed. */
export function checkChange(
  { employee, right: { assignment }, assignable, others }: ChangeableRole & { assignable: AssignableRole },
  { typed, shown, now }: { typed: TypedAssignment; shown: string; now: Date },
): ChangeOutcome {
  const checking = checkAssignment(assignable, typed, { now, before: assignment, accountHours: employee.account.hours })
  if (checking.ok && shownRole(checking.assignment) === shownRole(assignment))
    return { outcome: 'changed', assignment: checking.assignment }
  if (shownRole(assignment) !== shown)
    return { outcome: 'mistakes', mistakes: [{ field: 'fra', mistake: 'changed-meanwhile' }] }
  if (!checking.ok) return { outcome: 'mistakes', mistakes: checking.mistakes }
  const { scopes, validFrom } = checking.assignment
  const same = others.some(
    (other) =>
      other.withdrawnAt === null &&
      !(other.validUntil && other.validUntil <= validFrom) &&
      sameScopes(other.scopes, scopes),
  )
  if (same) return { outcome: 'mistakes', mistakes: [{ field: 'fra', mistake: 'already-held' }] }
  return { outcome: 'checked', assignment: checking.assignment }
}

/**
 * What the change would not go with. A role that comes to hold for less time than before breaks nothing by it, unless silence had
 * stopped it: whoever changes it answers for it.
 */
export async function findChangeConflicts(
  trx: Trx,
  before: AssignmentAtTheDoor,
  after: CheckedAssignment,
  { exception, now }: { exception: string; now: Date },
): Promise<{ conflicts: readonly Conflict[]; mistakes: FieldMistake[] }> {
  const { accountId, id: assignmentId } = before
  const stopped = before.unansweredFrom !== null && before.unansweredFrom <= now
  if (!isLonger(before, after) && !stopped && exception === '') return { conflicts: [], mistakes: [] }
  const wanted = [{ accountId, assignmentId, roleId: before.role.id, ...after }]
  const conflicts = await findConflicts(trx, { wanted, now })
  return { conflicts, mistakes: whatConflictsNeed(conflicts, { exception, validUntil: after.validUntil }) }
}

/** Null: not found. The row is held from when it is read, so that of two changes at once one is second. */
export async function changeRole(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: { accountId: string; assignmentId: string; typed: TypedAssignment; shown: string; exception: string },
): Promise<ChangeOutcome | null> {
  const now = deps.clock.now()
  const { assignmentId, accountId } = wanted
  await lockPeople(trx, [accountId])
  await trx.selectFrom('role_assignment').select('id').where('id', '=', assignmentId).forUpdate().execute()
  const found = await findChangeableRole(trx, actor, { ...wanted, now })
  if (!found?.assignable) return null
  const outcome = checkChange({ ...found, assignable: found.assignable }, { ...wanted, now })
  if (outcome.outcome !== 'checked') return outcome
  const { assignment } = outcome
  const before = found.right.assignment
  const { conflicts, mistakes } = await findChangeConflicts(trx, before, assignment, { ...wanted, now })
  if (mistakes.length > 0) return { outcome: 'mistakes', mistakes, conflicts }
  await writeChanges(deps, trx, actor, { accountId, changes: [{ before, after: assignment }] })
  const by = { ...actor, organisationId: actor.acting.organisation.id }
  const { validUntil } = assignment
  await allowConflicts(deps, trx, by, { ...wanted, conflicts, reason: wanted.exception, validUntil })
  return { outcome: 'changed', assignment }
}

export interface WrittenChange {
  before: AssignmentAtTheDoor
  after: CheckedAssignment
}

/** The changes themselves, told of together, each with before and after in its event. */
export async function writeChanges(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  { accountId, changes }: { accountId: string; changes: readonly WrittenChange[] },
): Promise<void> {
  const events: AuditEvent[] = []
  for (const change of changes) events.push(await writeChange(trx, actor, accountId, change))
  await recordAndTell(deps, trx, events)
}

async function writeChange(
  trx: Trx,
  actor: Actor,
  accountId: string,
  { before, after }: WrittenChange,
): Promise<AuditEvent> {
  const { scopes, validFrom, validUntil, hours, reason } = after
  await trx
    .updateTable('role_assignment')
    .set({
      scopes: JSON.stringify(scopes),
      valid_from: validFrom,
      valid_until: validUntil,
      hours: hours && JSON.stringify(hours),
      reason,
    })
    .where('id', '=', before.id)
    .execute()
  const terms = (one: CheckedAssignment | AssignmentAtTheDoor) => ({
    scopes: one.scopes,
    validFrom: one.validFrom,
    validUntil: one.validUntil,
    hours: one.hours,
    reason: one.reason,
  })
  return {
    action: 'role-assignment.changed',
    outcome: 'success',
    actor: { kind: 'person', id: actor.personId },
    organisationId: actor.acting.organisation.id,
    object: { kind: 'role-assignment', id: before.id },
    source: actor.source,
    details: { account: accountId, role: before.role.id, before: terms(before), after: terms(after), reason },
  }
}
