/** Reckoning in Danish working days: Monday to Friday without the public holidays. What begins on another day begins on the next. */
import { dayAfter, weekdayOf } from './calendar-day.ts'
import { holidayOn } from './danish-holidays.ts'
import { readBeginning, readEnd, writeDay } from './danish-time.ts'

/** The moment by which so many working days have passed, at the same time of the day. */
export function afterWorkingDays(from: Date, days: number): Date {
  const day = writeDay(from)
  if (!isWorkingDay(day)) return beginningOf(step(step(day, 1, 1), 1, days))
  return sameTime(from, day, step(day, 1, days))
}

/** The last moment from which so many working days have passed: what began then or before has waited that long. */
export function beforeWorkingDays(now: Date, days: number): Date {
  const day = writeDay(now)
  if (!isWorkingDay(day)) return endOf(step(step(day, -1, 1), -1, days))
  return sameTime(now, day, step(day, -1, days))
}

function isWorkingDay(day: string): boolean {
  return weekdayOf(day) < 5 && !holidayOn(day)
}

/** So many working days further in that direction. */
function step(from: string, direction: 1 | -1, days: number): string {
  let day = from
  for (let left = days; left > 0; ) {
    day = dayAfter(day, direction)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** A day with a change of the clock is an hour shorter or longer; the moment stays within its day. */
function sameTime(moment: Date, day: string, other: string): Date {
  const at = beginningOf(other).getTime() + moment.getTime() - beginningOf(day).getTime()
  return new Date(Math.min(at, endOf(other).getTime()))
}

const beginningOf = (day: string) => readBeginning(day) ?? new Date(day)
const endOf = (day: string) => new Date((readEnd(day) ?? new Date(day)).getTime() - 1)
