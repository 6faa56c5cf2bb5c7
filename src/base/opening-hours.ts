/** When somebody answers: hours by weekday in Danish time, and the days without. */
import { dayAfter, weekdayOf } from './calendar-day.ts'
import { holidayOn } from './danish-holidays.ts'
import { readMoment, writeDay } from './danish-time.ts'

/** From and until on a Danish clock (`09:00`, `15:00`). */
export type Hours = { readonly from: string; readonly until: string }

/** Seven entries, Monday first; null on a day without hours. */
export type WeekHours = readonly (Hours | null)[]

/** What the hours are besides the public holidays: `12-24` is closed each year. */
export type Opening = { readonly week: WeekHours; readonly closedDays: readonly string[] }

export type OpenOrNot =
  | { readonly open: true; readonly until: Date }
  /** `next` is null where it never opens. */
  | { readonly open: false; readonly next: Date | null }

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const entryPattern = /^([a-z]{3})(?:-([a-z]{3}))? ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/
/** The longest run of days without hours that is looked past: Christmas to New Year and more. */
const furthestDays = 30

/** Reads `mon-thu 08:00-16:00, fri 08:00-15:30`; null when it does not read so, or a day ends before it begins. */
export function readWeekHours(text: string): WeekHours | null {
  const week: (Hours | null)[] = weekdays.map(() => null)
  for (const entry of text.split(',')) {
    const [, first = '', last = first, fromHour, fromMinute, untilHour, untilMinute] =
      entryPattern.exec(entry.trim()) ?? []
    const [begin, end] = [weekdays.indexOf(first), weekdays.indexOf(last)]
    const hours = { from: `${fromHour}:${fromMinute}`, until: `${untilHour}:${untilMinute}` }
    if (begin < 0 || end < begin || hours.from >= hours.until) return null
    for (let day = begin; day <= end; day += 1) week[day] = hours
  }
  return week
}

/** Whether it is open at an instant; until when, or when next. */
export function openingAt(opening: Opening, now: Date): OpenOrNot {
  const today = writeDay(now)
  for (let days = 0; days <= furthestDays; days += 1) {
    const hours = hoursOn(opening, dayAfter(today, days))
    if (!hours || hours.until <= now) continue
    return hours.from <= now ? { open: true, until: hours.until } : { open: false, next: hours.from }
  }
  return { open: false, next: null }
}

const minute = 60_000
/** No aim is further away; where it never opens, time is counted by the clock. */
const mostDays = 400

/** The moment by which it has been open for so many minutes. */
export function openMinutesAfter(opening: Opening, from: Date, minutes: number): Date {
  let left = minutes * minute
  for (let days = 0; days <= mostDays; days += 1) {
    const hours = hoursOn(opening, dayAfter(writeDay(from), days))
    if (!hours || hours.until <= from) continue
    const begin = Math.max(hours.from.getTime(), from.getTime())
    if (begin + left <= hours.until.getTime()) return new Date(begin + left)
    left -= hours.until.getTime() - begin
  }
  return new Date(from.getTime() + minutes * minute)
}

/** How many whole minutes it is open from one moment to another. */
export function minutesOpenBetween(opening: Opening, from: Date, until: Date): number {
  let open = 0
  const last = writeDay(until)
  for (let days = 0; days <= mostDays; days += 1) {
    const day = dayAfter(writeDay(from), days)
    if (day > last) break
    const hours = hoursOn(opening, day)
    if (!hours) continue
    const begin = Math.max(hours.from.getTime(), from.getTime())
    open += Math.max(0, Math.min(hours.until.getTime(), until.getTime()) - begin)
  }
  return Math.ceil(open / minute)
}

function hoursOn({ week, closedDays }: Opening, day: string): { from: Date; until: Date } | null {
  const hours = week[weekdayOf(day)]
  if (!hours || holidayOn(day) || closedDays.includes(day.slice(5))) return null
  const [from, until] = [readMoment(day, hours.from), readMoment(day, hours.until)]
  return from && until ? { from, until } : null
}
