/** Gives an employee a bundle, takes it back, or brings what they were given up to date: all its roles, or nothing. */
import { writeDay } from '../../../base/danish-time.ts'
import type { NotifyDeps } from '../../../notices/notify.ts'
import type { Trx } from '../../../storage/database.ts'
import { findConflicts, lockPeople } from '../../conflicts/find-conflicts.ts'
import { isHoursField, normalHours, type TypedHours } from '../../hours/typed-hours.ts'
import { may } from '../../may.ts'
import { findRights, type Right } from '../../roles/rights.store.ts'
import { recordAndTell } from '../../telling/record-and-tell.ts'
import type { Actor } from '../actor.ts'
import { type AssignableRole, findAssignableRoles } from '../assign/assignable-roles.store.ts'
import { type CheckedAssignment, checkAssignment, type TypedAssignment } from '../assign/check-assignment.ts'
import { listUnitNumbers, type UnitNumbers } from '../assign/unit-numbers.ts'
import { shownRole, typedFrom, writeChanges } from '../change/change-role.ts'
import { withdrawRoles } from '../decide/withdraw-role.ts'
import { type Employee, findEmployee } from '../employees/employee.store.ts'
import { lastDay } from '../employees/last-day.ts'
import {
  type Bundle,
  type BundleDifference,
  type BundlePart,
  differenceOf,
  heldFrom,
  isDifferent,
  resolvedScopes,
} from './bundle.ts'
import type { BundleMistake } from './bundle-mistake.ts'
import { findBundle } from './bundles.store.ts'

type Terms = Omit<TypedAssignment, 'scopes'>

export interface GivableBundle {
  employee: Employee
  bundle: Bundle
  units: readonly UnitNumbers[]
  /** Of the bundle's roles those that this administrator may hand out now. */
  assignable: readonly AssignableRole[]
  /** What the employee has: from this bundle, and besides. */
  held: readonly Right[]
  others: readonly Right[]
  difference: BundleDifference
}

/** Null where the employee, the bundle or the right to give is not there. */
export async function findGivableBundle(
  trx: Trx,
  { acting }: Pick<Actor, 'acting'>,
  { accountId, bundleId, now }: { accountId: string; bundleId: string; now: Date },
): Promise<GivableBundle | null> {
  const employee = await findEmployee(trx, accountId)
  const bundle = await findBundle(trx, bundleId)
  if (!employee || !bundle || employee.account.status === 'ended') return null
  const unitId = employee.account.unit?.id ?? null
  if (!may(acting, 'assign-role', { organisationId: acting.organisation.id, accountId, unitId })) return null
  const roles = await findAssignableRoles(trx, { limits: acting.limits, now })
  const assignable = roles.filter(({ role }) => bundle.parts.some((part) => part.role.id === role.id))
  const rights = await findRights(trx, [accountId])
  const held = heldFrom(rights, bundleId, now)
  const units = await listUnitNumbers(trx)
  const difference = differenceOf(bundle, held, units, unitId)
  return {
    employee,
    bundle,
    units,
    assignable,
    held,
    others: rights.filter((right) => !held.includes(right)),
    difference,
  }
}

interface PlannedPart {
  part: BundlePart
  assignable: AssignableRole
  assignment: CheckedAssignment
}

/** Every part held against the rules of giving, with the same dates and reason for all. */
function checkParts(
  parts: readonly { part: BundlePart; scopes: Record<string, string[]> }[],
  { assignable, employee }: GivableBundle,
  terms: Terms,
  now: Date,
): { planned: PlannedPart[]; mistakes: BundleMistake[] } {
  const planned: PlannedPart[] = []
  const mistakes: BundleMistake[] = []
  for (const { part, scopes } of parts) {
    const role = assignable.find((candidate) => candidate.role.id === part.role.id)
    if (!role) {
      mistakes.push({ part, field: null, mistake: 'part-not-given', days: 0 })
      continue
    }
    const checking = checkAssignment(role, { ...terms, scopes }, { now, accountHours: employee.account.hours })
    if (checking.ok) planned.push({ part, assignable: role, assignment: checking.assignment })
    else
      for (const { field, mistake } of checking.mistakes) {
        const ofAll = ['fra', 'til', 'begrundelse'].includes(field) || isHoursField(field)
        if (ofAll && mistakes.some((other) => other.field === field)) continue
        mistakes.push({ part, field: ofAll ? field : null, mistake, days: role.role.longestDays ?? 0 })
      }
  }
  return { planned, mistakes }
}

/** Roles of the bundle that do not go with what the employee has, or with each other: one to give by itself, where the rule allows it. */
async function conflictsOf(
  trx: Trx,
  { acting }: Actor,
  { accountId, planned, without, now }: { accountId: string; planned: PlannedPart[]; without: string[]; now: Date },
): Promise<BundleMistake[]> {
  const wanted = planned.map(({ part, assignment }) => ({ accountId, roleId: part.role.id, ...assignment }))
  const found = await findConflicts(trx, { wanted, without, now })
  return found.flatMap((conflict) => {
    const of = planned.find(({ part }) => part.role.id === conflict.wanted.roleId)
    if (!of) return []
    const { limits } = acting
    return [{ part: of.part, field: null, mistake: 'part-conflict', days: 0, conflict: { found: conflict, limits } }]
  })
}

