/** The numbers of the organisation's units, as data scopes use them: suggested for an employee's own unit, found by its name. */
import type { Trx } from '../../../storage/database.ts'
import type { ScopeKind } from '../../roles/role-at-the-door.ts'

export interface UnitNumbers {
  id: string
  parentId: string | null
  name: string
  sor: string | null
  pNumber: string | null
  ydernummer: string | null
  municipality: string | null
}

/** Open units, by name. */
export async function listUnitNumbers(trx: Trx): Promise<UnitNumbers[]> {
  const rows = await trx
    .selectFrom('unit')
    .select(['id', 'parent_id', 'name', 'sor', 'p_number', 'ydernummer', 'municipality_code'])
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    sor: row.sor,
    pNumber: row.p_number,
    ydernummer: row.ydernummer,
    municipality: row.municipality_code,
  }))
}

/** The unit's number of this kind; null for a kind that units have no numbers of. */
function numberOf(unit: UnitNumbers, kind: ScopeKind): string | null {
  switch (kind) {
    case 'sor':
      return unit.sor
    case 'ydernummer':
      return unit.ydernummer
    case 'p-number':
      return unit.pNumber
    case 'municipality':
      return unit.municipality
    case 'list':
    case 'text':
      return null
  }
}

/** Its own number, or that of the nearest unit above: a ward stands at its hospital's address, in its municipality. */
export function nearestNumber(units: readonly UnitNumbers[], unitId: string | null, kind: ScopeKind): string | null {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const seen = new Set<string>()
  for (let id = unitId; id !== null && !seen.has(id); ) {
    seen.add(id)
    const unit = byId.get(id)
    const number = unit && numberOf(unit, kind)
    if (number) return number
    id = unit?.parentId ?? null
  }
  return null
}

/** Units that can be named where a number of this kind is asked for. */
export function unitsWith(units: readonly UnitNumbers[], kind: ScopeKind): { name: string; number: string }[] {
  return units.flatMap((unit) => {
    const number = numberOf(unit, kind)
    return number ? [{ name: unit.name, number }] : []
  })
}

/** `Klinikken (999900000000011)`, or the number alone where no unit has it, or several share it. */
export function namedNumber(units: readonly UnitNumbers[], kind: ScopeKind, number: string): string {
  const [unit, ...others] = unitsWith(units, kind).filter((one) => one.number === number)
  return unit && others.length === 0 ? `${unit.name} (${number})` : number
}

/** A name that exactly one unit with such a number has becomes the number; all else stays as it was typed. */
export function numberByName(units: readonly UnitNumbers[], kind: ScopeKind, typed: string): string {
  const wanted = typed.toLocaleLowerCase('da')
  const named = unitsWith(units, kind).filter(({ name }) => name.toLocaleLowerCase('da') === wanted)
  const [only, ...others] = new Set(named.map(({ number }) => number))
  return only !== undefined && others.length === 0 ? only : typed
}
