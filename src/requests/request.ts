/** A request for access (anmodning): what somebody wants, for whom, and how far it has come. */
import type { WeeklyHours } from '../base/weekly-hours.ts'
import type { RequestState } from './request-state.ts'

/** A new account with or without a role, a role on top of what one has, or a role that is no longer wanted. */
export const requestKinds = ['new-account', 'more-access', 'less-access'] as const

export type RequestKind = (typeof requestKinds)[number]

export interface AccessRequest {
  id: string
  reference: string
  organisationId: string
  kind: RequestKind
  /** As it stands in the row; `stateNow` says what it is by now. */
  state: RequestState
  version: number
  /** Null in a draft of somebody SEB does not know yet. */
  askedBy: string | null
  /** Whom it is for. */
  personId: string | null
  accountId: string | null
  batchId: string | null
  /** A draft of an administrator: the employees it is for. */
  forAccountIds: readonly string[] | null
  unitId: string | null
  serviceId: string | null
  roleId: string | null
  /** role scope key → values */
  scopes: Record<string, string[]>
  validFrom: Date | null
  validUntil: Date | null
  /** The only hours of the week that it is to hold in; null: always. */
  hours: readonly WeeklyHours[] | null
  reason: string
  email: string | null
  losingAssignmentId: string | null
  givenAssignmentId: string | null
  refusalReference: string | null
  firstApprovedBy: string | null
  decidedBy: string | null
  decidedAt: Date | null
  createdAt: Date
  updatedAt: Date
  submittedAt: Date | null
  expiresAt: Date
}

export interface RequestStep {
  position: number
  at: Date
  step: RequestStepKind
  byPerson: string | null
  words: string
  details: Record<string, unknown>
}

/** What a step is called where it is kept. */
export type RequestStepKind =
  | 'submitted'
  | 'returned'
  | 'answered'
  | 'first-approved'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'expired'
