/** What half, and what nineteen in twenty, of the measured times stay below. */

/** The nearest-rank percentile of some times; 0 of none. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((first, second) => first - second)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0
}

/** Rounded for people: three digits that matter, four where they stand before the point. */
export function rounded(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 4 : 3))
}
