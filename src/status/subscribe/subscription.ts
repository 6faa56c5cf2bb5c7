/** Who gets mail about what. */
import type { Language } from '../../web/languages.ts'

/** At once, or gathered at 7 o'clock. */
export const paces = ['at-once', 'daily'] as const
export type Pace = (typeof paces)[number]

export interface Choices {
  language: Language
  pace: Pace
  /** Keys of parts, or `local` for every local log-in. Empty: everything. */
  parts: readonly string[]
}

/** Stands for every local log-in. There may be a thousand. */
export const everyLocal = 'local'

/** The parts of a message, and `local` where one of them is a local log-in. */
export function withLocal(parts: readonly string[], locals: readonly string[]): readonly string[] {
  return parts.some((part) => locals.includes(part)) ? [...parts, everyLocal] : parts
}
