/** Reads what was typed about a unit and says what is wrong with it, field by field. */
import { isPlainText } from '../../../base/plain-text.ts'
import type { FormFields } from '../../../web/form.ts'
import { parentsFor } from './unit-tree.ts'
import type { Unit } from './units.store.ts'

/** The numbers of a unit: the form's field, what it must look like. */
export const numberFields = {
  sor: { field: 'sor', shape: /^\d{6,18}$/ },
  pNumber: { field: 'p-nummer', shape: /^\d{10}$/ },
  ydernummer: { field: 'ydernummer', shape: /^\d{6}$/ },
  municipality: { field: 'kommune', shape: /^\d{3,4}$/ },
  region: { field: 'region', shape: /^\d{4}$/ },
} as const

export type NumberName = keyof typeof numberFields

export const numberNames = Object.keys(numberFields) as NumberName[]

/** As typed: what a failed form shows again. */
export interface TypedUnit extends Record<NumberName, string> {
  name: string
  /** Empty: at the top. */
  parentId: string
}

export type UnitMistake =
  | 'name-missing'
  | 'name-long'
  | 'name-taken'
  | 'parent-unknown'
  | 'sor-taken'
  | 'changed-meanwhile'
  | `${NumberName}-shape`

export interface UnitFieldMistake {
  /** The id of the field. */
  field: string
  mistake: UnitMistake
}

export type UnitColumns = Pick<Unit, 'name' | 'parentId' | NumberName>

/** Spaces in a number are how people read it; other fields than these are never looked at. */
export function readTypedUnit(form: FormFields): TypedUnit {
  const digits = (name: NumberName) => (form.get(numberFields[name].field) ?? '').replace(/\s/g, '').slice(0, 100)
  return {
    name: (form.get('navn') ?? '').trim().replace(/\s+/g, ' '),
    parentId: form.get('over') ?? '',
    sor: digits('sor'),
    pNumber: digits('pNumber'),
    ydernummer: digits('ydernummer'),
    municipality: digits('municipality'),
    region: digits('region'),
  }
}

export function typedOf(unit: UnitColumns): TypedUnit {
  return {
    name: unit.name,
    parentId: unit.parentId ?? '',
    sor: unit.sor ?? '',
    pNumber: unit.pNumber ?? '',
    ydernummer: unit.ydernummer ?? '',
    municipality: unit.municipality ?? '',
    region: unit.region ?? '',
  }
}

/** `id` null: a unit that is not there yet. */
export function checkUnit(
  units: readonly Unit[],
  id: string | null,
  typed: TypedUnit,
): { ok: true; columns: UnitColumns } | { ok: false; mistakes: UnitFieldMistake[] } {
  const others = units.filter((unit) => unit.id !== id && unit.closedAt === null)
  const parentId = typed.parentId === '' ? null : typed.parentId
  const before = units.find((unit) => unit.id === id)
  const mistakes: UnitFieldMistake[] = []
  const nameMistake = wrongName(others, typed.name, parentId)
  if (nameMistake) mistakes.push({ field: 'navn', mistake: nameMistake })
  const stays = before !== undefined && before.parentId === parentId
  if (parentId && !stays && !parentsFor(units, id).some(({ unit }) => unit.id === parentId))
    mistakes.push({ field: 'over', mistake: 'parent-unknown' })
  for (const name of numberNames) {
    const { field, shape } = numberFields[name]
    if (typed[name] !== '' && !shape.test(typed[name])) mistakes.push({ field, mistake: `${name}-shape` })
  }
  if (typed.sor !== '' && others.some(({ sor }) => sor === typed.sor))
    mistakes.push({ field: 'sor', mistake: 'sor-taken' })
  if (mistakes.length > 0) return { ok: false, mistakes }
  const numbers = Object.fromEntries(numberNames.map((name) => [name, typed[name] || null])) as Record<
    NumberName,
    string | null
  >
  return { ok: true, columns: { name: typed.name, parentId, ...numbers } }
}

function wrongName(others: readonly Unit[], name: string, parentId: string | null): UnitMistake | null {
  if (name === '' || !isPlainText(name)) return 'name-missing'
  if (name.length > 200) return 'name-long'
  const same = (unit: Unit) => unit.parentId === parentId && unit.name.toLowerCase() === name.toLowerCase()
  return others.some(same) ? 'name-taken' : null
}
