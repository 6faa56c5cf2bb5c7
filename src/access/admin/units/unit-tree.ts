/** Units as a tree: who stands under whom, what an administrator sees of it, and where a unit may be moved to. */
import type { Limits } from '../../capacities/capacity.ts'
import type { Unit } from './units.store.ts'

export interface UnitNode {
  unit: Unit
  children: readonly UnitNode[]
  /** Employees of the unit and of all below it. */
  employeesInAll: number
}

/** A unit with the names of those above it, the topmost first. */
export interface PlacedUnit {
  unit: Unit
  above: readonly string[]
}

/** Only the units within an administrator's limits; one whose parent is beyond them stands at the top. */
export function withinLimits(units: readonly Unit[], { unitIds }: Limits): Unit[] {
  return unitIds ? units.filter(({ id }) => unitIds.includes(id)) : [...units]
}

export function treeOf(units: readonly Unit[]): UnitNode[] {
  const ids = new Set(units.map(({ id }) => id))
  const under = Map.groupBy(units, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : null))
  const nodesUnder = (parentId: string | null): UnitNode[] =>
    (under.get(parentId) ?? []).map((unit) => {
      const children = nodesUnder(unit.id)
      const below = children.reduce((sum, { employeesInAll }) => sum + employeesInAll, 0)
      return { unit, children, employeesInAll: unit.employees + below }
    })
  return nodesUnder(null)
}

/** In the order of the tree, each with where it stands. */
export function placed(units: readonly Unit[]): PlacedUnit[] {
  const walk = (nodes: readonly UnitNode[], above: readonly string[]): PlacedUnit[] =>
    nodes.flatMap(({ unit, children }) => [{ unit, above }, ...walk(children, [...above, unit.name])])
  return walk(treeOf(units), [])
}

/** By part of the name, or by a number written whole. */
export function searchUnits(units: readonly Unit[], text: string): PlacedUnit[] {
  const wanted = text.toLocaleLowerCase('da')
  const digits = text.replaceAll(' ', '')
  return placed(units).filter(
    ({ unit }) =>
      unit.name.toLocaleLowerCase('da').includes(wanted) ||
      [unit.sor, unit.pNumber, unit.ydernummer, unit.municipality, unit.region].includes(digits),
  )
}

/** The unit and all below it: where it cannot be moved to. */
export function branchOf(units: readonly Unit[], id: string): Set<string> {
  const under = Map.groupBy(units, ({ parentId }) => parentId)
  const branch = new Set([id])
  // A set is walked in the order of insertion, also what is added on the way.
  for (const unitId of branch) for (const child of under.get(unitId) ?? []) branch.add(child.id)
  return branch
}

/** Open units that this one may stand under; all of them for a unit that is not there yet. */
export function parentsFor(units: readonly Unit[], id: string | null): PlacedUnit[] {
  const branch = id ? branchOf(units, id) : new Set()
  return placed(units.filter(({ closedAt }) => closedAt === null)).filter(({ unit }) => !branch.has(unit.id))
}
