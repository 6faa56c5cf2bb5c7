/** Where the brakes stand: log-in messages and log-in pages by network address, each for itself, the administration by person. */
import type { Context, MiddlewareHandler } from 'hono'
import type { Clock } from '../base/clock.ts'
import { type Brake, brakeKey, createBrake, type HeldBack } from './brake.ts'
import type { WebEnv } from './context.ts'

export interface HoldBackOptions {
  clock: Clock
  perAddress: number
  perPerson: number
  sourceOf: (c: Context) => string
  /** The 429 page. */
  refuse: (c: Context<WebEnv>, held: HeldBack) => Promise<Response>
}

export function createHoldBack({ clock, perAddress, perPerson, sourceOf, refuse }: HoldBackOptions) {
  const messages = createBrake(clock, perAddress)
  const pages = createBrake(clock, perAddress)
  const persons = createBrake(clock, perPerson)

  async function take(c: Context, brake: Brake, key: string | null): Promise<Response | null> {
    const held = key === null ? null : brake.take(key)
    return held && refuse(c, held)
  }
  const before =
    (brake: Brake): MiddlewareHandler =>
    async (c, next) =>
      (await take(c, brake, brakeKey(sourceOf(c)))) ?? next()

  return {
    messages: before(messages),
    pages: before(pages),
    /** A log-in that begins at a page of SEB's own. */
    logIn: (c: Context) => take(c, messages, brakeKey(sourceOf(c))),
    person: (c: Context, personId: string) => take(c, persons, personId),
  }
}
