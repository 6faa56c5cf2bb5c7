/** Hours of the week as people write them in a cell of a file: `man-fre 15-23 | lørdag kl. 22-07`. Danish and English. */
import type { WeeklyHours } from '../../base/weekly-hours.ts'
import { isTime, mostSpans, readTime, weekdays } from './typed-hours.ts'

const dayNames: readonly (readonly string[])[] = [
  ['mandag', 'monday'],
  ['tirsdag', 'tuesday'],
  ['onsdag', 'wednesday'],
  ['torsdag', 'thursday'],
  ['fredag', 'friday'],
  ['lørdag', 'lordag', 'loerdag', 'saturday'],
  ['søndag', 'sondag', 'soendag', 'sunday'],
]

const dayGroups: Readonly<Record<string, readonly number[]>> = {
  hverdage: [1, 2, 3, 4, 5],
  hverdag: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  'alle dage': weekdays,
  'hver dag': weekdays,
  'every day': weekdays,
}

const always = ['altid', 'always', 'hele døgnet', 'hele døgnet, alle dage', 'all day, every day']

/** Seven spans with every day by its name are half of it. */
const longest = 1000

/** Null: always. */
export function readHoursText(text: string): { hours: WeeklyHours[] | null } | { mistake: 'hours-unreadable' } {
  if (text.length > longest) return { mistake: 'hours-unreadable' }
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (always.includes(plain)) return { hours: null }
  const parts = plain.split(/\s*[|;]\s*/).filter((part) => part !== '')
  const hours = parts.map(readSpan)
  const read = hours.filter((one) => one !== null)
  const all = read.length > 0 && read.length === parts.length && read.length <= mostSpans
  return all ? { hours: read } : { mistake: 'hours-unreadable' }
}

function readSpan(text: string): WeeklyHours | null {
  const whole = /^(.+?) (?:hele dagen|all day)$/.exec(text)
  const [, words = '', begins = '', ends = ''] =
    /^(.+?)[ :]+(?:kl\.? ?)?(\d[\d.:]*) ?[-–] ?(?:kl\.? ?)?(\d[\d.:]*)(?: (?:næste dag|the day after))?$/.exec(text) ??
    []
  const days = readDays(whole?.[1] ?? words)
  if (!days) return null
  const [from, until] = whole ? ['00:00', '00:00'] : [readTime(begins), readTime(ends)]
  return isTime(from) && isTime(until) ? { days, from, until } : null
}

function readDays(text: string): number[] | null {
  const group = dayGroups[text]
  if (group) return [...group]
  const pieces = text.split(/ ?, ?| ?\+ ?| og | and |(?<=[^-–]) (?=[^-–])/).filter((piece) => piece !== '')
  const days = pieces.map(readRange)
  const read = days.filter((some) => some !== null)
  return read.length > 0 && read.length === pieces.length ? [...new Set(read.flat())].sort() : null
}

/** `man-fre`; `fre-man` goes over the weekend. */
function readRange(text: string): number[] | null {
  const [first = '', last = first, ...more] = text.split(/ ?[-–] ?/)
  const [from, to] = [readDay(first), readDay(last)]
  if (from === null || to === null || more.length > 0) return null
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => ((from - 1 + at) % 7) + 1)
}

/** Two letters are enough. */
function readDay(text: string): number | null {
  const short = text.replace(/\.$/, '')
  if (short.length < 2) return null
  const at = dayNames.findIndex((names) => names.some((name) => name.startsWith(short) || `${name}e` === short))
  return at < 0 ? null : at + 1
}
