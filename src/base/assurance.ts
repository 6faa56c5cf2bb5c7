/** Levels of assurance after NSIS 2.0.2a (Lav, Betydelig, Høj). Every other notation is turned into these at the edge. */
export const assuranceLevels = ['Low', 'Substantial', 'High'] as const

export type AssuranceLevel = (typeof assuranceLevels)[number]

/** True when `level` is `required` or higher. */
export function meetsAssurance(level: AssuranceLevel, required: AssuranceLevel): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(required)
}

/** The lowest of the given levels: what SEB states is never more than the weakest link (NSIS §4). */
export function lowestAssurance(first: AssuranceLevel, ...others: AssuranceLevel[]): AssuranceLevel {
  return others.reduce((lowest, level) => (meetsAssurance(level, lowest) ? lowest : level), first)
}

/** The higher of two levels: what must be asked for where both are needed. */
export function highestAssurance(one: AssuranceLevel, other: AssuranceLevel): AssuranceLevel {
  return meetsAssurance(one, other) ? one : other
}
