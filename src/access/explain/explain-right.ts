/**
 * Why somebody has a right, or why one that is written down has no effect: the path from the organisation's grant to who gave
 * it, each link with whether it holds. The conditions are those of the door (roles/effective-roles.ts), not others like them.
 */
import { type DoorFacts, type FailedCondition, failedConditions, lastMoment } from '../roles/effective-roles.ts'
import type { AssignmentAtTheDoor } from '../roles/role-at-the-door.ts'

export const linkKinds = ['account', 'grant', 'bundle', 'role', 'scope', 'period', 'given-by'] as const

export type LinkKind = (typeof linkKinds)[number]

/** Which link breaks when a condition fails. */
const linkOf: Readonly<Record<FailedCondition, LinkKind>> = {
  'account-not-active': 'account',
  'account-outside-hours': 'account',
  'organisation-not-active': 'account',
  'service-not-granted': 'grant',
  'role-not-in-grant': 'grant',
  'role-not-active': 'role',
  'authorisation-missing': 'role',
  'assurance-too-low': 'role',
  'scope-missing': 'scope',
  'scope-not-allowed': 'scope',
  'not-yet-valid': 'period',
  ended: 'period',
  'outside-hours': 'period',
  withdrawn: 'period',
  'review-unanswered': 'given-by',
}

export interface ExplainedLink {
  kind: LinkKind
  /** What breaks it; empty: it holds. */
  fails: readonly FailedCondition[]
}

export interface ExplainedRight {
  holds: boolean
  /** The condition a person would be told first; null when the right has effect. */
  why: FailedCondition | null
  links: readonly ExplainedLink[]
  /** When it ends by itself; null when it has no end. */
  endsAt: Date | null
}

export function explainRight(facts: DoorFacts, assignment: AssignmentAtTheDoor): ExplainedRight {
  const failed = failedConditions(facts, assignment)
  const end = Number(lastMoment(assignment))
  return {
    holds: failed.length === 0,
    why: failed[0] ?? null,
    links: linkKinds
      .filter((kind) => kind !== 'bundle' || assignment.bundle)
      .map((kind) => ({ kind, fails: failed.filter((condition) => linkOf[condition] === kind) })),
    endsAt: Number.isFinite(end) ? new Date(end) : null,
  }
}
