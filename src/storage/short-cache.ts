/**
 * Keeps what many sign-ins read for a moment. Long enough to matter under load, short enough that whatever an administrator
 * changes holds at the next log-in on every process, with nobody having to tell anybody.
 */
import type { Clock } from '../base/clock.ts'

const lifetimeMs = 1000
const largest = 5000

/** Wraps a look-up by key; a failed look-up is not kept. */
export function shortCache<Value>(
  clock: Clock,
  load: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
  const kept = new Map<string, { until: number; value: Promise<Value> }>()
  return (key) => {
    const now = clock.now().getTime()
    const known = kept.get(key)
    if (known && now < known.until) return known.value
    if (kept.size >= largest) kept.clear()
    const value = load(key)
    kept.set(key, { until: now + lifetimeMs, value })
    value.catch(() => kept.delete(key))
    return value
  }
}
