/** What a form about an assignment says before anybody has typed. */
import { writeDay } from '../../../base/danish-time.ts'
import type { AccountUnit } from '../../../people/account.ts'
import type { ScopeKind } from '../../roles/role-at-the-door.ts'
import type { Assignable } from './assign-role.ts'
import type { TypedAssignment } from './check-assignment.ts'

/** From today, for the employee's own unit. */
export function suggestAssignment({ employee, assignable }: Assignable, now: Date): TypedAssignment {
  const scopes = assignable.role.scopes.map(({ key, kind }) => {
    const value = employee.account.unit && numberOf(employee.account.unit, kind)
    return [key, value ? [value] : []] as const
  })
  return { scopes: Object.fromEntries(scopes), from: writeDay(now), until: '', reason: '' }
}

function numberOf(unit: AccountUnit, kind: ScopeKind): string | null {
  switch (kind) {
    case 'sor':
      return unit.sor
    case 'ydernummer':
      return unit.ydernummer
    case 'p-number':
      return unit.pNumber
    default:
      return null
  }
}
