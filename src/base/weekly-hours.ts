/** Hours of the week that something holds in, by clocks in Denmark: a shift, a locum's Mondays. */
import { minuteOfWeek } from './danish-time.ts'

/** From and until as `15:00`. An end that is not after its beginning is on the day after; the same as it is a whole day. */
export interface WeeklyHours {
  /** 1 is Monday. */
  days: readonly number[]
  from: string
  until: string
}

const minutesOfWeek = 7 * 24 * 60

/** When a week of clock time has it begin and end, in minutes since Monday at midnight. The end of a Sunday may lie after the week. */
export function spansOf(hours: readonly WeeklyHours[]): { from: number; until: number }[] {
  return hours.flatMap(({ days, from, until }) => {
    const [begins, ends] = [minutesOf(from), minutesOf(until)]
    const length = ends > begins ? ends - begins : ends - begins + 24 * 60
    return days.map((day) => {
      const at = (day - 1) * 24 * 60 + begins
      return { from: at, until: at + length }
    })
  })
}

/** Whether a minute of the week is among them. */
export function holdsAtMinute(hours: readonly WeeklyHours[], minute: number): boolean {
  return spansOf(hours).some(
    ({ from, until }) =>
      (from <= minute && minute < until) || (from <= minute + minutesOfWeek && minute + minutesOfWeek < until),
  )
}

/**
 * Whether it holds now; without hours always. An hour that the clock skips never comes, and one that it repeats comes twice:
 * people go by the clock on the wall.
 */
export function holdsAt(hours: readonly WeeklyHours[] | null | undefined, now: Date): boolean {
  return !hours || holdsAtMinute(hours, minuteOfWeek(now))
}

const minute = 60_000
const day = 24 * 60 * minute

/** When it holds the next time, if it does not now; null where it never does. */
export function nextBeginning(hours: readonly WeeklyHours[], now: Date): Date | null {
  return nextMomentInAll([hours], now)
}

/** The same of several that must all hold, such as those of a role and of the account that has it. Null among them: always. */
export function nextMomentInAll(all: readonly (readonly WeeklyHours[] | null)[], now: Date): Date | null {
  return turningPoints(all, now).find((at) => all.every((hours) => holdsAt(hours, at))) ?? null
}

/** When it stops holding, if it does now; null where it does not, or holds always. */
export function nextEnd(hours: readonly WeeklyHours[] | null | undefined, now: Date): Date | null {
  if (!hours || !holdsAt(hours, now)) return null
  return turningPoints([hours], now).find((at) => !holdsAt(hours, at)) ?? null
}

/** Where hours can begin or end in the next two weeks, in order. */
function turningPoints(all: readonly (readonly WeeklyHours[] | null)[], now: Date): Date[] {
  const monday = now.getTime() - minuteOfWeek(now) * minute
  const edges = all.flatMap((hours) => spansOf(hours ?? [])).flatMap(({ from, until }) => [from, until % minutesOfWeek])
  const candidates = edges.flatMap((edge) =>
    // An hour off on either side of a change of the clock; this week and the next two.
    [0, 7, 14].flatMap((days) => [-60, 0, 60].map((off) => monday + days * day + (edge + off) * minute)),
  )
  // Clocks change at 01:00 UTC, where hours that would have begun before are under way.
  const changes = Array.from({ length: 15 }, (_, at) => (Math.floor(now.getTime() / day) + at) * day + 60 * minute)
  return [...new Set([...candidates, ...changes].map((at) => Math.floor(at / minute) * minute))]
    .filter((at) => at > now.getTime())
    .sort((one, other) => one - other)
    .map((at) => new Date(at))
}

/** Whether it holds at any moment from the one to the other; without an end in any week. */
export function everHolds(
  all: readonly (readonly WeeklyHours[] | null)[],
  { from, until }: { from: Date; until: Date | null },
): boolean {
  if (all.every((hours) => holdsAt(hours, from))) return true
  const next = nextMomentInAll(all, from)
  return next !== null && (until === null || next < until)
}

/** Whether all of the one is among the other. Null: always. */
export function isWithin(hours: readonly WeeklyHours[] | null, other: readonly WeeklyHours[] | null): boolean {
  if (!other) return true
  const week = [{ from: 0, until: minutesOfWeek }]
  const edges = [...(hours ? spansOf(hours) : week), ...spansOf(other)].flatMap(({ from, until }) => [from, until])
  // Between two edges nothing changes.
  return edges
    .map((edge) => edge % minutesOfWeek)
    .every((edge) => (hours !== null && !holdsAtMinute(hours, edge)) || holdsAtMinute(other, edge))
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
