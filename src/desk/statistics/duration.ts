/** How long something took, as a person says it: minutes, then hours, then days. */
import { fillText } from '../../web/fill.ts'
import type { Language } from '../../web/languages.ts'
import { statisticsText } from './text.ts'

const hour = 60
const day = 24 * hour

export function durationIn(minutes: number | null, language: Language): string {
  const { time } = statisticsText[language]
  if (minutes === null) return time.none
  if (minutes < hour) return fillText(time.minutes, { count: Math.round(minutes) })
  const digits = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  if (minutes < 2 * day) return fillText(time.hours, { count: digits.format(minutes / hour) })
  return fillText(time.days, { count: digits.format(minutes / day) })
}
