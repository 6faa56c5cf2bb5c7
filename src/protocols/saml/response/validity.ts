/** Holds the times of an assertion against the clock, with the tolerance that OIOSAML 3 asks for [OIO-GE-01]. */
import { MessageRefused } from '../message-refused.ts'
import { clockSkewSeconds, readInstant, secondsAfter } from '../saml-time.ts'

/** Reads a time that must not lie in the future: IssueInstant, NotBefore, AuthnInstant. */
export function readBegun(text: string, now: Date): Date {
  const instant = readInstant(text)
  if (instant > secondsAfter(now, clockSkewSeconds)) throw new MessageRefused('not-yet-valid', text)
  return instant
}

/** Reads a time that must lie in the future, but not so far that the message could be kept for later (G36). */
export function readEnd(text: string, now: Date, longestSeconds: number): Date {
  const instant = readInstant(text)
  if (now >= secondsAfter(instant, clockSkewSeconds)) throw new MessageRefused('expired', text)
  if (instant > secondsAfter(now, longestSeconds + clockSkewSeconds))
    throw new MessageRefused('lifetime-too-long', text)
  return instant
}
