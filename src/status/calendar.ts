/** The service windows as a calendar (iCalendar, RFC 5545). */
import type { Language } from '../web/languages.ts'
import type { StatusMessage } from './message.ts'
import { messagePath } from './status-paths.ts'
import { statusText } from './text.ts'

export interface CalendarFeed {
  origin: string
  language: Language
  messages: readonly StatusMessage[]
}

/** Windows to come and past ones; a window that is moved is the same event with a higher SEQUENCE. */
export function writeCalendar({ origin, language, messages }: CalendarFeed): string {
  const { hostname } = new URL(origin)
  const events = messages
    .filter(({ kind }) => kind === 'window')
    .flatMap((window) => [
      'BEGIN:VEVENT',
      `UID:${window.id}@${hostname}`,
      `DTSTAMP:${instant(window.updatedAt)}`,
      `LAST-MODIFIED:${instant(window.updatedAt)}`,
      `SEQUENCE:${window.version - 1}`,
      `DTSTART:${instant(window.startsAt)}`,
      `DTEND:${instant(window.endsAt ?? window.startsAt)}`,
      `SUMMARY:${text(window.title[language])}`,
      `DESCRIPTION:${text(window.text[language])}`,
      `URL:${new URL(messagePath(window.id), origin).href}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SEB//Driftsstatus//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(statusText[language].feedTitle)}`,
    `X-WR-CALNAME:${text(statusText[language].feedTitle)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** `20260401T110000Z` */
function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/** RFC 5545 §3.3.11. */
function text(value: string): string {
  return value.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n')
}

/** No line is longer than 75 octets; the next begins with a space (§3.1). Characters are never cut in two. */
function folded(line: string): string {
  const lines: string[] = ['']
  for (const character of line) {
    const current = lines.at(-1) ?? ''
    const most = lines.length === 1 ? 75 : 74
    if (Buffer.byteLength(current + character) > most) lines.push(character)
    else lines[lines.length - 1] = current + character
  }
  return lines.join('\r\n ')
}
