/** What is asked for or given: for what and how long. An approval gives as much or less, never more. Pure. */
import type { AssignableRole } from '../../access/admin/assign/assignable-roles.store.ts'
import {
  type CheckedAssignment,
  type FieldMistake,
  scopeField,
  type TypedAssignment,
} from '../../access/admin/assign/check-assignment.ts'
import { lastDay } from '../../access/admin/employees/last-day.ts'
import { hoursField, sameHours } from '../../access/hours/typed-hours.ts'
import { writeDay } from '../../base/danish-time.ts'
import { isWithin, type WeeklyHours } from '../../base/weekly-hours.ts'
import type { AccessRequest, RequestStep } from '../request.ts'

export interface Terms {
  /** Role scope key → values; none: everything it can apply to. */
  scopes: Readonly<Record<string, readonly string[]>>
  /** Null: from when it is given. */
  validFrom: Date | null
  /** Null: no end. */
  validUntil: Date | null
  /** Null: always. */
  hours: readonly WeeklyHours[] | null
}

/** As much as may be given: what was asked for, or, of two who must agree, what the first agreed to. */
export function mostTerms(request: AccessRequest, steps: readonly RequestStep[]): Terms {
  const first = request.firstApprovedBy === null ? undefined : steps.findLast(({ step }) => step === 'first-approved')
  const { scopes, validFrom, validUntil, hours } = request
  return (first && termsIn(first.details)) ?? { scopes, validFrom, validUntil, hours }
}

/** As a step keeps them. */
export function termsIn({ terms }: Record<string, unknown>): Terms | null {
  if (terms === undefined) return null
  const { scopes, validFrom, validUntil, hours } = terms as {
    scopes: Terms['scopes']
    validFrom: string | null
    validUntil: string | null
    // Not in those that were kept before there were any.
    hours?: Terms['hours']
  }
  return {
    scopes,
    validFrom: validFrom === null ? null : new Date(validFrom),
    validUntil: validUntil === null ? null : new Date(validUntil),
    hours: hours ?? null,
  }
}

/** As the form that gives a role has them. A beginning that has gone by is now: nobody is given yesterday. */
export function typedTerms(
  { scopes, validFrom, validUntil, hours }: Terms,
  reason: string,
  now: Date,
): TypedAssignment {
  return {
    scopes,
    from: writeDay(validFrom && validFrom > now ? validFrom : now),
    until: validUntil ? writeDay(lastDay(validUntil)) : '',
    hours: hours ?? [],
    reason,
  }
}

/** Where more would be given than may be; empty: as much or less. */
export function findMore(
  { role }: AssignableRole,
  most: Terms,
  given: Pick<CheckedAssignment, 'scopes' | 'validFrom' | 'validUntil' | 'hours'>,
): FieldMistake[] {
  const more = (field: string): FieldMistake => ({ field, mistake: 'more-than-asked' })
  const wider = role.scopes.filter(({ key }) => {
    const [asked, wanted] = [valuesOf(most.scopes, key), valuesOf(given.scopes, key)]
    return asked.length > 0 && (wanted.length === 0 || !wanted.every((value) => asked.includes(value)))
  })
  const early = most.validFrom !== null && writeDay(given.validFrom) < writeDay(most.validFrom)
  const late = most.validUntil !== null && (given.validUntil === null || given.validUntil > most.validUntil)
  return [
    ...wider.map(({ key }) => more(scopeField(key))),
    ...(early ? [more('fra')] : []),
    ...(late ? [more('til')] : []),
    ...(isWithin(given.hours, most.hours) ? [] : [more(hoursField)]),
  ]
}

/** Whether it is less than what was asked for, and not the same. */
export function isLess(asked: Terms, given: Terms): boolean {
  const keys = new Set([...Object.keys(asked.scopes), ...Object.keys(given.scopes)])
  const narrower = [...keys].some(
    (key) => valuesOf(given.scopes, key).toSorted().join() !== valuesOf(asked.scopes, key).toSorted().join(),
  )
  const shorter = (given.validUntil?.getTime() ?? null) !== (asked.validUntil?.getTime() ?? null)
  const later = asked.validFrom !== null && given.validFrom !== null && given.validFrom > asked.validFrom
  return narrower || shorter || later || !sameHours(asked.hours, given.hours)
}

function valuesOf(scopes: Terms['scopes'], key: string): readonly string[] {
  return Object.hasOwn(scopes, key) ? (scopes[key] ?? []) : []
}
