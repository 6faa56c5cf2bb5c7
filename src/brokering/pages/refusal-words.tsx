/** Puts what is known of a refusal into the sentences of its reason. */
import type { Child } from 'hono/jsx'
import { fill } from '../../web/fill.ts'
import { capital, formatAlternatives, formatDate, formatDateTime, formatList } from '../../web/format.ts'
import { formatHours } from '../../web/format-weekly-hours.ts'
import { Phone } from '../../web/phone.tsx'
import type { Shell } from '../../web/shell.ts'
import type { RefusalReason } from '../refusal.ts'
import type { RefusalFacts } from './refused.page.tsx'
import type { ReasonText, SignInText } from './text.da.ts'
import { signInText } from './text.ts'

export type FilledReason = {
  readonly title: string
  readonly lead: Child
  readonly nextTitle: string
  readonly next: Child
}

/** The title, the sentence, and the next step of a refusal. */
export function refusalWords(
  shell: Shell,
  reason: RefusalReason,
  facts: RefusalFacts,
  asking: keyof SignInText['asking'] | null = null,
): FilledReason {
  const text = signInText[shell.language]
  const words = { ...reasonText(text, reason, facts), ...(asking && text.asking[asking]) }
  return fillReason(shell, words, {
    service: facts.service,
    organisation: facts.organisation ?? text.yourWorkplace,
    provider: facts.provider ?? text.yourLogIn,
    roles: <strong>{formatAlternatives(facts.roles, shell.language)}</strong>,
    level: text.levels[facts.neededLevel ?? 'Substantial'],
    administrators: administratorsOf(text, shell, facts),
  })
}

/** Fills the sentences; a name of a place with a capital gets the value with a capital: `{Service}`. */
export function fillReason(shell: Shell, words: ReasonText, values: Readonly<Record<string, Child>>): FilledReason {
  const all = {
    ...values,
    ...Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        capital(name),
        typeof value === 'string' ? capital(value) : value,
      ]),
    ),
    phone: <Phone number={shell.desk.phone} />,
    mail: <a href={`mailto:${shell.desk.mail}?subject=SEB`}>{shell.desk.mail}</a>,
  }
  return { ...words, lead: fill(words.lead, all), next: fill(words.next, all) }
}

/** Some reasons have several texts, by what is known. */
function reasonText({ reasons, variants }: SignInText, reason: RefusalReason, facts: RefusalFacts): ReasonText {
  switch (reason) {
    case 'role-missing':
      if (facts.roles.length === 0) return variants.someRoleMissing
      return facts.roles.length > 1 ? variants.oneOfRolesMissing : reasons[reason]
    case 'role-ended':
      return facts.roles.length === 0 ? variants.someRoleEnded : reasons[reason]
    case 'account-not-active':
      if (facts.accountStatus === 'suspended') return variants.accountSuspended
      return facts.accountStatus === 'requested' ? variants.accountRequested : reasons[reason]
    case 'wrong-log-in-kind':
      return facts.neededKind === 'person' ? variants.personNeeded : reasons[reason]
    default:
      return reasons[reason]
  }
}

const mostNames = 3

/** `Mette Højgaard Lind, Bo Friis og 2 andre brugeradministratorer`. */
function administratorsOf(
  { administrators: text }: SignInText,
  shell: Shell,
  { administrators }: RefusalFacts,
): string {
  const [only, ...more] = administrators
  if (!only) return text.unknown
  if (more.length === 0) return text.one.replace('{names}', only)
  if (administrators.length <= mostNames) return text.few.replace('{names}', formatList(administrators, shell.language))
  const named = administrators.slice(0, mostNames - 1)
  return formatList(
    [...named, text.others.replace('{count}', String(administrators.length - named.length))],
    shell.language,
  )
}

/** The role that ended, with its date where one is known. */
export function endedSentence(shell: Shell, reason: RefusalReason, endedAt: Date | null): string | null {
  if (reason !== 'role-ended' || !endedAt) return null
  return signInText[shell.language].ended.replace('{date}', formatDate(endedAt, shell.language))
}

/** The times of the week, and when they come next. */
export function hoursSentence(
  { language }: Shell,
  reason: RefusalReason,
  { hours, opensAt }: Pick<RefusalFacts, 'hours' | 'opensAt'>,
): string | null {
  if (reason !== 'outside-hours' || !hours) return null
  const text = signInText[language].hours
  const when = opensAt ? text.next.replace('{when}', formatDateTime(opensAt, language)) : text.never
  return `${text.are.replace('{hours}', formatHours(hours, language))} ${when}`
}
