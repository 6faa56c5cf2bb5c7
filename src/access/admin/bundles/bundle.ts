/**
 * A bundle: roles that belong together for a kind of work. What was given stays as it was given when the bundle changes;
 * here is what a bundle would give somebody now, and how what they were given differs from it. Pure.
 */
import type { Right } from '../../roles/rights.store.ts'
import { sameScopes } from '../assign/assign-role.ts'
import type { AssignableScope } from '../assign/assignable-roles.store.ts'
import { nearestNumber, type UnitNumbers } from '../assign/unit-numbers.ts'

/** Values, or the number of the unit that the employee belongs to. */
export type PartValues = 'unit' | readonly string[]

export interface BundlePart {
  role: { id: string; nameDa: string; nameEn: string; scopes: readonly AssignableScope[] }
  service: { id: string; nameDa: string; nameEn: string }
  /** By key of the role's scope. */
  scopes: Readonly<Record<string, PartValues>>
}

export interface Bundle {
  id: string
  name: string
  description: string
  version: number
  /** In the order they were put in. */
  parts: readonly BundlePart[]
}

export function partValues({ scopes }: Pick<BundlePart, 'scopes'>, key: string): PartValues {
  return (Object.hasOwn(scopes, key) && scopes[key]) || []
}

/** What a part suggests at first: a number that units have comes from the employee's own, the rest is to be filled in. */
export function usualScopes(scopes: readonly AssignableScope[]): Record<string, PartValues> {
  return Object.fromEntries(
    scopes.filter(({ kind, required }) => required && isUnitKind(kind)).map(({ key }) => [key, 'unit']),
  )
}

export function isUnitKind(kind: AssignableScope['kind']): boolean {
  return kind !== 'list' && kind !== 'text'
}

/** What a part applies to for somebody of this unit; a number that no unit above has is left out. */
export function resolvedScopes(
  part: BundlePart,
  units: readonly UnitNumbers[],
  unitId: string | null,
): Record<string, string[]> {
  const resolved = part.role.scopes.map(({ key, kind }): [string, string[]] => {
    const values = partValues(part, key)
    if (values !== 'unit') return [key, [...values].sort()]
    const number = nearestNumber(units, unitId, kind)
    return [key, number ? [number] : []]
  })
  return Object.fromEntries(resolved.filter(([, values]) => values.length > 0))
}

/** The rights that somebody has from a bundle: neither taken back nor past. */
export function heldFrom(rights: readonly Right[], bundleId: string, now: Date): Right[] {
  return rights.filter(
    ({ assignment }) =>
      assignment.bundle?.id === bundleId &&
      assignment.withdrawnAt === null &&
      !(assignment.validUntil && assignment.validUntil <= now),
  )
}

export interface BundleDifference {
  /** In the bundle now, and not given. */
  missing: readonly { part: BundlePart; scopes: Record<string, string[]> }[]
  /** Given for something else than the bundle says now. */
  changed: readonly { right: Right; scopes: Record<string, string[]> }[]
  /** Given, and not in the bundle any more. */
  extra: readonly Right[]
}

export function differenceOf(
  bundle: Bundle,
  held: readonly Right[],
  units: readonly UnitNumbers[],
  unitId: string | null,
): BundleDifference {
  const rightOf = ({ role }: BundlePart) => held.find(({ assignment }) => assignment.role.id === role.id)
  const wanted = bundle.parts.map((part) => ({
    part,
    right: rightOf(part),
    scopes: resolvedScopes(part, units, unitId),
  }))
  return {
    missing: wanted.filter(({ right }) => !right),
    changed: wanted.flatMap(({ right, scopes }) =>
      right && !sameScopes(right.assignment.scopes, scopes) ? [{ right, scopes }] : [],
    ),
    extra: held.filter(({ assignment }) => !bundle.parts.some(({ role }) => role.id === assignment.role.id)),
  }
}

export function isDifferent({ missing, changed, extra }: BundleDifference): boolean {
  return missing.length + changed.length + extra.length > 0
}
