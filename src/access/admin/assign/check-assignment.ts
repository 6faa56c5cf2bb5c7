/**
 * Reads what was typed about an assignment and says what is wrong with it, field by field: the kind of scope, the role's own
 * rules, and the ceilings of the organisation's grant, none of which anybody in the organisation can go beyond. (Invariant 4)
 */
import { readBeginning, readEnd } from '../../../base/danish-time.ts'
import { everHolds, type WeeklyHours } from '../../../base/weekly-hours.ts'
import type { FormFields } from '../../../web/form.ts'
import { checkHours, type HoursMistake, hoursField, readTypedHours, type TypedHours } from '../../hours/typed-hours.ts'
import { matchesScope } from '../../roles/effective-roles.ts'
import type { ScopeKind } from '../../roles/role-at-the-door.ts'
import { readLine } from '../read-line.ts'
import type { AssignableRole, AssignableScope } from './assignable-roles.store.ts'
import { numberByName, type UnitNumbers } from './unit-numbers.ts'

/** As typed: what a failed form shows again. */
export interface TypedAssignment {
  scopes: Readonly<Record<string, readonly string[]>>
  from: string
  until: string
  /** The only hours of the week that it is to hold in; none: always. */
  hours: TypedHours
  reason: string
}

/**
 * 'changed-meanwhile' is only told where an assignment that is there is changed, 'more-than-asked' where one that was asked for is given;
 * conflicts by access/conflicts.
 */
export type AssignmentMistake =
  | 'scope-missing'
  | 'scope-one'
  | 'scope-shape'
  | 'scope-no-unit'
  | 'scope-not-allowed'
  | 'from-missing'
  | 'from-past'
  | 'until-wrong'
  | 'until-before-from'
  | 'until-too-long'
  | 'until-needed'
  | 'until-beyond-grant'
  | 'reason-missing'
  | 'already-held'
  | 'no-longer-given'
  | 'changed-meanwhile'
  | 'conflict'
  | 'conflict-reason'
  | 'conflict-end'
  | 'more-than-asked'
  | HoursMistake

export interface FieldMistake {
  /** The id of the field. */
  field: string
  mistake: AssignmentMistake
}

export interface CheckedAssignment {
  scopes: Record<string, string[]>
  validFrom: Date
  validUntil: Date | null
  /** Null: always. */
  hours: readonly WeeklyHours[] | null
  reason: string
}

export type Checking = { ok: true; assignment: CheckedAssignment } | { ok: false; mistakes: FieldMistake[] }

export const scopeField = (key: string) => `omfang-${key}`

/** The values to choose among, where they can be listed; null where a value is typed. */
export function choicesOf(scope: AssignableScope, { ceilings }: AssignableRole['grant']): readonly string[] | null {
  const ceiling = ceilings[scope.kind]
  if (scope.allowedValues) return scope.allowedValues.filter((value) => !ceiling || ceiling.includes(value))
  return ceiling ? ceiling.filter((value) => matchesScope(scope, value)) : null
}

/** Other fields than these are never looked at. A unit may be named instead of its number. (Security D10) */
export function readTypedAssignment(
  form: FormFields,
  { role, grant }: Pick<AssignableRole, 'role' | 'grant'>,
  units: readonly UnitNumbers[],
): TypedAssignment {
  const valuesOf = (scope: AssignableScope): string[] => {
    const field = scopeField(scope.key)
    const choices = choicesOf(scope, grant)
    const ticked = scope.many ? choices?.filter((_, index) => form.get(`${field}-${index}`) !== null) : undefined
    return ticked ? [...ticked] : readScopeValues(scope, form.get(field) ?? '', units)
  }
  return {
    scopes: Object.fromEntries(role.scopes.map((scope) => [scope.key, valuesOf(scope)] as const)),
    ...readTypedTerms(form),
  }
}

/** How long and why. */
export function readTypedTerms(form: FormFields): Omit<TypedAssignment, 'scopes'> {
  return {
    from: readLine(form.get('fra'), 100),
    until: readLine(form.get('til'), 100),
    hours: readTypedHours(form),
    reason: readLine(form.get('begrundelse'), 500),
  }
}

/** Several numbers may stand with spaces between, several names of units need a comma. */
function readScopeValues(scope: AssignableScope, text: string, units: readonly UnitNumbers[]): string[] {
  const pieces = scope.many ? text.split(/[,;\n]/) : [text]
  const words = (piece: string) =>
    scope.many && (!(scope.kind in shapes) || /^[\d\s]+$/.test(piece)) ? piece.split(/\s+/) : [piece]
  const values = pieces.flatMap(words).map((value) => value.trim().slice(0, 1000))
  return [...new Set(values.filter((value) => value !== '').map((value) => numberByName(units, scope.kind, value)))]
}

/**
 * What was before, when an assignment is changed: its beginning may stay in the past. `accountHours`: those of the account that is to
 * have it; it holds only where both do.
 */
