/** Hands an employee over to another unit, and decides the roles that applied to the one they leave: all of it or nothing. */
import type { NotifyDeps } from '../../../notices/notify.ts'
import type { Trx } from '../../../storage/database.ts'
import { lockPeople } from '../../conflicts/find-conflicts.ts'
import { may } from '../../may.ts'
import { findRights } from '../../roles/rights.store.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Actor } from '../actor.ts'
import { findAssignableRoles } from '../assign/assignable-roles.store.ts'
import { listUnitNumbers, type UnitNumbers } from '../assign/unit-numbers.ts'
import { shownRole, writeChanges } from '../change/change-role.ts'
import { findChangeable } from '../decide/change-account.ts'
import { withdrawRoles } from '../decide/withdraw-role.ts'
import type { Employee } from '../employees/employee.store.ts'
import { type PlacedUnit, placed, withinLimits } from '../units/unit-tree.ts'
import { listAllUnits, lockUnits } from '../units/units.store.ts'
import { type AffectedRole, affectedBy, type MoveChoice } from './plan-move.ts'

export interface Movable {
  employee: Employee
  /** Open ones within the administrator's limits, the employee's own left out. */
  units: readonly PlacedUnit[]
}

/** Null where this administrator may not change the account, or it is over. */
export async function findMovable(
  trx: Trx,
  actor: Pick<Actor, 'acting'>,
  { accountId, now }: { accountId: string; now: Date },
): Promise<Movable | null> {
  const employee = await findChangeable(trx, actor, accountId)
  if (!employee || employee.account.status === 'ended') return null
  const { acting } = actor
  const all = withinLimits(await listAllUnits(trx, now), acting.limits)
  const units = placed(all.filter(({ closedAt }) => closedAt === null)).filter(({ unit }) => {
    const subject = { organisationId: acting.organisation.id, accountId, unitId: unit.id }
    return unit.id !== employee.account.unit?.id && may(acting, 'change-account', subject)
  })
  return { employee, units }
}

export interface PlannedMove extends Movable {
  to: PlacedUnit
  affected: readonly AffectedRole[]
  unitNumbers: readonly UnitNumbers[]
}

/** Null where the unit is not one to move to. Roles beyond the administrator's services are neither shown nor touched. */
export async function planMove(
  trx: Trx,
  { acting }: Pick<Actor, 'acting'>,
  movable: Movable,
  { unitId, now }: { unitId: string | null; now: Date },
): Promise<PlannedMove | null> {
  const to = movable.units.find(({ unit }) => unit.id === unitId)
  if (!to) return null
  const { account } = movable.employee
  const rights = (await findRights(trx, [account.id])).filter(
    ({ service }) => !acting.limits.serviceIds || acting.limits.serviceIds.includes(service.id),
  )
  const unitNumbers = await listUnitNumbers(trx)
  const assignable = await findAssignableRoles(trx, { limits: acting.limits, now })
  const from = account.unit?.id ?? null
  const affected = affectedBy(rights, { assignable, units: unitNumbers, from, to: to.unit.id, now })
  return { ...movable, to, affected, unitNumbers }
}

/** Names what the form showed: where the employee belonged, and what each role applied to. */
export function shownMove({ employee, affected }: Pick<PlannedMove, 'employee' | 'affected'>): string {
  return JSON.stringify([
    employee.account.unit?.id ?? null,
    ...affected.map(({ right: { assignment } }) => [assignment.id, shownRole(assignment)]),
  ])
}

export type MoveOutcome = 'moved' | 'no-such-unit' | 'changed-meanwhile' | 'not-found'

export interface WantedMove {
  accountId: string
  unitId: string | null
  shown: string
  reason: string
  /** What was chosen for a role; a role that cannot follow keeps what it has unless it is taken back. */
  choiceOf: (assignmentId: string) => MoveChoice
}

/** Sent twice, it happens once. */
export async function moveEmployee(deps: NotifyDeps, trx: Trx, actor: Actor, wanted: WantedMove): Promise<MoveOutcome> {
  const now = deps.clock.now()
  const { accountId, unitId, reason } = wanted
  const organisationId = actor.acting.organisation.id
  // The unit stays open until the employee is in it.
  await lockUnits(trx, organisationId)
  await lockPeople(trx, [accountId])
  const movable = await findMovable(trx, actor, { accountId, now })
  if (!movable) return 'not-found'
  const from = movable.employee.account.unit?.id ?? null
  if (unitId !== null && from === unitId) return 'moved'
  const plan = await planMove(trx, actor, movable, { unitId, now })
  if (!plan) return 'no-such-unit'
  if (shownMove(plan) !== wanted.shown) return 'changed-meanwhile'
  const chosen = (choice: MoveChoice) =>
    plan.affected.filter(({ right: { assignment } }) => wanted.choiceOf(assignment.id) === choice)
  const assignmentIds = chosen('tag').map(({ right }) => right.assignment.id)
  await withdrawRoles(deps, trx, actor, { accountId, assignmentIds, reason })
  const changes = chosen('skift').flatMap(({ right: { assignment }, scopes }) =>
    scopes ? [{ before: assignment, after: { ...assignment, scopes } }] : [],
  )
  await writeChanges(deps, trx, actor, { accountId, changes })
  await trx.updateTable('account').set({ unit_id: plan.to.unit.id }).where('id', '=', accountId).execute()
  await recordAndTell(deps, trx, [
    {
      action: 'account.moved',
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId,
      object: { kind: 'account', id: accountId },
      source: actor.source,
      details: { before: { unit: from }, after: { unit: plan.to.unit.id }, reason },
    },
  ])
  return 'moved'
}
