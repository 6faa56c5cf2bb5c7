/** What the door would say of an assignment that is about to be made, at the best log-in this installation believes in. */
import type { AssuranceLevel } from '../../../base/assurance.ts'
import type { Trx } from '../../../storage/database.ts'
import { findAuthorisations } from '../../roles/door.store.ts'
import { decideRoles, type FailedCondition } from '../../roles/effective-roles.ts'
import type { Assignable } from './assign-role.ts'
import type { CheckedAssignment } from './check-assignment.ts'

/** Null: it would have effect at once. */
export async function wouldFail(
  trx: Trx,
  { now, highestAssurance }: { now: Date; highestAssurance: AssuranceLevel },
  { employee: { account }, assignable: { role, grant } }: Omit<Assignable, 'units'>,
  assignment: CheckedAssignment,
): Promise<FailedCondition | null> {
  const educationCodes = (await findAuthorisations(trx, account.personId, now)).map((held) => held.educationCode)
  const facts = { now, account, grant, assurance: highestAssurance, educationCodes }
  const made = {
    id: '',
    accountId: account.id,
    role,
    ...assignment,
    withdrawnAt: null,
    unansweredFrom: null,
    assignedBy: '',
    bundle: null,
  }
  return decideRoles(facts, [made])[0]?.fails ?? null
}