export function checkAssignment(
  assignable: AssignableRole,
  typed: TypedAssignment,
  {
    now,
    before = null,
    accountHours = null,
  }: { now: Date; before?: { validFrom: Date } | null; accountHours?: readonly WeeklyHours[] | null | undefined },
): Checking {
  const mistakes = findMisfits(assignable, typed.scopes)
  const beginning = readBeginning(typed.from)
  const validFrom = beginning && before && sameDay(beginning, before.validFrom) ? before.validFrom : beginning
  const validUntil = typed.until === '' ? null : readEnd(typed.until)
  const fromMistake = wrongFrom(validFrom, now, before)
  if (fromMistake) mistakes.push({ field: 'fra', mistake: fromMistake })
  const untilMistake = wrongUntil(assignable, { typed: typed.until, validFrom, validUntil })
  if (untilMistake) mistakes.push({ field: 'til', mistake: untilMistake })
  const { hours, mistakes: hoursMistakes } = checkHours(typed.hours)
  mistakes.push(...hoursMistakes)
  const between = { from: validFrom && validFrom > now ? validFrom : now, until: validUntil }
  if (mistakes.length === 0 && hours && !everHolds([hours, accountHours], between))
    mistakes.push({ field: hoursField, mistake: 'hours-never' })
  if (typed.reason === '') mistakes.push({ field: 'begrundelse', mistake: 'reason-missing' })
  if (mistakes.length > 0 || !validFrom) return { ok: false, mistakes }
  const scopes = Object.entries(typed.scopes).filter(([, values]) => values.length > 0)
  return {
    ok: true,
    assignment: {
      scopes: Object.fromEntries(scopes.map(([key, values]) => [key, [...values].sort()])),
      validFrom,
      validUntil,
      hours,
      reason: typed.reason,
    },
  }
}

/** What is wrong with the values of a role, whatever its dates; empty: they can be given. */
export function findMisfits(
  assignable: AssignableRole,
  scopes: Readonly<Record<string, readonly string[]>>,
): FieldMistake[] {
  return assignable.role.scopes.flatMap((scope) => {
    const values = Object.hasOwn(scopes, scope.key) ? (scopes[scope.key] ?? []) : []
    const mistake = scopeMistake(assignable, scope, values)
    return mistake ? [{ field: scopeField(scope.key), mistake }] : []
  })
}

const shapes: Readonly<Partial<Record<ScopeKind, RegExp>>> = {
  sor: /^\d{6,18}$/,
  ydernummer: /^\d{6}$/,
  'p-number': /^\d{10}$/,
  municipality: /^\d{3,4}$/,
}

function scopeMistake(
  { grant }: AssignableRole,
  scope: AssignableScope,
  values: readonly string[],
): AssignmentMistake | null {
  if (values.length === 0) return scope.required ? 'scope-missing' : null
  if (values.length > 1 && !scope.many) return 'scope-one'
  const misshapen = values.find((value) => value.length > 200 || !(shapes[scope.kind]?.test(value) ?? true))
  if (misshapen !== undefined) return scope.kind in shapes && /\p{L}/u.test(misshapen) ? 'scope-no-unit' : 'scope-shape'
  const ceiling = grant.ceilings[scope.kind]
  if (ceiling && !values.every((value) => ceiling.includes(value))) return 'scope-not-allowed'
  return values.every((value) => matchesScope(scope, value)) ? null : 'scope-shape'
}

/** Whether what was given once could be given today, as it was: nobody is asked why, or when it began. */
export function couldBeGiven(
  assignable: AssignableRole,
  given: { scopes: Readonly<Record<string, readonly string[]>>; validFrom: Date; validUntil: Date | null },
): boolean {
  return findMisfits(assignable, given.scopes).length === 0 && endMistake(assignable, given) === null
}

const oneDay = 86_400_000
const sameDay = (one: Date, other: Date) => other >= one && other.getTime() - one.getTime() < oneDay

function wrongFrom(validFrom: Date | null, now: Date, before: { validFrom: Date } | null): AssignmentMistake | null {
  if (!validFrom) return 'from-missing'
  if (before && validFrom.getTime() === before.validFrom.getTime()) return null
  return now.getTime() - validFrom.getTime() >= oneDay ? 'from-past' : null
}

function wrongUntil(
  { role, grant }: AssignableRole,
  { typed, validFrom, validUntil }: { typed: string; validFrom: Date | null; validUntil: Date | null },
): AssignmentMistake | null {
  return typed !== '' && !validUntil ? 'until-wrong' : endMistake({ role, grant }, { validFrom, validUntil })
}

function endMistake(
  { role, grant }: Pick<AssignableRole, 'role' | 'grant'>,
  { validFrom, validUntil }: { validFrom: Date | null; validUntil: Date | null },
): AssignmentMistake | null {
  if (!validUntil) return role.longestDays === null ? null : 'until-needed'
  if (validFrom && validUntil <= validFrom) return 'until-before-from'
  // A day more or less of summer time is not what the limit is about.
  const days = validFrom ? Math.round((validUntil.getTime() - validFrom.getTime()) / oneDay) : 0
  if (role.longestDays !== null && days > role.longestDays) return 'until-too-long'
  return grant.validUntil && validUntil > grant.validUntil ? 'until-beyond-grant' : null
}
