/** Opening hours as people say them: `hverdage kl. 9–15`, `mandag–torsdag kl. 8–16, fredag kl. 8–15.30`. */
import type { Hours, WeekHours } from '../base/opening-hours.ts'
import { fillText } from './fill.ts'
import { formatList } from './format.ts'
import type { Language } from './languages.ts'
import { webText } from './text.ts'

const names = {
  da: new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }),
}
const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

type Run = { first: number; last: number; hours: Hours }

export function formatWeekHours(week: WeekHours, language: Language): string {
  const text = webText[language].hours
  const runs = runsOf(week)
  if (runs.length === 0) return text.never
  return formatList(
    runs.map(({ first, last, hours }) =>
      fillText(text.run, {
        days: first === 0 && last === 4 ? text.weekdays : dayNames(first, last, language),
        from: clock(hours.from, language),
        until: clock(hours.until, language),
      }),
    ),
    language,
  )
}

/** `mandag`, `mandag–torsdag`. */
function dayNames(first: number, last: number, language: Language): string {
  return (first === last ? [first] : [first, last]).map((day) => names[language].format(monday + day * dayMs)).join('–')
}

/** Neighbouring days with the same hours are one run. */
function runsOf(week: WeekHours): Run[] {
  const runs: Run[] = []
  for (const [day, hours] of week.entries()) {
    const previous = runs.at(-1)
    if (!hours) continue
    if (previous?.last === day - 1 && previous.hours.from === hours.from && previous.hours.until === hours.until)
      previous.last = day
    else runs.push({ first: day, last: day, hours })
  }
  return runs
}

/** `9`, `15.30` in Danish, `15:30` in English. */
function clock(time: string, language: Language): string {
  const [hour = '', minute = ''] = time.split(':')
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}${language === 'da' ? '.' : ':'}${minute}`
}
