/**
 * The port to "what would the next log-in send?". Log-in is a later room than this one, so whoever can answer is passed in
 * (brokering/simulate-sign-in.ts), and it answers with the very code that a log-in runs.
 */
import type { Child } from 'hono/jsx'
import type { AssuranceLevel } from '../../../base/assurance.ts'
import type { AccountAtTheDoor } from '../../../people/account.ts'
import type { AttributeName } from '../../../services/attribute.ts'
import type { Language } from '../../../web/languages.ts'
import type { Shell } from '../../../web/shell.ts'
import type { DecidedRole, DoorFacts } from '../../roles/effective-roles.ts'
import type { AssignmentAtTheDoor } from '../../roles/role-at-the-door.ts'

/** A log-in that may be used: an identity provider that speaks for the organisation, and on whose behalf. */
export interface SimulatedWay {
  identityProviderId: string
  kind: 'professional' | 'person'
  name: Readonly<Record<Language, string>>
  /** The most that it may state. */
  highestAssurance: AssuranceLevel
}

export interface SimulationQuestion {
  account: AccountAtTheDoor
  /** By name, as SEB knows it. */
  person: string
  serviceId: string
  way: Pick<SimulatedWay, 'identityProviderId' | 'kind'>
  /** What the log-in would state. */
  assurance: AssuranceLevel
  at: Date
  /** What would be given; nothing of it is kept. */
  given: readonly AssignmentAtTheDoor[]
}

/** Where a value comes from. */
export type ValueSource = 'log-in' | 'account' | 'organisation' | 'unit' | 'authorisations' | 'roles'

export interface SimulatedAttribute {
  name: AttributeName
  /** Null: sent, but only the log-in itself says what, or it is not for administrators to see. */
  values: readonly string[] | null
  source: ValueSource
}

export interface Simulation {
  /** Null: let in. The words are those that the refused person reads. */
  refused: { title: string; lead: Child; nextTitle: string; next: Child } | null
  /** Whether SEB would know who it is: it has seen this log-in before, expects it, or has no way to tell. */
  recognised: 'seen' | 'expected' | 'unknown'
  /** What is sent onwards, and what it is the lowest of. */
  assurance: { sent: AssuranceLevel; stated: AssuranceLevel; provider: AssuranceLevel; seb: AssuranceLevel }
  /** Every role in the service, those given among them. */
  roles: readonly DecidedRole[]
  /** What they were decided by; null where the log-in is not known as this account. */
  facts: DoorFacts | null
  attributes: readonly SimulatedAttribute[]
  notSent: readonly { name: AttributeName; why: 'not-agreed' | 'not-asked' }[]
  /** The attributes under the names of the service's protocol. */
  written: readonly { name: string; values: readonly string[] | null }[]
  /** The list as it is sent, and what it says. */
  privileges: { base64: string; xml: string } | null
  /** The identity provider is trusted for privileges of its own, and has not been seen to send any yet. */
  mayAddPrivileges: boolean
}

export interface Simulator {
  /** By name. Only those that may speak for the organisation. */
  ways(serviceId: string, cvr: string): Promise<SimulatedWay[]>
  /** Null where there is no such service or log-in. */
  simulate(question: SimulationQuestion, shell: Shell): Promise<Simulation | null>
}
