/** Every way a sign-in can end without a log-in. Each has its own page text and its own status in each protocol. */
export const refusalReasons = [
  'unknown-organisation', // the organisation is not in SEB, or has closed
  'service-not-granted', // the organisation may not use this service
  'no-account', // the organisation does not know this person
  'account-not-active', // requested, suspended or ended
  'role-missing', // no role in this service
  'role-ended', // had a role, which has ended or been withdrawn
  'outside-hours', // an account or a role that holds at certain times of the week, and not now
  'level-too-low', // the log-in was weaker than the service demands
  'provider-not-activated', // this log-in cannot be used with this service
  'provider-down', // the identity provider could not answer
  'answer-wrong', // the identity provider's answer did not hold
  'organisation-not-allowed', // the provider may not speak for this organisation
  'wrong-log-in-kind', // private where professional is needed, or the other way round
  'cookie-lost', // the browser that came back is not the one that left
  'too-late', // the sign-in has expired
  'already-answered', // the service has had its answer
  'cancelled', // the person chose to stop
  'no-passive', // nothing may be shown, but something must be
] as const

export type RefusalReason = (typeof refusalReasons)[number]

export interface Refusal {
  reason: RefusalReason
  /** For audit and explanation; no personal data. */
  detail: string
}
