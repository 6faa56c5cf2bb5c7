/** Dates as people in Denmark write them, turned into instants: a day begins and ends at midnight in Copenhagen. */
const copenhagen = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Copenhagen',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** What reads as a day (`2026-11-23`) or as an instant with its offset (`2026-11-23T08:00:00+01:00`). */
export const dayOrInstantPattern = new RegExp(`${dayPattern.source}|${instantPattern.source}`)

/** The beginning of the day, or the instant itself; null when there is no such day or time. */
export function readBeginning(text: string): Date | null {
  return read(text, 0)
}

/** The end of the day, which is the beginning of the next: somebody whose access ends on a day has it all that day. */
export function readEnd(text: string): Date | null {
  return read(text, 1)
}

function read(text: string, daysLater: number): Date | null {
  const day = dayPattern.exec(text)
  if (day) {
    const [year = 0, month = 0, date = 0] = day.slice(1).map(Number)
    const real = new Date(Date.UTC(year, month - 1, date))
    return real.getUTCDate() === date && real.getUTCMonth() === month - 1
      ? midnight(Date.UTC(year, month - 1, date + daysLater))
      : null
  }
  if (!instantPattern.test(text)) return null
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? null : instant
}

/** A time on a clock in Denmark (`2026-11-23`, `13:05`); null when there is no such day or time. */
export function readMoment(day: string, time: string): Date | null {
  const beginning = dayPattern.test(day) ? readBeginning(day) : null
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (!beginning || hours === undefined || minutes === undefined) return null
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const wanted = Date.UTC(year, month - 1, date, Number(hours), Number(minutes))
  // The offset of the moment itself, which may be another than that of its midnight.
  return new Date(wanted - offsetAt(wanted - offsetAt(wanted)))
}

/** Danish midnight of the day that `utcMidnight` begins. Offsets change at 01:00 UTC, so never across a Danish midnight. */
function midnight(utcMidnight: number): Date {
  return new Date(utcMidnight - offsetAt(utcMidnight))
}

/** How far clocks in Denmark are ahead of UTC, in milliseconds. */
function offsetAt(instant: number): number {
  const part = Object.fromEntries(
    copenhagen.formatToParts(instant).map(({ type, value }) => [type, Number(value)] as const),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/** Minutes since Monday at midnight, as clocks in Denmark have it. */
export function minuteOfWeek(instant: Date): number {
  const clock = new Date(instant.getTime() + offsetAt(instant.getTime()))
  return ((clock.getUTCDay() + 6) % 7) * 24 * 60 + clock.getUTCHours() * 60 + clock.getUTCMinutes()
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })

/** The Danish day that an instant is in, as a date field holds it: `2026-11-23`. */
export function writeDay(instant: Date): string {
  return days.format(instant)
}

/** The same day so many months later, at midnight in Denmark; the last of the month where it has no such day. */
export function monthsAfter(instant: Date, months: number): Date {
  const [year = 0, month = 1, date = 1] = writeDay(instant).split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return midnight(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}
