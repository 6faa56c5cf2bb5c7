/**
 * Which of an account's roles have effect now, and for each that has none, which condition fails. The one place that
 * decides it: log-in, explanation and simulation all ask here. (Domain model, invariant 1.)
 */
import { type AssuranceLevel, meetsAssurance } from '../../base/assurance.ts'
import { isPlainText } from '../../base/plain-text.ts'
import { holdsAt } from '../../base/weekly-hours.ts'
import { type AccountAtTheDoor, accountIsActive } from '../../people/account.ts'
import { readScopePattern } from '../../services/scope-pattern.ts'
import {
  type AssignmentAtTheDoor,
  type GrantAtTheDoor,
  grantIsValid,
  type RoleScope,
  scopeValues,
} from './role-at-the-door.ts'

export const conditions = [
  'account-not-active',
  'account-outside-hours',
  'organisation-not-active',
  'service-not-granted',
  'role-not-in-grant',
  'not-yet-valid',
  'ended',
  'outside-hours',
  'withdrawn',
  'review-unanswered',
  'role-not-active',
  'scope-missing',
  'scope-not-allowed',
  'authorisation-missing',
  'assurance-too-low',
] as const

export type FailedCondition = (typeof conditions)[number]

export interface DoorFacts {
  now: Date
  account: AccountAtTheDoor
  grant: GrantAtTheDoor | null
  assurance: AssuranceLevel
  /** Education codes of the person's valid health authorisations. */
  educationCodes: readonly string[]
}

export interface DecidedRole {
  assignment: AssignmentAtTheDoor
  /** null: the role has effect */
  fails: FailedCondition | null
}

export function decideRoles(facts: DoorFacts, assignments: readonly AssignmentAtTheDoor[]): DecidedRole[] {
  return assignments.map((assignment) => ({ assignment, fails: failedCondition(facts, assignment) }))
}

type Condition = (facts: DoorFacts, assignment: AssignmentAtTheDoor) => FailedCondition | null

/** In the order a person would be told: the account first, the fine print last. */
const checks: readonly Condition[] = [
  ({ account, now }) => (accountIsActive(account, now) ? null : 'account-not-active'),
  ({ account, now }) => (holdsAt(account.hours, now) ? null : 'account-outside-hours'),
  ({ account }) => (account.organisation.status === 'active' ? null : 'organisation-not-active'),
  ({ grant, now }) => (grant && grantIsValid(grant, now) ? null : 'service-not-granted'),
  ({ grant }, { role }) => (grant?.roleIds && !grant.roleIds.includes(role.id) ? 'role-not-in-grant' : null),
  (_, { withdrawnAt }) => (withdrawnAt ? 'withdrawn' : null),
  ({ now }, { unansweredFrom }) => (unansweredFrom && unansweredFrom <= now ? 'review-unanswered' : null),
  ({ now }, { validFrom }) => (validFrom <= now ? null : 'not-yet-valid'),
  ({ now }, assignment) => (now < lastMoment(assignment) ? null : 'ended'),
  ({ now }, { hours }) => (holdsAt(hours, now) ? null : 'outside-hours'),
  ({ now }, { role }) =>
    role.status === 'active' && !(role.retiredAt && role.retiredAt <= now) ? null : 'role-not-active',
  (_, assignment) =>
    assignment.role.scopes.every((scope) => hasNeededValues(scope, scopeValues(assignment, scope.key)))
      ? null
      : 'scope-missing',
  (facts, assignment) => (scopesAreAllowed(facts, assignment) ? null : 'scope-not-allowed'),
  ({ educationCodes }, { role: { requiredEducationCodes: needed } }) =>
    needed.length === 0 || needed.some((code) => educationCodes.includes(code)) ? null : 'authorisation-missing',
  ({ assurance }, { role }) => (meetsAssurance(assurance, role.lowestAssurance) ? null : 'assurance-too-low'),
]

function failedCondition(facts: DoorFacts, assignment: AssignmentAtTheDoor): FailedCondition | null {
  for (const check of checks) {
    const failed = check(facts, assignment)
    if (failed) return failed
  }
  return null
}

/** Every condition that fails, for the explanation: at the door the first is enough. */
export function failedConditions(facts: DoorFacts, assignment: AssignmentAtTheDoor): FailedCondition[] {
  return checks.flatMap((check) => check(facts, assignment) ?? [])
}

/** The end of the assignment, or the role's longest duration where that is sooner. */
export function lastMoment({ role, validFrom, validUntil }: AssignmentAtTheDoor): Date | number {
  const longest =
    role.longestDays === null ? Number.POSITIVE_INFINITY : validFrom.getTime() + role.longestDays * 86_400_000
  return Math.min(validUntil?.getTime() ?? Number.POSITIVE_INFINITY, longest)
}

function hasNeededValues(scope: RoleScope, values: readonly string[]): boolean {
  if (values.length === 0) return !scope.required
  return scope.many || values.length === 1
}

function scopesAreAllowed({ grant }: DoorFacts, { role, scopes }: AssignmentAtTheDoor): boolean {
  return Object.entries(scopes).every(([key, values]) => {
    const scope = role.scopes.find((candidate) => candidate.key === key)
    if (!scope) return false
    const ceiling = grant?.ceilings[scope.kind]
    return values.every((value) => matchesScope(scope, value) && (ceiling === undefined || ceiling.includes(value)))
  })
}

/** True when the value is one the role's scope takes. */
export function matchesScope(scope: Pick<RoleScope, 'allowedValues' | 'pattern'>, value: string): boolean {
  if (!isPlainText(value)) return false
  if (scope.allowedValues && !scope.allowedValues.includes(value)) return false
  if (scope.pattern === null) return true
  const reading = readScopePattern(scope.pattern)
  return reading.ok && reading.pattern.matches(value)
}
