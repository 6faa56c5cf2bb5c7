/** What was typed about an assignment, as hidden fields of the next form. */
import { carriedHours } from '../../hours/typed-hours.ts'
import type { AssignableRole } from './assignable-roles.store.ts'
import { choicesOf, scopeField, type TypedAssignment } from './check-assignment.ts'

export function carriedFields(
  { role, grant }: AssignableRole,
  typed: TypedAssignment,
  formId: string,
): [name: string, value: string][] {
  const scopes = role.scopes.flatMap((scope): [string, string][] => {
    const values = typed.scopes[scope.key] ?? []
    const choices = scope.many ? choicesOf(scope, grant) : null
    if (!choices) return [[scopeField(scope.key), values.join(', ')]]
    return choices.flatMap((choice, index): [string, string][] =>
      values.includes(choice) ? [[`${scopeField(scope.key)}-${index}`, '1']] : [],
    )
  })
  return [
    ...scopes,
    ['id', formId],
    ['fra', typed.from],
    ['til', typed.until],
    ...carriedHours(typed.hours),
    ['begrundelse', typed.reason],
  ]
}
