/** A made-up person: what the identity providers know of them, what SEB knows, and what will happen when they log in. */
import type { AssuranceLevel } from '../../src/base/assurance.ts'
import type { LogInKind } from '../../src/brokering/authentication.ts'
import type { RefusalReason } from '../../src/brokering/refusal.ts'
import type { ProviderKey } from '../data/providers.ts'
import type { ServiceKey } from '../data/services.ts'
import type { Texts } from '../texts.ts'

/** One way a person can log in at one identity provider: a row on its page. */
export interface PersonaLogIn {
  provider: ProviderKey
  kind: LogInKind
  /** What this log-in reaches. */
  assurance: AssuranceLevel
  /** The organisation it is for; none for a private log-in. */
  cvr?: string
  /** The NameID, to the letter. */
  subject: string
  professionalUuid?: string
  rid?: string
}

export interface PersonaAccount {
  cvr: string
  key: string
  unit: string | null
  professionalUuid?: string
  rid?: string
  status?: 'active' | 'suspended'
  administrator?: { level: 'chief' } | { level: 'administrator'; units?: readonly string[] }
  assignments: readonly PersonaAssignment[]
}

export interface PersonaAssignment {
  service: ServiceKey
  role: string
  scopes?: Readonly<Record<string, readonly string[]>>
  /** The last day it held. */
  until?: string
  reason: string
}

export type StoryEnd =
  | { kind: 'arrives'; roles: readonly string[] }
  /** Asked on whose behalf; the first is the one the story goes on with. */
  | { kind: 'chooses'; organisations: readonly string[]; roles: readonly string[] }
  | { kind: 'refused'; reason: RefusalReason }

/** What a newcomer can try with the person: each is a promise that a test keeps. */
export interface Story {
  service: ServiceKey
  provider: ProviderKey
  kind: LogInKind
  ends: StoryEnd
  /** What will happen, in one or two sentences. */
  promise: Texts
}

export interface Persona {
  key: string
  firstName: string
  lastName: string
  title: Texts
  /** A replacement number: 60 is added to the day, so it is nobody's. */
  cpr: string
  authorisation?: { code: string; educationCode: string; educationType: string }
  logIns: readonly PersonaLogIn[]
  /** Null: SEB has never heard of the person. */
  accounts: readonly PersonaAccount[] | null
  /** What the person does for SEB itself. */
  staff?: readonly (
    | { capacity: 'system-management' | 'service-desk' }
    | { capacity: 'auditor'; cvr?: string }
    | { capacity: 'service-owner'; service: ServiceKey }
  )[]
  /** How the person gets to SEB's own administration, and what they may do there. */
  administration?: { way: Pick<Story, 'provider' | 'kind'>; promise: Texts }
  /** The first is the one the list of people shows. */
  stories: readonly [Story, ...Story[]]
}

export function fullName({ firstName, lastName }: Persona): string {
  return `${firstName} ${lastName}`
}

/** Made-up addresses end in `.example`, which nobody can own (RFC 2606). */
export function mailOf({ key }: Persona): string {
  return `${key}@seb-demo.example`
}

/** A UUID for the number of a person and of one of their roles in life. */
export function uuidOf(person: number, part: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return `5eb0de30-${hex(person, 4)}-4000-8000-${hex(part, 12)}`
}

export const professionalSubject = (uuid: string) => `https://data.gov.dk/model/core/eid/professional/uuid/${uuid}`
export const personSubject = (uuid: string) => `https://data.gov.dk/model/core/eid/person/uuid/${uuid}`
