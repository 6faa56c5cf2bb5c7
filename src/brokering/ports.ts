/**
 * The two ports of a sign-in. A protocol translates and verifies; it neither decides nor touches HTTP. A new protocol is a
 * folder under protocols/ and one line in app.ts.
 */

import type { AssuranceLevel } from '../base/assurance.ts'
import type { IdentityProvider } from '../organisations/identity-provider.ts'
import type { IssuedName } from '../people/sessions.store.ts'
import type { AttributeName } from '../services/attribute.ts'
import type { Service } from '../services/service.ts'
import type { Claims, ReleasedClaims } from './attributes/claims.ts'
import type { Answer, LogInKind, Subject } from './authentication.ts'
import type { Refusal } from './refusal.ts'
import type { SignIn } from './sign-in.ts'

/** What the browser is to be told. A `post` becomes a page with a visible button (SAML bindings §3.5). */
export type Outbound =
  | { kind: 'redirect'; url: URL }
  | { kind: 'post'; url: URL; fields: Readonly<Record<string, string>> }

/** A message on its way; the answer will name its id (InResponseTo). */
export interface SentMessage {
  messageId: string
  outbound: Outbound
}

/** What an answer to a log-out request must point back to. */
export interface AskedLogOut {
  messageId: string
  relayState: string | null
}

/** What SEB asks of an identity provider. */
export interface UpstreamQuestion {
  /** The service that wants to know, told on as RequesterID where the provider is set to hear it. */
  requesterIds: readonly string[]
  logInKind: LogInKind
  assurance: AssuranceLevel
  forceAuthn: boolean
  isPassive: boolean
}

/** How an identity provider's answer is verified: called with the provider and the request that the answer claims to answer. */
export type VerifyAnswer = (
  identityProvider: IdentityProvider,
  question: { messageId: string; logInKind: LogInKind },
) => Answer

export interface UpstreamProtocol {
  /** The message to send; its id finds the sign-in again when the answer comes (InResponseTo). */
  begin(identityProvider: IdentityProvider, question: UpstreamQuestion): SentMessage
  /** Null where the provider takes no log-out. */
  logOut(identityProvider: IdentityProvider, who: { subject: Subject; sessionIndex: string | null }): SentMessage | null
  /** Null where the provider takes no answer. */
  answerLogOut(identityProvider: IdentityProvider, asked: AskedLogOut, complete: boolean): Outbound | null
}

/** What an answer would say of a person, under the names that the protocol has for it. */
export interface PreviewedAnswer {
  attributes: readonly { name: string; values: readonly string[] }[]
  /** The list of privileges as it is sent, base64; null when there is nothing to tell of. */
  privileges: string | null
}

export interface ServiceProtocol {
  /** A successful answer. `sessionIndex` names this service's part of the session, for log-out. */
  respond(
    service: Service,
    signIn: SignIn,
    claims: ReleasedClaims,
    sessionIndex: string,
  ): { outbound: Outbound; name: IssuedName }
  /** The same attributes as `respond` would send, without a message: for simulating a log-in. */
  preview(service: Service, claims: Claims): PreviewedAnswer
  /** What the service asks to be told when its request does not say; null: all that is agreed. */
  usuallyAsks(service: Service): readonly AttributeName[] | null
  /** An answer that says no, in the protocol's own words. */
  refuse(service: Service, signIn: SignIn, why: Refusal): Outbound
  /** Null where the service takes no log-out. */
  logOut(service: Service, who: { name: IssuedName; sessionIndex: string }): SentMessage | null
  /** Null where the service takes no answer. */
  answerLogOut(service: Service, asked: AskedLogOut, complete: boolean): Outbound | null
}
