/**
 * What a rule about roles that must not be held together says of somebody: pure, over what they hold and what they would be
 * given. Only what holds at the same time counts.
 */
import { holdsAtMinute, spansOf, type WeeklyHours } from '../../base/weekly-hours.ts'

export interface RoleInConflict {
  id: string
  nameDa: string
  nameEn: string
  service: { id: string; nameDa: string; nameEn: string }
}

export interface ConflictRule {
  id: string
  nameDa: string
  nameEn: string
  whyDa: string
  whyEn: string
  /** How many of the roles one person may hold at a time. */
  atMost: number
  effect: 'blocked' | 'with-reason'
  roles: readonly RoleInConflict[]
}

/** A role of somebody, held or about to be, and when it holds. */
export interface Holding {
  roleId: string
  from: Date
  until: Date | null
  /** The hours of the role, and those of the account: it holds where both do. Null: always. */
  hours: readonly (readonly WeeklyHours[] | null)[]
}

/** Those that stand in the way of what is wanted; none: it can be given. */
export function inTheWay<Held extends Holding>(
  { roles, atMost }: Pick<ConflictRule, 'atMost'> & { roles: readonly { id: string }[] },
  held: readonly Held[],
  wanted: Holding,
): Held[] {
  const counts = (holding: Holding) => roles.some(({ id }) => id === holding.roleId)
  if (!counts(wanted)) return []
  const others = held.filter((one) => counts(one) && overlaps(one, wanted))
  const found = new Set<Held>()
  for (const moment of momentsOf(others, wanted)) {
    const standing = others.filter((one) => holds(one, moment))
    const roleIds = new Set(standing.map(({ roleId }) => roleId))
    // Whoever has the role at that time already breaks nothing by being given it again.
    if (roleIds.has(wanted.roleId) || roleIds.size + 1 <= atMost) continue
    for (const one of standing) found.add(one)
  }
  return [...found]
}

interface Moment {
  at: number
  /** Of the week; null where nothing has hours. */
  minute: number | null
}

/** Where what is held can differ from before: at beginnings and ends, and in the week at those of hours. */
function momentsOf(others: readonly Holding[], wanted: Holding): Moment[] {
  const all = [...others, wanted]
  const dates = all
    .flatMap(({ from, until }) => [from.getTime(), until?.getTime() ?? Number.POSITIVE_INFINITY])
    .filter((at) => wanted.from.getTime() <= at && at < (wanted.until?.getTime() ?? Number.POSITIVE_INFINITY))
  const hours = all.flatMap((one) => one.hours.filter((some) => some !== null))
  const minutes = hours.flatMap(spansOf).flatMap(({ from, until }) => [from, until % (7 * 24 * 60)])
  const inWeek = hours.length === 0 ? [null] : [...new Set(minutes)]
  return [...new Set(dates)].flatMap((at) =>
    inWeek.flatMap((minute) => {
      const moment = { at, minute }
      return holds(wanted, moment) ? [moment] : []
    }),
  )
}

function holds({ from, until, hours }: Holding, { at, minute }: Moment): boolean {
  if (at < from.getTime() || (until && at >= until.getTime())) return false
  return minute === null || hours.every((some) => some === null || holdsAtMinute(some, minute))
}

function overlaps(one: Holding, other: Holding): boolean {
  return (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until)
}
