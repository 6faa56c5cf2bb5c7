/** The only place that asks the machine what time it is; everything else is given a `Clock`. */
export interface Clock {
  /** The present instant (UTC). */
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
