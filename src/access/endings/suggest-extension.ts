/** What a form suggests for a role that ends: the same once more, from the end on, as long as the role and the grant allow. */
import { writeDay } from '../../base/danish-time.ts'
import type { WeeklyHours } from '../../base/weekly-hours.ts'
import type { AssignableRole } from '../admin/assign/assignable-roles.store.ts'
import type { TypedAssignment } from '../admin/assign/check-assignment.ts'

export interface EndingAssignment {
  scopes: Readonly<Record<string, readonly string[]>>
  validFrom: Date
  validUntil: Date
  /** Null: always. */
  hours: readonly WeeklyHours[] | null
}

const oneDay = 86_400_000

export function suggestExtension(
  { scopes, validFrom, validUntil, hours }: EndingAssignment,
  { role, grant }: Pick<AssignableRole, 'role' | 'grant'>,
  now: Date,
): TypedAssignment {
  const from = validUntil > now ? validUntil : now
  const days = Math.max(1, Math.round((validUntil.getTime() - validFrom.getTime()) / oneDay))
  const most = Math.min(days, role.longestDays ?? days)
  // Noon of the last day, whatever summer time does to its midnights.
  const last = new Date(from.getTime() + most * oneDay - oneDay / 2)
  const end = grant.validUntil && grant.validUntil < last ? new Date(grant.validUntil.getTime() - 1) : last
  return { scopes, from: writeDay(from), until: writeDay(end), hours: hours ?? [], reason: '' }
}

/** Before that there is no hurry. */
const soonDays = 60

/** Whether it is time to think of what comes after: also where it has ended already. */
export function endsSoon(validUntil: Date | null, now: Date): boolean {
  return validUntil !== null && validUntil.getTime() - now.getTime() < soonDays * oneDay
}
