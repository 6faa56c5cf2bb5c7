/**
 * When the first of what a service is told stops holding by itself: the hours of the week or the last day of the account or of a role.
 * The service is told so, since nothing can reach its session afterwards without the browser (decisions 0006 and 0210).
 */
import { lastMoment } from '../access/roles/effective-roles.ts'
import { nextEnd } from '../base/weekly-hours.ts'
import type { WorkingClaims } from './attributes/rule.ts'

/** No session at a service is as long as that, so a later end is met at its next log-in. */
const longestSession = 24 * 3_600_000

/** Null: nothing ends while a session lasts. Roles count where they are what is told or what lets in. */
export function holdsUntil(
  { candidate, decidedRoles, privileges }: Pick<WorkingClaims, 'candidate' | 'decidedRoles' | 'privileges'>,
  { needsRole, now }: { needsRole: boolean; now: Date },
): Date | null {
  if (!candidate) return null
  const { account } = candidate
  const roles = needsRole || privileges.length > 0 ? decidedRoles.filter(({ fails }) => fails === null) : []
  const ends = [
    account.validUntil,
    nextEnd(account.hours, now),
    ...roles.flatMap(({ assignment }) => [lastMoment(assignment), nextEnd(assignment.hours, now)]),
  ].map((end) => (end === null ? Number.POSITIVE_INFINITY : Number(end)))
  const first = Math.min(...ends)
  return first - now.getTime() < longestSession ? new Date(first) : null
}
