/** Whether people can log in with a provider now, and until when nobody has to do anything. */
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import type { Language } from '../../../web/languages.ts'
import type { ProviderSummary } from './provider-reader.ts'
import { providersText } from './text.ts'

export interface Health {
  text: string
  /** Null where nothing needs to be done. */
  grave: 'bad' | 'warn' | null
}

const soonMs = 60 * 86_400_000

/** The gravest first: there is room for one. What is switched off is looked after by nobody. */
export function healthOf(
  { enabled, problem, summary }: { enabled: boolean; problem: string | null; summary: ProviderSummary | null },
  now: Date,
  language: Language,
): Health {
  const text = providersText[language]
  if (!enabled) return { text: text.off, grave: null }
  const end = summary && firstEnd(summary)
  if (!end) return { text: text.healthUnreadable, grave: 'bad' }
  const date = formatDate(end, language)
  if (end <= now) return { text: fillText(text.healthOver, { date }), grave: 'bad' }
  if (problem !== null) return { text: text.healthProblem, grave: 'warn' }
  return end.getTime() - now.getTime() < soonMs
    ? { text: fillText(text.healthSoon, { date }), grave: 'warn' }
    : { text: fillText(text.healthFine, { date }), grave: null }
}

/** A key that takes over has a later end, so the last of those that can sign counts. */
function firstEnd({ keys, validUntil }: ProviderSummary): Date | null {
  const signing = keys.filter(({ use }) => use !== 'encryption').map((key) => key.validUntil.getTime())
  const last = Math.max(...signing, Number.NEGATIVE_INFINITY)
  if (!Number.isFinite(last)) return null
  return new Date(Math.min(last, validUntil?.getTime() ?? Number.POSITIVE_INFINITY))
}
