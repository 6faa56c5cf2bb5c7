/** Decides the roles of one candidate account with the facts of this sign-in. */
import type { Candidate } from '../../access/roles/door.store.ts'
import { type DecidedRole, decideRoles } from '../../access/roles/effective-roles.ts'
import type { RuleContext, WorkingClaims } from './rule.ts'

export function decideCandidate(
  context: RuleContext,
  claims: WorkingClaims,
  { account, grant }: Candidate,
): DecidedRole[] {
  return decideRoles(
    {
      now: context.now,
      account,
      grant,
      assurance: claims.assurance,
      educationCodes: context.authorisations.map((authorisation) => authorisation.educationCode),
    },
    context.assignments.filter((assignment) => assignment.accountId === account.id),
  )
}
