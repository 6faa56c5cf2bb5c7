/** Holds the times of a message against the clock, with the tolerance that OIOSAML 3 asks for [OIO-GE-01]. */
import { MessageRefused } from '../message-refused.ts'
import { readInstant, secondsAfter } from '../saml-time.ts'

export class Validity {
  readonly #now: Date
  readonly #skewSeconds: number

  constructor(now: Date, skewSeconds: number) {
    this.#now = now
    this.#skewSeconds = skewSeconds
  }

  /** A time that must not lie in the future: IssueInstant, NotBefore, AuthnInstant. */
  begun(text: string): Date {
    const instant = readInstant(text)
    if (instant > secondsAfter(this.#now, this.#skewSeconds)) throw new MessageRefused('not-yet-valid', text)
    return instant
  }

  /** A time that must lie in the future, but not so far that the message could be kept for later (G36). */
  notOver(text: string, longestSeconds: number): Date {
    const instant = readInstant(text)
    if (this.#now >= secondsAfter(instant, this.#skewSeconds)) throw new MessageRefused('expired', text)
    if (instant > secondsAfter(this.#now, longestSeconds + this.#skewSeconds)) {
      throw new MessageRefused('lifetime-too-long', text)
    }
    return instant
  }

  /** When something that ends at this instant is certain to be refused. */
  end(instant: Date): Date {
    return secondsAfter(instant, this.#skewSeconds)
  }

  /** A time that must be no further back than this, a slow clock included. */
  recent(text: string, oldestSeconds: number): Date {
    const instant = this.begun(text)
    if (instant < secondsAfter(this.#now, -oldestSeconds)) throw new MessageRefused('expired', text)
    return instant
  }
}
