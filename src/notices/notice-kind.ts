/**
 * The kinds of things people are told. Each room says its own: who is told, what it is about, which facts it takes, and its words in
 * both languages. The compiler asks for every one of them.
 */
import type { Language } from '../web/languages.ts'
import type { Audience, TopicOf } from './topics.ts'

/** What a notice says beyond names: a moment is a date with its time. A text is somebody's own words, and stands in no mail. */
export type FactType = 'date' | 'moment' | 'number' | 'text'

export type FactTypes = Readonly<Record<string, FactType>>

export type FactsOf<Facts extends FactTypes> = {
  readonly [Name in keyof Facts]: Facts[Name] extends 'date' | 'moment'
    ? Date
    : Facts[Name] extends 'number'
      ? number
      : string
}

/**
 * Places: `{organisation}`, `{service}` and the facts that are dates, moments or numbers everywhere; `{roles}` in `mail` and `shown`, where a
 * mail names no role that is marked sensitive; `{person}`, whom it is about, and texts in `shown` only.
 */
export interface NoticeWords {
  /** The subject of the mail and the heading in SEB. */
  readonly subject: string
  /** What the mail says. The rest is behind its link. */
  readonly mail: string
  /** What SEB shows whoever is logged in. */
  readonly shown: string
  /** What the link leads to, as a verb: "Se din adgang". */
  readonly link: string
}

type Traits = {
  readonly [A in Audience]: {
    readonly audience: A
    readonly topic: TopicOf<A>
    /** Mailed at once whatever anybody has chosen: what must be seen. */
    readonly mandatory?: boolean
    readonly facts?: FactTypes
  }
}[Audience]

type FactsIn<T extends Traits> = T extends { readonly facts: infer Facts extends FactTypes }
  ? Facts
  : Record<never, never>

export interface NoticeKind<Facts extends FactTypes = FactTypes> {
  readonly name: string
  readonly audience: Audience
  readonly topic: string
  readonly mandatory: boolean
  readonly facts: Facts
  readonly words: Readonly<Record<Language, NoticeWords>>
}

/** Every kind that is told of, by name: for showing what was told. */
export type NoticeBook = Readonly<Record<string, NoticeKind>>

export function noticeKinds<const Kinds extends Readonly<Record<string, Traits>>>(
  kinds: Kinds,
  words: Readonly<Record<Language, { readonly [Name in keyof Kinds]: NoticeWords }>>,
): { readonly [Name in keyof Kinds]: NoticeKind<FactsIn<Kinds[Name]>> } {
  const entries = Object.entries(kinds).map(([name, { audience, topic, mandatory = false, facts = {} }]) => [
    name,
    { name, audience, topic, mandatory, facts, words: { da: words.da[name], en: words.en[name] } },
  ])
  return Object.fromEntries(entries)
}

export type Addressees =
  /** Persons, told as what the kind says. */
  | { toPersonIds: readonly string[] }
  /** Whoever has the accounts. */
  | { toAccountIds: readonly string[] }
  /** Those who may administer the unit and the service, chief administrators among them. */
  | { toAdministratorsOf: { organisationId: string; unitId?: string | null; serviceId?: string; chiefsOnly?: boolean } }
  | { toOwnersOfService: string }
  | { toStaff: 'system-management' | 'service-desk' }

export type About = Addressees & {
  /** The organisation it happened in; null: none. */
  organisationId: string | null
  /** Whose account it is about. */
  subjectAccountId?: string
  serviceId?: string
  roleIds?: readonly string[]
  /** Where it is acted on. Null: there is nowhere for them to go. */
  path: string | null
  /** Whoever did it is not told of it. */
  exceptPersonId?: string
  /** Names a fact that each is told of once, however often it is found. */
  once?: string
}

export type Notice = About & { readonly kind: NoticeKind; readonly facts: FactsOf<FactTypes> }

/** One thing to tell, with the facts that its kind asks for. */
export function notice<Facts extends FactTypes>(
  kind: NoticeKind<Facts>,
  about: About & (keyof Facts extends never ? { facts?: undefined } : { facts: FactsOf<Facts> }),
): Notice {
  return { ...about, kind, facts: about.facts ?? {} }
}
