/** Decides the roles of one candidate account with the facts of this sign-in. */
import type { Candidate } from '../../access/roles/door.store.ts'
import { type DecidedRole, type DoorFacts, decideRoles } from '../../access/roles/effective-roles.ts'
import type { RuleContext, WorkingClaims } from './rule.ts'

export function decideCandidate(context: RuleContext, claims: WorkingClaims, candidate: Candidate): DecidedRole[] {
  return decideRoles(
    factsOf(context, claims, candidate),
    context.assignments.filter((assignment) => assignment.accountId === candidate.account.id),
  )
}

export function factsOf(
  { now, authorisations }: RuleContext,
  { assurance }: WorkingClaims,
  { account, grant }: Candidate,
): DoorFacts {
  return { now, account, grant, assurance, educationCodes: authorisations.map(({ educationCode }) => educationCode) }
}
