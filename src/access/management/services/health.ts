/** How a service is, in a few words: whether people can log in to it now, and for how long nobody has to do anything. */
import { soonDays } from '../../../services/metadata-reading.ts'
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import type { Language } from '../../../web/languages.ts'
import { servicesText } from './text.ts'

export interface Health {
  text: string
  /** Null where nothing needs to be done. */
  grave: 'bad' | 'warn' | null
}

/** The gravest first: there is room for one. */
export function healthOf(
  { enabled, problem, firstEnd }: { enabled: boolean; problem: string | null; firstEnd: Date | null },
  now: Date,
  language: Language,
): Health {
  const text = servicesText[language].healths
  if (!enabled) return { text: text.off, grave: null }
  if (!firstEnd) return { text: text.unreadable, grave: 'bad' }
  const date = formatDate(firstEnd, language)
  if (firstEnd <= now) return { text: fillText(text.over, { date }), grave: 'bad' }
  if (problem !== null) return { text: text.problem, grave: 'warn' }
  const days = (firstEnd.getTime() - now.getTime()) / 86_400_000
  return days < soonDays ? { text: fillText(text.soon, { date }), grave: 'warn' } : { text: text.fine, grave: null }
}
