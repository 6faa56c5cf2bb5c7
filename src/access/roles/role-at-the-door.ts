/** A role assignment with all that its effect depends on, as read in one query when somebody logs in. */
import type { AssuranceLevel } from '../../base/assurance.ts'
import type { WeeklyHours } from '../../base/weekly-hours.ts'

export type ScopeKind = 'sor' | 'ydernummer' | 'p-number' | 'municipality' | 'list' | 'text'

export interface RoleScope {
  key: string
  kind: ScopeKind
  required: boolean
  many: boolean
  allowedValues: readonly string[] | null
  pattern: string | null
  constraintName: string
}

export interface AssignmentAtTheDoor {
  id: string
  accountId: string
  role: {
    id: string
    key: string
    nameDa: string
    nameEn: string
    privileges: readonly string[]
    privilegeScope: 'cvr' | 'p-number' | 'authorisation'
    status: 'draft' | 'active' | 'retired'
    retiredAt: Date | null
    lowestAssurance: AssuranceLevel
    requiredEducationCodes: readonly string[]
    longestDays: number | null
    scopes: readonly RoleScope[]
  }
  /** role scope key → values */
  scopes: Readonly<Record<string, readonly string[]>>
  validFrom: Date
  validUntil: Date | null
  /** The hours of the week it holds in; null: always. */
  hours: readonly WeeklyHours[] | null
  withdrawnAt: Date | null
  /** Part of a review: from then on nobody has answered in time. Null: it is not, or somebody has. */
  unansweredFrom: Date | null
  assignedBy: string
  reason: string
  /** The bundle of roles it was given with, by the name the organisation calls it now; null: given by itself. */
  bundle: { id: string; name: string } | null
}

/**
 * By role, and within one in the order they were given (ids sort by time): the order in which services are told. Decided
 * here and not in SQL, so that what is only simulated takes the place it would have.
 */
export function inOrder(one: AssignmentAtTheDoor, other: AssignmentAtTheDoor): number {
  return compare(one.role.key, other.role.key) || compare(one.id, other.id)
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** The values given for a scope; none for a key that every object has a property of. */
export function scopeValues({ scopes }: Pick<AssignmentAtTheDoor, 'scopes'>, key: string): readonly string[] {
  return (Object.hasOwn(scopes, key) && scopes[key]) || []
}

/** System management lets an organisation use a service, with a subset of its roles and ceilings on scopes. */
export interface GrantAtTheDoor {
  id: string
  validFrom: Date
  validUntil: Date | null
  /** null: every role of the service */
  roleIds: readonly string[] | null
  /** scope kind → the only values allowed */
  ceilings: Readonly<Partial<Record<ScopeKind, readonly string[]>>>
}

export function grantIsValid(grant: GrantAtTheDoor, now: Date): boolean {
  return grant.validFrom <= now && (grant.validUntil === null || now < grant.validUntil)
}
