/** Creates, changes, closes or reopens a unit: checked again where it is written, with its audit event. */
import { recordEvents } from '../../../audit/record-events.ts'
import type { Clock } from '../../../base/clock.ts'
import type { Ids } from '../../../base/ids.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Actor } from '../actor.ts'
import { checkUnit, type TypedUnit, typedOf, type UnitColumns, type UnitFieldMistake } from './check-unit.ts'
import { branchOf } from './unit-tree.ts'
import { listAllUnits, lockUnits, type Unit } from './units.store.ts'

type Deps = { clock: Clock; ids: Ids }

export type SaveOutcome =
  | { outcome: 'saved'; id: string }
  | { outcome: 'mistakes'; mistakes: UnitFieldMistake[] }
  | { outcome: 'not-found' }

/** Names what a form showed, so that a second administrator does not overwrite what the first did. */
export function shownUnit(unit: Unit): string {
  return JSON.stringify(Object.values(typedOf(unit)))
}

/** `id` was chosen when the form was shown: sent twice, it is one unit. */
export async function addUnit(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  { id, typed }: { id: string; typed: TypedUnit },
): Promise<SaveOutcome> {
  const organisationId = actor.acting.organisation.id
  await lockUnits(trx, organisationId)
  const units = await listAllUnits(trx, deps.clock.now())
  if (units.some((unit) => unit.id === id)) return { outcome: 'saved', id }
  const checking = checkUnit(units, null, typed)
  if (!checking.ok) return { outcome: 'mistakes', mistakes: checking.mistakes }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('unit')
    .values({ id, organisation_id: organisationId, key: id, ...rowOf(checking.columns) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  // An id that another organisation has: nobody is told that it is there.
  if (numInsertedOrUpdatedRows === 0n) return { outcome: 'not-found' }
  await record(deps, trx, actor, { action: 'unit.added', id, details: { after: checking.columns } })
  return { outcome: 'saved', id }
}

export async function changeUnit(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  { id, typed, shown }: { id: string; typed: TypedUnit; shown: string },
): Promise<SaveOutcome> {
  await lockUnits(trx, actor.acting.organisation.id)
  const units = await listAllUnits(trx, deps.clock.now())
  const before = units.find((unit) => unit.id === id)
  if (!before || before.closedAt) return { outcome: 'not-found' }
  const checking = checkUnit(units, id, typed)
  if (checking.ok && shownUnit({ ...before, ...checking.columns }) === shownUnit(before))
    return { outcome: 'saved', id }
  if (shownUnit(before) !== shown)
    return { outcome: 'mistakes', mistakes: [{ field: 'navn', mistake: 'changed-meanwhile' }] }
  if (!checking.ok) return { outcome: 'mistakes', mistakes: checking.mistakes }
  await trx.updateTable('unit').set(rowOf(checking.columns)).where('id', '=', id).execute()
  const { name, parentId, sor, pNumber, ydernummer, municipality, region } = before
  const details = {
    before: { name, parentId, sor, pNumber, ydernummer, municipality, region },
    after: checking.columns,
  }
  await record(deps, trx, actor, { action: 'unit.changed', id, details })
  return { outcome: 'saved', id }
}

/** What stands in the way of closing a unit; null: nothing. */
export function whyNotClosed(units: readonly Unit[], unit: Unit): 'has-employees' | 'has-units' | null {
  if (unit.employees > 0) return 'has-employees'
  const below = branchOf(units, unit.id)
  return units.some(({ id, closedAt }) => id !== unit.id && below.has(id) && closedAt === null) ? 'has-units' : null
}

/** Asked twice, it happens once. */
export async function closeUnit(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  id: string,
): Promise<'done' | 'has-employees' | 'has-units' | 'not-found'> {
  await lockUnits(trx, actor.acting.organisation.id)
  const units = await listAllUnits(trx, deps.clock.now())
  const unit = units.find((candidate) => candidate.id === id)
  if (!unit) return 'not-found'
  if (unit.closedAt) return 'done'
  const obstacle = whyNotClosed(units, unit)
  if (obstacle) return obstacle
  await trx.updateTable('unit').set({ closed_at: deps.clock.now() }).where('id', '=', id).execute()
  await record(deps, trx, actor, { action: 'unit.closed', id, details: { name: unit.name } })
  return 'done'
}

/** Not where the unit above it is still closed: it would hang in the air. */
export async function reopenUnit(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  id: string,
): Promise<'done' | 'parent-closed' | 'not-found'> {
  await lockUnits(trx, actor.acting.organisation.id)
  const units = await listAllUnits(trx, deps.clock.now())
  const unit = units.find((candidate) => candidate.id === id)
  if (!unit) return 'not-found'
  if (!unit.closedAt) return 'done'
  if (units.some((candidate) => candidate.id === unit.parentId && candidate.closedAt)) return 'parent-closed'
  await trx.updateTable('unit').set({ closed_at: null }).where('id', '=', id).execute()
  await record(deps, trx, actor, { action: 'unit.reopened', id, details: { name: unit.name } })
  return 'done'
}

function rowOf({ name, parentId, sor, pNumber, ydernummer, municipality, region }: UnitColumns) {
  return {
    name,
    parent_id: parentId,
    sor,
    p_number: pNumber,
    ydernummer,
    municipality_code: municipality,
    region_code: region,
  }
}

async function record(
  deps: Deps,
  trx: Trx,
  actor: Actor,
  { action, id, details }: { action: string; id: string; details: Record<string, unknown> },
): Promise<void> {
  await recordEvents(deps, trx, [
    {
      action,
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId: actor.acting.organisation.id,
      object: { kind: 'unit', id },
      source: actor.source,
      details,
    },
  ])
}
