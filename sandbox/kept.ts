/** What the sandbox keeps in memory for a while: bounded, so that nobody can fill it, and gone when SEB stops. */
import type { Clock } from '../src/base/clock.ts'

export interface KeptLimits {
  entries: number
  minutes: number
}

export class Kept<Value> {
  readonly #clock: Clock
  readonly #limits: KeptLimits
  readonly #entries = new Map<string, { value: Value; until: number }>()

  constructor(clock: Clock, limits: KeptLimits) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Keeps a value; the oldest makes room when there are too many. */
  set(key: string, value: Value): void {
    this.#entries.delete(key)
    this.#entries.set(key, { value, until: this.#clock.now().getTime() + this.#limits.minutes * 60_000 })
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > this.#limits.entries && oldest !== undefined) this.#entries.delete(oldest)
  }

  get(key: string | undefined): Value | undefined {
    const entry = key === undefined ? undefined : this.#entries.get(key)
    return entry && this.#clock.now().getTime() < entry.until ? entry.value : undefined
  }

  /** The value, which is then no longer kept: for what may be used once. */
  take(key: string): Value | undefined {
    const value = this.get(key)
    this.#entries.delete(key)
    return value
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  /** The keys of all values for which `test` holds. */
  find(test: (value: Value) => boolean): string[] {
    return [...this.#entries]
      .filter(([key]) => this.get(key) !== undefined)
      .flatMap(([key, { value }]) => (test(value) ? [key] : []))
  }
}
