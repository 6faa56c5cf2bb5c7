/** Waits for something outside this process by asking again, never by sleeping a guessed time. */
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Asks `question` until it answers with something other than undefined, and returns that.
 * A question that throws counts as "not yet"; its last error is told when the time is up.
 */
export async function eventually<T>(
  what: string,
  question: () => Promise<T | undefined> | T | undefined,
  withinMs = 30_000,
): Promise<T> {
  const end = performance.now() + withinMs
  let last: unknown
  for (let wait = 20; performance.now() < end; wait = Math.min(250, wait * 1.3)) {
    try {
      const answer = await question()
      if (answer !== undefined) return answer
    } catch (error) {
      last = error
    }
    await pause(wait)
  }
  throw new Error(`waited ${withinMs} ms in vain for ${what}`, { cause: last })
}