type GiveOutcome = { outcome: 'done' } | { outcome: 'mistakes'; mistakes: BundleMistake[] }

/** `formId` was chosen when the form was shown: sent twice, it is given once. Null: not found. */
export async function giveBundle(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: { accountId: string; bundleId: string; formId: string; version: number; terms: Terms },
): Promise<GiveOutcome | null> {
  const now = deps.clock.now()
  const { accountId, formId, terms } = wanted
  await lockPeople(trx, [accountId])
  const found = await findGivableBundle(trx, actor, { ...wanted, now })
  if (!found) return null
  const { bundle, units, employee } = found
  if (await wasSent(trx, accountId, formId)) return { outcome: 'done' }
  if (found.held.length > 0) return failed('bundle-held')
  if (bundle.version !== wanted.version) return failed('bundle-changed')
  if (bundle.parts.length === 0) return failed('bundle-empty')
  const unitId = employee.account.unit?.id ?? null
  const parts = bundle.parts.map((part) => ({ part, scopes: resolvedScopes(part, units, unitId) }))
  const { planned, mistakes } = checkParts(parts, found, terms, now)
  if (mistakes.length > 0) return { outcome: 'mistakes', mistakes }
  const conflicts = await conflictsOf(trx, actor, { accountId, planned, without: [], now })
  if (conflicts.length > 0) return { outcome: 'mistakes', mistakes: conflicts }
  await insertParts(deps, trx, actor, { ...wanted, planned })
  await record(deps, trx, actor, { action: 'bundle.assigned', ...wanted, reason: terms.reason })
  return { outcome: 'done' }
}

/** Names what the form showed of the bundle and of what the employee has from it. */
export function shownBundle({ bundle, held, employee }: GivableBundle): string {
  const rights = held.map(({ assignment }) => [assignment.id, shownRole(assignment)])
  return JSON.stringify([bundle.version, employee.account.unit?.id ?? null, ...rights])
}

/** What was given becomes what the bundle says now. New roles last as long as those that are there. */
export async function bringUpToDate(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: { accountId: string; bundleId: string; formId: string; shown: string; reason: string },
): Promise<GiveOutcome | null> {
  const now = deps.clock.now()
  const { accountId, formId, reason } = wanted
  await lockPeople(trx, [accountId])
  const found = await findGivableBundle(trx, actor, { ...wanted, now })
  if (!found) return null
  const { difference, held, assignable } = found
  const accountHours = found.employee.account.hours
  if (await wasSent(trx, accountId, formId)) return { outcome: 'done' }
  if (held.length === 0) return null
  if (!isDifferent(difference)) return { outcome: 'done' }
  if (shownBundle(found) !== wanted.shown) return failed('bundle-changed')
  if (reason === '') return failed('reason-missing', 'begrundelse')
  const terms = { from: writeDay(now), until: untilOf(held), hours: hoursOf(held), reason }
  const { planned, mistakes } = checkParts(difference.missing, found, terms, now)
  for (const { right, scopes } of difference.changed) {
    const part = found.bundle.parts.find(({ role }) => role.id === right.assignment.role.id)
    const role = assignable.find((candidate) => candidate.role.id === right.assignment.role.id)
    if (!part) continue
    const typed = { ...typedFrom(right.assignment), scopes, reason }
    const checking = role && checkAssignment(role, typed, { now, before: right.assignment, accountHours })
    if (!checking) mistakes.push({ part, field: null, mistake: 'part-not-given', days: 0 })
    else if (!checking.ok)
      for (const { mistake } of checking.mistakes)
        mistakes.push({ part, field: null, mistake, days: role.role.longestDays ?? 0 })
  }
  const { serviceIds } = actor.acting.limits
  for (const { assignment, service } of difference.extra)
    if (serviceIds && !serviceIds.includes(service.id))
      mistakes.push({ part: { role: assignment.role }, field: null, mistake: 'part-not-given', days: 0 })
  if (mistakes.length > 0) return { outcome: 'mistakes', mistakes }
  const without = difference.extra.map(({ assignment }) => assignment.id)
  const conflicts = await conflictsOf(trx, actor, { accountId, planned, without, now })
  if (conflicts.length > 0) return { outcome: 'mistakes', mistakes: conflicts }
  await insertParts(deps, trx, actor, { ...wanted, planned })
  const changes = difference.changed.map(({ right: { assignment }, scopes }) => ({
    before: assignment,
    after: { ...assignment, scopes, reason },
  }))
  await writeChanges(deps, trx, actor, { accountId, changes })
  const extra = difference.extra.map(({ assignment }) => assignment.id)
  await withdrawRoles(deps, trx, actor, { accountId, assignmentIds: extra, reason })
  await record(deps, trx, actor, { action: 'bundle.brought-up-to-date', ...wanted })
  return { outcome: 'done' }
}

