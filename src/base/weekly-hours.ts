/** Hours of the week that something holds in, by clocks in Denmark: a shift, a locum's Mondays. */

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

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
