/** A notice as a sentence, in a mail or in SEB. */
import { placesIn } from '../web/fill.ts'
import { formatDate, formatDateTime, formatList } from '../web/format.ts'
import type { Language } from '../web/languages.ts'
import type { FactType, NoticeKind } from './notice-kind.ts'

export interface InBoth {
  da: string
  en: string
}

export interface NamedRole extends InBoth {
  sensitive: boolean
}

/** The names that a notice has only ids of. */
export interface NoticeNames {
  organisation: string | null
  service: InBoth | null
  roles: readonly NamedRole[]
  /** Whom it is about. */
  person: string | null
}

export interface WordedNotice {
  subject: string
  body: string
  link: string
}

const someRoles = {
  da: (count: number) => (count === 1 ? 'en rolle' : `${count} roller`),
  en: (count: number) => (count === 1 ? 'a role' : `${count} roles`),
}

/** For a mail: no person, no text somebody wrote, and no role that is marked sensitive. */
export function wordedForMail(kind: NoticeKind, language: Language, facts: unknown, names: NoticeNames): WordedNotice {
  const { roles } = names
  const values = {
    ...commonValues(kind, language, facts, names, ['date', 'moment', 'number']),
    roles: roles.some(({ sensitive }) => sensitive) ? someRoles[language](roles.length) : listed(roles, language),
  }
  const { subject, mail, link } = kind.words[language]
  return { subject: filled(subject, values), body: filled(mail, values), link: filled(link, values) }
}

/** For the person themselves, logged in. */
export function wordedInSeb(kind: NoticeKind, language: Language, facts: unknown, names: NoticeNames): WordedNotice {
  const values = {
    ...commonValues(kind, language, facts, names, ['date', 'moment', 'number', 'text']),
    roles: listed(names.roles, language),
    person: names.person ?? '–',
  }
  const { subject, shown, link } = kind.words[language]
  return { subject: filled(subject, values), body: filled(shown, values), link: filled(link, values) }
}

function commonValues(
  kind: NoticeKind,
  language: Language,
  facts: unknown,
  { organisation, service }: NoticeNames,
  types: readonly string[],
): Record<string, string> {
  const given = Object.entries(facts as Record<string, string | number>)
    .filter(([name]) => types.includes(kind.facts[name] ?? ''))
    .map(([name, value]) => [name, inWords(kind.facts[name], value, language)])
  return { organisation: organisation ?? 'SEB', service: service?.[language] ?? '–', ...Object.fromEntries(given) }
}

function inWords(type: FactType | undefined, value: string | number, language: Language): string {
  if (type === 'date') return formatDate(new Date(value), language)
  return type === 'moment' ? formatDateTime(new Date(value), language) : String(value)
}

function listed(roles: readonly NamedRole[], language: Language): string {
  return formatList(
    roles.map((role) => role[language]),
    language,
  )
}

/** A kind's words may have come to ask for more than an old notice has: that is no reason to show nothing. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return placesIn(text).reduce((rest, place) => rest.replace(place, () => values[place.slice(1, -1)] ?? '–'), text)
}