/** The last day of what lasts longest; empty where something has no end. */
function untilOf(held: readonly Right[]): string {
  const ends = held.map(({ assignment }) => assignment.validUntil)
  const dates = ends.flatMap((end) => (end ? [end.getTime()] : []))
  if (dates.length < ends.length || dates.length === 0) return ''
  return writeDay(lastDay(new Date(Math.max(...dates))))
}

/** Those of all that is there; none where something holds always. */
function hoursOf(held: readonly Right[]): TypedHours {
  const all = held.map(({ assignment }) => assignment.hours)
  if (all.includes(null)) return []
  const rows = new Map(all.flatMap((hours) => hours ?? []).map((row) => [normalHours([row]), row]))
  return [...rows.values()]
}

interface WithdrawableBundle {
  employee: Employee
  bundle: { id: string; name: string }
  held: readonly Right[]
}

/** Also of a bundle that was deleted. Null where one of its roles is beyond the administrator's limits: all of it or nothing. */
export async function findWithdrawableBundle(
  trx: Trx,
  { acting }: Pick<Actor, 'acting'>,
  { accountId, bundleId, now }: { accountId: string; bundleId: string; now: Date },
): Promise<WithdrawableBundle | null> {
  const employee = await findEmployee(trx, accountId)
  if (!employee) return null
  const unitId = employee.account.unit?.id ?? null
  const subject = { organisationId: acting.organisation.id, accountId, unitId }
  // Before anything more is read: whoever may not see the employee must not be able to tell that there is one.
  if (!may(acting, 'withdraw-role', subject)) return null
  const from = (await findRights(trx, [accountId])).filter(({ assignment }) => assignment.bundle?.id === bundleId)
  const bundle = from[0]?.assignment.bundle
  const allowed = from.every(({ service }) => may(acting, 'withdraw-role', { ...subject, serviceId: service.id }))
  return bundle && allowed ? { employee, bundle, held: heldFrom(from, bundleId, now) } : null
}

/** Sent twice, it happens once. */
export async function withdrawBundle(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: { accountId: string; bundleId: string; reason: string },
): Promise<'withdrawn' | 'not-found'> {
  const { accountId, reason } = wanted
  await lockPeople(trx, [accountId])
  const found = await findWithdrawableBundle(trx, actor, { ...wanted, now: deps.clock.now() })
  if (!found) return 'not-found'
  if (found.held.length === 0) return 'withdrawn'
  const held = found.held.map(({ assignment }) => assignment.id)
  await withdrawRoles(deps, trx, actor, { accountId, assignmentIds: held, reason })
  await record(deps, trx, actor, { action: 'bundle.withdrawn', ...wanted })
  return 'withdrawn'
}

function failed(mistake: BundleMistake['mistake'], field: string | null = null): GiveOutcome {
  return { outcome: 'mistakes', mistakes: [{ part: null, field, mistake, days: 0 }] }
}

async function wasSent(trx: Trx, accountId: string, formId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('role_assignment')
    .select('id')
    .where('account_id', '=', accountId)
    .where('key', '=', formId)
    .executeTakeFirst()
  return row !== undefined
}

async function insertParts(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: { accountId: string; bundleId: string; formId: string; planned: readonly PlannedPart[] },
): Promise<void> {
  const { accountId, bundleId, formId } = wanted
  const made = wanted.planned.map((planned) => ({ ...planned, id: deps.ids.uuid() }))
  if (made.length === 0) return
  await trx
    .insertInto('role_assignment')
    .values(
      made.map(({ id, assignable, assignment }) => ({
        id,
        account_id: accountId,
        service_id: assignable.service.id,
        role_id: assignable.role.id,
        key: formId,
        scopes: JSON.stringify(assignment.scopes),
        valid_from: assignment.validFrom,
        valid_until: assignment.validUntil,
        hours: assignment.hours && JSON.stringify(assignment.hours),
        assigned_by: actor.personId,
        reason: assignment.reason,
        bundle_id: bundleId,
      })),
    )
    .execute()
  await recordAndTell(
    deps,
    trx,
    made.map(({ id, assignable, assignment }) => ({
      action: 'role-assignment.added',
      outcome: 'success' as const,
      actor: { kind: 'person' as const, id: actor.personId },
      organisationId: actor.acting.organisation.id,
      object: { kind: 'role-assignment', id },
      source: actor.source,
      details: { account: accountId, role: assignable.role.id, bundle: bundleId, ...assignment },
    })),
  )
}

async function record(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  { action, accountId, bundleId, reason }: { action: string; accountId: string; bundleId: string; reason: string },
): Promise<void> {
  await recordAndTell(deps, trx, [
    {
      action,
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId: actor.acting.organisation.id,
      object: { kind: 'bundle', id: bundleId },
      source: actor.source,
      details: { account: accountId, reason },
    },
  ])
}
