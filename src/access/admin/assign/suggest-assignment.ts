/** What the form suggests at first: from today, for the numbers of the employee's own unit. */
import { writeDay } from '../../../base/danish-time.ts'
import type { Assignable } from './assign-role.ts'
import { choicesOf, type TypedAssignment } from './check-assignment.ts'
import { nearestNumber } from './unit-numbers.ts'

/** A number beyond the ceiling of the grant is not suggested; where only one value can be chosen, that is. */
export function suggestAssignment({ employee, assignable, units }: Assignable, now: Date): TypedAssignment {
  const scopes = assignable.role.scopes.map((scope) => {
    const number = nearestNumber(units, employee.account.unit?.id ?? null, scope.kind)
    const choices = choicesOf(scope, assignable.grant)
    const [only, ...others] = choices ?? []
    if (choices && scope.required && only !== undefined && others.length === 0) return [scope.key, [only]] as const
    return [scope.key, number && (!choices || choices.includes(number)) ? [number] : []] as const
  })
  return { scopes: Object.fromEntries(scopes), from: writeDay(now), until: '', reason: '' }
}
