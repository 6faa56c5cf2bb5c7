/** What one party asks another when it wants somebody authenticated (SAML core §3.4.1), as far as SEB understands it. */
import type { AssuranceLevel } from '../../base/assurance.ts'
import type { LogInKind } from '../../brokering/authentication.ts'

export type AuthnRequest = {
  readonly id: string
  readonly issuer: string
  readonly issuedAt: Date
  /** Where and how the answer is wanted; see `choose-acs.ts`. */
  readonly replyTo: ReplyTo
  readonly forceAuthn: boolean
  readonly isPassive: boolean
  readonly context: RequestedContext
  readonly nameIdPolicy: NameIdPolicy | null
  readonly scoping: Scoping
  /** Which of its attribute lists the service means; null: the default one. */
  readonly attributeListIndex: number | null
}

/** By address, by number, or left to the service's default. */
export type ReplyTo = {
  readonly url: string | null
  readonly index: number | null
  readonly binding: string | null
}

export type RequestedContext = {
  /** The lowest level that will do. */
  readonly assurance: AssuranceLevel | null
  /** null: either */
  readonly logInKinds: readonly LogInKind[] | null
  /** References that say nothing of level or kind: `PasswordProtectedTransport` and the like, or a provider's own. */
  readonly others: readonly string[]
}

export type NameIdPolicy = {
  readonly format: string | null
  readonly spNameQualifier: string | null
  readonly allowCreate: boolean
}

export type Scoping = {
  /** How many more may be asked in turn: 0 forbids SEB to ask anybody. */
  readonly proxyCount: number | null
  /** Entity ids of the providers that will do; null: any. */
  readonly identityProviders: readonly string[] | null
  /** Who asked the one who asks. */
  readonly requesterIds: readonly string[]
}
