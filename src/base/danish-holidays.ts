/** The public holidays of Denmark, computed: most of them hang on Easter. Store bededag is none since 2024 (lov nr. 214 af 6. marts 2023). */
import { dayAfter } from './calendar-day.ts'

/** Days after Easter Sunday, in the order of the year. */
const movable = {
  'maundy-thursday': -3,
  'good-friday': -2,
  'easter-sunday': 0,
  'easter-monday': 1,
  'ascension-day': 39,
  'whit-sunday': 49,
  'whit-monday': 50,
} as const

const fixed = { 'new-year': '01-01', 'christmas-day': '12-25', 'boxing-day': '12-26' } as const

export type Holiday = keyof typeof movable | keyof typeof fixed

/** The holiday that a day (`2026-12-25`) is, or null. Two in one (2 April may be both) is the first. */
export function holidayOn(day: string): Holiday | null {
  const names = Object.keys({ ...fixed, ...movable }) as Holiday[]
  return names.find((name) => dayOf(name, Number(day.slice(0, 4))) === day) ?? null
}

function dayOf(name: Holiday, year: number): string {
  return name in fixed
    ? `${year}-${fixed[name as keyof typeof fixed]}`
    : dayAfter(easterSunday(year), movable[name as keyof typeof movable])
}

/** The Gregorian computus (Meeus, Jones and Butcher): `2026-04-05` for 2026. */
export function easterSunday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const skipped = Math.floor((century + 8) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - skipped + 1) / 3) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const monthAndDay = epact + weekday - 7 * correction + 114
  return dayAfter(`${year}-${String(Math.floor(monthAndDay / 31)).padStart(2, '0')}-01`, monthAndDay % 31)
}
