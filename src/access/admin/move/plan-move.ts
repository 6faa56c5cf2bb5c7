/**
 * What a move to another unit means for the roles of an employee: those that apply to a number of the unit they leave can
 * follow to the number of the unit they come to. Pure: what may be done is decided here, by the rules of giving.
 */

import type { Right } from '../../roles/rights.store.ts'
import type { AssignmentAtTheDoor } from '../../roles/role-at-the-door.ts'
import type { AssignableRole } from '../assign/assignable-roles.store.ts'
import { findMisfits } from '../assign/check-assignment.ts'
import { nearestNumber, type UnitNumbers } from '../assign/unit-numbers.ts'

/** Why a role cannot follow: the unit has no such number, or the organisation may not use the role for it or give it at all. */
export type Obstacle = 'no-number' | 'not-allowed' | 'not-given'

export interface AffectedRole {
  right: Right
  /** What it would apply to after the move; null where it cannot follow. */
  scopes: Record<string, string[]> | null
  obstacle: Obstacle | null
}

export const moveChoices = ['skift', 'behold', 'tag'] as const

export type MoveChoice = (typeof moveChoices)[number]

/** In the order of the rights. What is over or was taken back is not asked about. */
export function affectedBy(
  rights: readonly Right[],
  {
    assignable,
    units,
    from,
    to,
    now,
  }: {
    assignable: readonly AssignableRole[]
    units: readonly UnitNumbers[]
    from: string | null
    to: string
    now: Date
  },
): AffectedRole[] {
  return rights.flatMap((right): AffectedRole[] => {
    const { assignment } = right
    if (assignment.withdrawnAt || (assignment.validUntil && assignment.validUntil <= now)) return []
    const moved = movedScopes(assignment, units, from, to)
    if (moved === 'untouched') return []
    if (moved === 'no-number') return [{ right, scopes: null, obstacle: 'no-number' }]
    const role = assignable.find((candidate) => candidate.role.id === assignment.role.id)
    if (!role) return [{ right, scopes: null, obstacle: 'not-given' }]
    if (findMisfits(role, moved).length > 0) return [{ right, scopes: null, obstacle: 'not-allowed' }]
    return [{ right, scopes: moved, obstacle: null }]
  })
}

function movedScopes(
  { scopes, role }: AssignmentAtTheDoor,
  units: readonly UnitNumbers[],
  from: string | null,
  to: string,
): Record<string, string[]> | 'untouched' | 'no-number' {
  let touched = false
  const moved: [string, string[]][] = []
  for (const [key, values] of Object.entries(scopes)) {
    const kind = role.scopes.find((scope) => scope.key === key)?.kind
    const old = kind && nearestNumber(units, from, kind)
    const fresh = kind && nearestNumber(units, to, kind)
    const follows = old !== undefined && old !== null && values.includes(old) && old !== fresh
    if (!follows) {
      moved.push([key, [...values]])
      continue
    }
    if (!fresh) return 'no-number'
    touched = true
    moved.push([key, [...new Set(values.map((value) => (value === old ? fresh : value)))].sort()])
  }
  return touched ? Object.fromEntries(moved) : 'untouched'
}
