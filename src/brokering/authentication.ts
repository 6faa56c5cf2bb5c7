/** Who logged in, as an identity provider said it and SEB verified it: independent of protocol, kept as JSON. */
import type { AssuranceLevel } from '../base/assurance.ts'
import type { AttributeName } from '../services/attribute.ts'
import type { PrivilegeGroup } from './attributes/claims.ts'

/** On behalf of a workplace (MitID Erhverv, local identity provider), or as a private person (MitID Privat). */
export type LogInKind = 'professional' | 'person'

/** The subject exactly as the provider wrote it: log-out must repeat it to the letter (SAML core §3.7.1). */
export interface Subject {
  value: string
  format: string | null
  nameQualifier: string | null
  spNameQualifier: string | null
}

export interface Authentication {
  kind: LogInKind
  subject: Subject
  /** The provider's own name for its session, needed to log out there. */
  sessionIndex: string | null
  /** What the provider stated; not yet held against what it may state. */
  assurance: AssuranceLevel
  identityAssurance: AssuranceLevel | null
  authenticatorAssurance: AssuranceLevel | null
  /** ISO 8601, UTC. */
  authenticatedAt: string
  /** When the provider's own session ends, where it says so: no service is let in on it after that (SAML core §2.7.2). */
  sessionNotOnOrAfter: string | null
  /** Providers behind the provider (SAML core §2.7.2.2 AuthenticatingAuthority). */
  authorities: readonly string[]
  /** Attributes under SEB's own names. Never the CPR number: that is `cprSealed`. */
  attributes: Readonly<Partial<Record<AttributeName, readonly string[]>>>
  /** Privileges that the provider itself sent; the pipeline drops them unless it is trusted for them. */
  privileges: readonly PrivilegeGroup[]
  cprSealed: string | null
  cprHash: string | null
  /** By the other pair of keys, while keys are changed. */
  cprOtherHash?: string | null
}

/** What `complete` hands over: the CPR number is still in clear and is sealed before anything is stored. */
export type VerifiedAuthentication = Omit<Authentication, 'cprSealed' | 'cprHash' | 'cprOtherHash'> & {
  cpr: string | null
}

/** Why an identity provider did not authenticate: its own status, reduced to what matters to the person. */
export type UpstreamRefusal =
  | 'cancelled'
  | 'level-too-low'
  | 'no-passive'
  | 'provider-down'
  | 'answer-wrong'
  | 'wrong-log-in-kind'

export type Answer =
  | {
      outcome: 'authenticated'
      authentication: VerifiedAuthentication
      /** What may be used once, and until when it must be remembered. */
      once: { issuer: string; messageIds: readonly string[]; until: Date }
    }
  | { outcome: 'refused'; why: UpstreamRefusal; detail: string }
