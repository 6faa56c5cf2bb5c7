/** Hours of the week in words: `mandag–fredag kl. 15–23`. */
import type { WeeklyHours } from '../base/weekly-hours.ts'
import { fillText } from './fill.ts'
import { formatList } from './format.ts'
import type { Language } from './languages.ts'

const words = {
  da: {
    hours: '{days} kl. {from}–{until}',
    allDay: '{days} hele dagen',
    overnight: '{day} kl. {from} til {next} kl. {until}',
    afterMidnight: '{hours} næste dag',
  },
  en: {
    hours: '{days} {from}–{until}',
    allDay: '{days} all day',
    overnight: '{day} {from} to {next} {until}',
    afterMidnight: '{hours} the day after',
  },
}

export function formatHours(hours: readonly WeeklyHours[], language: Language): string {
  return formatList(
    hours.map((one) => formatSpan(one, language)),
    language,
  )
}

function formatSpan({ days, from, until }: WeeklyHours, language: Language): string {
  const text = words[language]
  const named = formatDays(days, language)
  if (from === until && from === '00:00') return text.allDay.replace('{days}', named)
  const [day, ...more] = new Set(days)
  if (until <= from && until !== '00:00' && day !== undefined && more.length === 0)
    return fillText(text.overnight, {
      day: named,
      from: time(from, language),
      next: weekdayName((day % 7) + 1, language),
      until: time(until, language),
    })
  const times = text.hours
    .replace('{days}', named)
    .replace('{from}', time(from, language))
    .replace('{until}', until === '00:00' ? '24' : time(until, language))
  return until <= from && until !== '00:00' ? text.afterMidnight.replace('{hours}', times) : times
}

/** `15` for a whole hour in Danish, as people write it. */
function time(text: string, language: Language): string {
  if (language === 'en') return text
  const [hours = '', minutes = ''] = text.split(':')
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}.${minutes}`
}

/** Three or more in a row as one: `mandag–fredag`. */
function formatDays(days: readonly number[], language: Language): string {
  const runs: number[][] = []
  for (const day of [...new Set(days)].sort()) {
    const run = runs.at(-1)
    if (run && run.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined) => weekdayName(day ?? 1, language)
  const parts = runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map(name)))
  return formatList(parts, language)
}

/** 1 is Monday. */
export function weekdayName(day: number, language: Language): string {
  const named = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return named.format(new Date(Date.UTC(2024, 0, day)))
}
