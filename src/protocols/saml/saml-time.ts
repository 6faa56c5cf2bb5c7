/** Times in SAML messages: one way of writing them, one tolerance for clocks that differ. */
import { MessageRefused } from './message-refused.ts'

/** OIOSAML 3 [OIO-GE-01] asks for a tolerance of at least 3 and at most 5 minutes, both ways. */
export const clockSkewSeconds = 180

/** How old a message may be on arrival by its own account, a slow clock included: beyond this it is refused. */
const oldestMessageSeconds = 300

const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/

/** Reads a time in UTC, `2026-01-31T08:00:00Z` with or without fractions (SAML core §1.3.3). No other zone, no leap second. */
export function readInstant(text: string): Date {
  const instant = new Date(utc.test(text) ? text : Number.NaN)
  // The 30th of February would quietly become the 2nd of March.
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 19) !== text.slice(0, 19))
    throw new MessageRefused('time-malformed')
  return instant
}

/** Writes a time in UTC to the second. */
export function writeInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}

/** The instant so many seconds later, or earlier when negative. */
export function secondsAfter(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000)
}

/** Refuses a message whose IssueInstant says that it is old, or not made yet. */
export function requireRecent(issued: Date, now: Date): void {
  if (issued > secondsAfter(now, clockSkewSeconds)) throw new MessageRefused('not-yet-valid', 'IssueInstant')
  if (issued < secondsAfter(now, -oldestMessageSeconds)) throw new MessageRefused('expired', 'IssueInstant')
}
