/** The hours of the week that something holds in, in a sentence; and when it holds the next time, if it does not now. */
import { holdsAt, nextBeginning, type WeeklyHours } from '../../base/weekly-hours.ts'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import { formatHours } from '../../web/format-weekly-hours.ts'
import type { Language } from '../../web/languages.ts'
import { explainText } from './text.ts'

export function hoursInWords(hours: readonly WeeklyHours[], now: Date, language: Language): string {
  const text = explainText[language]
  const only = fillText(text.onlyIn, { hours: formatHours(hours, language) })
  const next = holdsAt(hours, now) ? null : nextBeginning(hours, now)
  return next ? `${only}. ${fillText(text.next, { when: formatDateTime(next, language) })}.` : `${only}.`
}
