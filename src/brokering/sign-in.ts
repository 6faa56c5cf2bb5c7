/** One sign-in, from a service's request to the answer: the stored record that every step reads and writes. */
import type { AssuranceLevel } from '../base/assurance.ts'
import type { AttributeName } from '../services/attribute.ts'
import type { Authentication, LogInKind } from './authentication.ts'
import type { RefusalReason } from './refusal.ts'

/** How a service talks to SEB; `seb` is SEB's own pages. */
export type ServiceProtocolName = 'saml' | 'seb'

/** What a service asked for, whatever protocol it asked in. */
export interface SignInRequest {
  protocol: ServiceProtocolName
  /** The service's own name for the request: the answer points back to it. */
  messageId: string
  /** Where the answer goes; already checked against what the service registered. */
  replyTo: string
  relayState: string | null
  /** A fresh proof of presence is wanted: no session may answer. */
  forceAuthn: boolean
  /** Nothing may be shown to the person. */
  isPassive: boolean
  assurance: AssuranceLevel | null
  logInKinds: readonly LogInKind[] | null
  /** Entity ids the service will accept an authentication from; null: any that is activated. */
  identityProviders: readonly string[] | null
  /** What the service asks to be told in this request; null: it does not say. */
  attributes: readonly AttributeName[] | null
  /** The chain of those who asked before (SAML core §3.4.1.2 RequesterID). */
  requesterIds: readonly string[]
}

export interface SignIn {
  id: string
  /** Read out on the phone; finds the audit events. */
  reference: string
  version: number
  serviceId: string
  request: SignInRequest
  browserHash: string | null
  identityProviderId: string | null
  logInKind: LogInKind | null
  upstreamMessageId: string | null
  authentication: Authentication | null
  /** While it is set the answer is only for who shows the ticket; see carried-answer.ts. */
  answerTicketHash: string | null
  sessionId: string | null
  accountId: string | null
  refusal: RefusalReason | null
  createdAt: Date
  expiresAt: Date
  answeredAt: Date | null
}
