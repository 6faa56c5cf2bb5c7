/** What the form suggests at first: from today, for the numbers of the employee's own unit. */
import { writeDay } from '../../../base/danish-time.ts'
import type { AssignableRole } from './assignable-roles.store.ts'
import { choicesOf, type TypedAssignment } from './check-assignment.ts'
import { nearestNumber, type UnitNumbers } from './unit-numbers.ts'

/** A number beyond the ceiling of the grant is not suggested; where only one value can be chosen, that is. */
export function suggestAssignment(
  { unitId, assignable, units }: { unitId: string | null; assignable: AssignableRole; units: readonly UnitNumbers[] },
  now: Date,
): TypedAssignment {
  const scopes = assignable.role.scopes.map((scope) => {
    const number = nearestNumber(units, unitId, scope.kind)
    const choices = choicesOf(scope, assignable.grant)
    const [only, ...others] = choices ?? []
    if (choices && scope.required && only !== undefined && others.length === 0) return [scope.key, [only]] as const
    return [scope.key, number && (!choices || choices.includes(number)) ? [number] : []] as const
  })
  return { scopes: Object.fromEntries(scopes), from: writeDay(now), until: '', hours: [], reason: '' }
}
