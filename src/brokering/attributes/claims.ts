/** What is known about a person on the way from the identity provider to the service, and why. */
import type { AssuranceLevel } from '../../base/assurance.ts'
import type { AttributeName } from '../../services/attribute.ts'
import type { LogInKind } from '../authentication.ts'

/** Rights within one scope (OIO Basic Privilege Profile: PrivilegeGroup). */
export interface PrivilegeGroup {
  /** A URN such as `urn:dk:gov:saml:cvrNumberIdentifier:12345678`. */
  scope: string
  constraints: readonly { name: string; value: string }[]
  privileges: readonly string[]
}

/** An authorisation as a health professional. */
export interface HealthAuthorisation {
  code: string
  educationCode: string
  educationType: string
}

/** One line of the explanation: what was sent or left out, and why. Names and reasons only, no values of persons. */
export interface TraceLine {
  what: string
  sent: boolean
  why: string
}

export interface Claims {
  kind: LogInKind
  assurance: AssuranceLevel
  identityAssurance: AssuranceLevel | null
  authenticatorAssurance: AssuranceLevel | null
  attributes: ReadonlyMap<AttributeName, readonly string[]>
  privileges: readonly PrivilegeGroup[]
  authorisations: readonly HealthAuthorisation[]
  trace: readonly TraceLine[]
}

/** What a service's protocol gets to write: nothing here may be added to. */
export interface ReleasedClaims extends Claims {
  /** The name this one service knows this person by (pairwise, stable), a UUID. */
  pairwiseSubject: string
  /** ISO 8601, UTC: the identity provider's instant, not ours. */
  authenticatedAt: string
  /** Entity ids from the nearest provider outwards. */
  authorities: readonly string[]
  /** When the first of it stops holding by itself, if that is soon. */
  holdsUntil: Date | null
}
