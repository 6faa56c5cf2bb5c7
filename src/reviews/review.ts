/** A review (periodisk kontrol): a frozen list of who has which role, a deadline, and a set effect of silence. */

export const silences = ['suspend', 'remove'] as const

/** At the deadline a role that nobody has answered for stops until somebody does, or stops and is removed 14 days later. */
export type Silence = (typeof silences)[number]

export interface Review {
  id: string
  name: string
  /** Null: all of them. */
  unitIds: readonly string[] | null
  serviceIds: readonly string[] | null
  onlySensitive: boolean
  deadline: Date
  silence: Silence
  /** Null where silence removes nothing. */
  removesAt: Date | null
  origin: 'chief' | 'system-management' | 'schedule'
  startedAt: Date
  /** Null: by the schedule. */
  startedBy: string | null
}

/** What makes a role stand out, in the order it is told. */
export const reasons = [
  'no-reviewer',
  'conflict',
  'account-ending',
  'new',
  'changed',
  'unused',
  'unlike-colleagues',
  'sensitive',
] as const

export type Reason = (typeof reasons)[number]

/** How long a removal can be undone, and how long silence waits between stopping and removing. */
export const undoDays = 14

export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * 86_400_000)
}
