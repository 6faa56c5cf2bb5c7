/** Whom a service window meets: who usually logs in then, by what was counted in the same hours of the last four weeks. Pure. */
import { dayAfter } from '../../base/calendar-day.ts'
import { minuteOfWeek, readMoment, writeDay } from '../../base/danish-time.ts'
import type { HourCount } from './log-in-hours.store.ts'

export interface Reach {
  people: number
  organisations: number
}

export interface WindowReach {
  /** Null: nothing has been counted of such hours yet. */
  usual: Reach | null
  /** A time on the same day that far fewer log in at; null where there is none. */
  quieter: (Reach & { startsAt: Date; endsAt: Date }) | null
}

export const hour = 3_600_000
export const lookBackHours = 28 * 24

/** Moving a window is worth it where it meets no more than this share. */
const farFewer = 0.5

export function reachOf(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  hours: readonly HourCount[],
  now: Date,
): WindowReach {
  const slots = Map.groupBy(hours, ({ beginsAt }) => slotOf(beginsAt))
  const usual = usualIn(startsAt, endsAt, slots)
  if (!usual) return { usual, quieter: null }
  const length = endsAt.getTime() - startsAt.getTime()
  const candidates = startsOn(writeDay(startsAt))
    .filter((start) => start > now)
    .flatMap((start) => {
      const end = new Date(start.getTime() + length)
      const reach = usualIn(start, end, slots)
      return reach ? [{ ...reach, startsAt: start, endsAt: end }] : []
    })
  const distance = (start: Date) => Math.abs(start.getTime() - startsAt.getTime())
  const [best] = candidates.sort(
    (one, other) => one.people - other.people || distance(one.startsAt) - distance(other.startsAt),
  )
  return { usual, quieter: best && usual.people > 0 && best.people <= usual.people * farFewer ? best : null }
}

type Slots = ReadonlyMap<number, readonly HourCount[]>

/** The hour of the week on the clocks of Denmark. */
function slotOf(at: Date): number {
  return Math.floor(minuteOfWeek(at) / 60)
}

/** Somebody who logs in twice in two hours is counted in each; organisations are those of the fullest hour. */
function usualIn(startsAt: Date, endsAt: Date, slots: Slots): Reach | null {
  let people = 0
  let organisations = 0
  for (let begins = Math.floor(startsAt.getTime() / hour) * hour; begins < endsAt.getTime(); begins += hour) {
    const counted = slots.get(slotOf(new Date(begins)))
    if (!counted || counted.length === 0) return null
    const share = (Math.min(begins + hour, endsAt.getTime()) - Math.max(begins, startsAt.getTime())) / hour
    const mean = (of: (count: HourCount) => number) => counted.reduce((sum, one) => sum + of(one), 0) / counted.length
    people += mean((one) => one.people) * share
    organisations = Math.max(
      organisations,
      mean((one) => one.organisations),
    )
  }
  return { people: Math.round(people), organisations: Math.round(organisations) }
}

/** Every whole hour of a day, which has 23 or 25 when clocks change. */
function startsOn(day: string): Date[] {
  const [from, until] = [readMoment(day, '00:00'), readMoment(dayAfter(day, 1), '00:00')]
  if (!from || !until) return []
  const count = Math.round((until.getTime() - from.getTime()) / hour)
  return Array.from({ length: count }, (_, at) => new Date(from.getTime() + at * hour))
}
