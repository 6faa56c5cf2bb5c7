/** Dates and times as people in Denmark read them, always in Danish time: `23. nov. 2026`, `kl. 13.42`. */
import type { Language } from './languages.ts'

const timeZone = 'Europe/Copenhagen'

const dates = {
  da: new Intl.DateTimeFormat('da-DK', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }),
}
const times = {
  da: new Intl.DateTimeFormat('da-DK', { timeZone, hour: 'numeric', minute: '2-digit' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
}

/** `23. nov. 2026` or `23 Nov 2026`. */
export function formatDate(date: Date, language: Language): string {
  return dates[language].format(date)
}

/** `kl. 13.42` or `13:42`. */
export function formatTime(date: Date, language: Language): string {
  const time = times[language].format(date)
  return language === 'da' ? `kl. ${time}` : time
}

/** `23. nov. 2026 kl. 13.42` or `23 Nov 2026, 13:42`. */
export function formatDateTime(date: Date, language: Language): string {
  const separator = language === 'da' ? ' ' : ', '
  return `${formatDate(date, language)}${separator}${formatTime(date, language)}`
}

/** `Anna`, `Anna og Bo`, `Anna, Bo og Carl`. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'da' ? 'da-DK' : 'en-GB', { type: 'conjunction' }).format(items)
}

/** A reference in two groups of four, so that it can be read aloud: `4F7K 92QD`. */
export function formatReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ')
}

/** `Læge`, `Læge eller Sygeplejerske`. */
export function formatAlternatives(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'da' ? 'da-DK' : 'en-GB', { type: 'disjunction' }).format(items)
}

const weekdays = {
  da: new Intl.DateTimeFormat('da-DK', { timeZone, weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }),
}

/** `kl. 15.00` today, `torsdag kl. 9.00` within a week, else with the date too. */
export function formatDayAndTime(date: Date, now: Date, language: Language): string {
  const time = formatTime(date, language)
  if (formatDate(date, language) === formatDate(now, language)) return time
  const weekday = weekdays[language].format(date)
  const soon = Math.abs(date.getTime() - now.getTime()) < 6 * 86_400_000
  return soon ? `${weekday} ${time}` : `${weekday} ${formatDateTime(date, language)}`
}

/** A name or a sentence as it stands first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "2 timer", "1 hour": whole hours of a length in minutes. */
export function formatHourCount(minutes: number, language: Language): string {
  return formatLength(minutes / 60, 'hour', language)
}

/** "1 dag", "2 days" */
export function formatDayCount(days: number, language: Language): string {
  return formatLength(days, 'day', language)
}

function formatLength(count: number, unit: 'hour' | 'day', language: Language): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
