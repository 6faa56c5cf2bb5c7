/** A clock that stands still until it is moved. */
import type { Clock } from '../../src/base/clock.ts'

export interface TestClock extends Clock {
  moveMinutes(minutes: number): void
}

export function testClock(start = new Date()): TestClock {
  let now = start.getTime()
  return {
    now: () => new Date(now),
    moveMinutes: (minutes) => {
      now += minutes * 60_000
    },
  }
}
