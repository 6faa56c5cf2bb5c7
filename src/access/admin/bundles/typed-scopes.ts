/** Reads what was typed about the values of a bundle's roles, and says what is wrong with it. */
import { type FormFields, fieldsUnder } from '../../../web/form.ts'
import type { AssignableRole } from '../assign/assignable-roles.store.ts'
import { type FieldMistake, findMisfits, readTypedAssignment, scopeField } from '../assign/check-assignment.ts'
import type { UnitNumbers } from '../assign/unit-numbers.ts'
import { type Bundle, isUnitKind, type PartValues, partValues } from './bundle.ts'

export interface TypedPart {
  /** Keys of the scopes whose value comes from the employee's unit. */
  fromUnit: ReadonlySet<string>
  scopes: Readonly<Record<string, readonly string[]>>
}

export const sourceField = (key: string) => `kilde-${key}`

/** What the fields of one role begin with. */
export const typedPrefix = ({ parts }: Bundle, roleId: string) =>
  `r${parts.findIndex(({ role }) => role.id === roleId)}-`

export function typedFromBundle({ parts }: Bundle): Map<string, TypedPart> {
  return new Map(
    parts.map((part) => {
      const keys = part.role.scopes.map(({ key }) => key)
      const values = (key: string) => {
        const given = partValues(part, key)
        return given === 'unit' ? [] : given
      }
      return [
        part.role.id,
        {
          fromUnit: new Set(keys.filter((key) => partValues(part, key) === 'unit')),
          scopes: Object.fromEntries(keys.map((key) => [key, values(key)])),
        },
      ]
    }),
  )
}

/** A role that cannot be given any more has no fields: it keeps what it has. */
export function readTypedScopes(
  form: FormFields,
  bundle: Bundle,
  assignable: readonly AssignableRole[],
  units: readonly UnitNumbers[],
): Map<string, TypedPart> {
  return new Map(
    bundle.parts.flatMap(({ role }) => {
      const given = assignable.find((candidate) => candidate.role.id === role.id)
      if (!given) return []
      const fields = fieldsUnder(form, typedPrefix(bundle, role.id))
      const fromUnit = given.role.scopes.filter(
        ({ key, kind }) => isUnitKind(kind) && fields.get(sourceField(key)) === 'enhed',
      )
      const { scopes } = readTypedAssignment(fields, given, units)
      return [[role.id, { fromUnit: new Set(fromUnit.map(({ key }) => key)), scopes }] as const]
    }),
  )
}

export function checkTypedScopes(
  typed: ReadonlyMap<string, TypedPart>,
  bundle: Bundle,
  assignable: readonly AssignableRole[],
): { values: Map<string, Record<string, PartValues>>; mistakes: FieldMistake[] } {
  const values = new Map<string, Record<string, PartValues>>()
  const mistakes: FieldMistake[] = []
  for (const [roleId, { fromUnit, scopes }] of typed) {
    const role = assignable.find((candidate) => candidate.role.id === roleId)
    if (!role) continue
    const fromUnitFields = [...fromUnit].map(scopeField)
    for (const { field, mistake } of findMisfits(role, scopes))
      if (!fromUnitFields.includes(field)) mistakes.push({ field: typedPrefix(bundle, roleId) + field, mistake })
    const chosen = role.role.scopes.map(({ key }): [string, PartValues] => [
      key,
      fromUnit.has(key) ? 'unit' : (scopes[key] ?? []),
    ])
    values.set(roleId, Object.fromEntries(chosen.filter(([, one]) => one.length > 0)))
  }
  return { values, mistakes }
}
