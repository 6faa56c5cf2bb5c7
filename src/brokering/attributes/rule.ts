/** What an attribute rule is given and what it may answer. */

import type { Candidate, PersonAuthorisation, StatedOrganisation } from '../../access/roles/door.store.ts'
import type { DecidedRole } from '../../access/roles/effective-roles.ts'
import type { AssignmentAtTheDoor } from '../../access/roles/role-at-the-door.ts'
import type { AssuranceLevel } from '../../base/assurance.ts'
import type { IdentityProvider } from '../../organisations/identity-provider.ts'
import type { FoundPerson } from '../../people/find-person.ts'
import type { AttributeName } from '../../services/attribute.ts'
import type { Service } from '../../services/service.ts'
import type { Authentication, LogInKind } from '../authentication.ts'
import type { Refusal } from '../refusal.ts'
import type { Claims } from './claims.ts'

/** Everything a rule may look at: read before the first rule runs, so that the rules are pure. */
export interface RuleContext {
  now: Date
  service: Service
  identityProvider: IdentityProvider
  authentication: Authentication
  /** What the service asked for in this request. */
  requestedAssurance: AssuranceLevel | null
  requestedKinds: readonly LogInKind[] | null
  askedAttributes: readonly AttributeName[] | null
  /** The log-in must be from then on; null: any that still holds. */
  freshSince: Date | null
  /** The highest level SEB itself may state. */
  highestAssurance: AssuranceLevel
  statedOrganisation: StatedOrganisation | null
  /** Null: nobody SEB knows. */
  person: FoundPerson | null
  candidates: readonly Candidate[]
  assignments: readonly AssignmentAtTheDoor[]
  authorisations: readonly PersonAuthorisation[]
  /** The account the person chose to act in, when there was a choice. */
  chosenAccountId: string | null
  unsealCpr: (sealed: string) => string
}

/** Claims under way, with the account they are made for. */
export interface WorkingClaims extends Claims {
  candidate: Candidate | null
  decidedRoles: readonly DecidedRole[]
}

export interface AccountChoice {
  candidate: Candidate
  /** The roles it would give, by name. */
  roles: readonly DecidedRole[]
}

export type Stop =
  | { stop: 'refused'; refusal: Refusal; claims: WorkingClaims }
  | { stop: 'choose-account'; choices: readonly AccountChoice[]; claims: WorkingClaims }

/** One step of the pipeline: the claims it leaves behind, or why there is no going on. */
export type AttributeRule = (context: RuleContext, claims: WorkingClaims) => WorkingClaims | Stop

export function refused(claims: WorkingClaims, reason: Refusal['reason'], detail: string): Stop {
  return { stop: 'refused', refusal: { reason, detail }, claims }
}
