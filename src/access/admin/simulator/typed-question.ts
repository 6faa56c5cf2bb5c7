/** Reads what was typed about a log-in to try, and the roles that would be given, checked as where they are given. */
import { lowestAssurance } from '../../../base/assurance.ts'
import { readBeginning, readMoment, writeDay } from '../../../base/danish-time.ts'
import { type FormFields, fieldsUnder } from '../../../web/form.ts'
import type { AssignmentAtTheDoor } from '../../roles/role-at-the-door.ts'
import type { AssignableRole } from '../assign/assignable-roles.store.ts'
import {
  type AssignmentMistake,
  checkAssignment,
  readTypedAssignment,
  type TypedAssignment,
} from '../assign/check-assignment.ts'
import type { UnitNumbers } from '../assign/unit-numbers.ts'
import type { SimulatedWay } from './simulation.ts'

/** A role that would be given, as typed. */
export interface TypedRole {
  assignable: AssignableRole
  typed: TypedAssignment
}

export interface TypedQuestion {
  /** Names one of the ways; empty where none has been chosen. */
  way: string
  level: (typeof levels)[number]
  day: string
  time: string
  given: readonly TypedRole[]
}

export type QuestionMistake =
  | { field: string; mistake: 'way' | 'day' | 'past' | 'time' }
  /** Of a role that would be given. */
  | { field: string; of: AssignableRole; mistake: AssignmentMistake }

export const levels = ['Low', 'Substantial', 'High'] as const
export const mostRoles = 5

export const wayKey = ({ identityProviderId, kind }: Pick<SimulatedWay, 'identityProviderId' | 'kind'>) =>
  `${identityProviderId}:${kind}`

/** What the fields of the role at a place begin with. */
export const rolePrefix = (place: number) => `r${place}-`

/** What the form says before anybody has typed: the first log-in on behalf of a workplace, now, as it is. */
export function usualQuestion(ways: readonly SimulatedWay[], now: Date): TypedQuestion {
  const way = ways.find(({ kind }) => kind === 'professional') ?? ways[0]
  const level = way ? lowestAssurance(way.highestAssurance, 'Substantial') : 'Substantial'
  return { way: way ? wayKey(way) : '', level, day: writeDay(now), time: '', given: [] }
}

/** `suggest` fills in a role that was only chosen. Roles that may not be given are not seen. */
export function readQuestion(
  form: FormFields,
  roles: readonly AssignableRole[],
  {
    usual,
    units,
    suggest,
  }: {
    usual: TypedQuestion
    units: readonly UnitNumbers[]
    suggest: (assignable: AssignableRole) => TypedAssignment
  },
): TypedQuestion {
  const roleOf = (field: string) => roles.find(({ role }) => role.id === form.get(field))
  const typed = Array.from({ length: mostRoles }, (_, place) => {
    const prefix = rolePrefix(place)
    const assignable = form.get('uden') === String(place) ? undefined : roleOf(`${prefix}rolle`)
    return assignable ? [{ assignable, typed: readTypedAssignment(fieldsUnder(form, prefix), assignable, units) }] : []
  }).flat()
  const added = form.get('uden') === null && typed.length < mostRoles ? roleOf('rolle') : undefined
  return {
    way: form.get('login') ?? usual.way,
    level: levels.find((level) => level === form.get('niveau')) ?? usual.level,
    day: (form.get('dag') ?? usual.day).trim(),
    time: (form.get('kl') ?? usual.time).trim(),
    given: added ? [...typed, { assignable: added, typed: suggest(added) }] : typed,
  }
}

export interface CheckedQuestion {
  way: SimulatedWay
  at: Date
  given: Pick<AssignmentAtTheDoor, 'role' | 'scopes' | 'validFrom' | 'validUntil' | 'hours'>[]
}

export function checkQuestion(
  { way: chosen, day, time, given }: TypedQuestion,
  { ways, now }: { ways: readonly SimulatedWay[]; now: Date },
): { ok: true; question: CheckedQuestion } | { ok: false; mistakes: QuestionMistake[] } {
  const way = ways.find((each) => wayKey(each) === chosen)
  const at = momentOf(day, time, now)
  const checked = given.map(({ assignable, typed }, place) => {
    const checking = checkAssignment(assignable, { ...typed, reason: '–' }, { now })
    if (checking.ok) return { mistakes: [], assignment: { ...checking.assignment, role: assignable.role } }
    const mistakes = checking.mistakes.map(({ field, mistake }) => ({
      field: rolePrefix(place) + field,
      of: assignable,
      mistake,
    }))
    return { mistakes, assignment: null }
  })
  const mistakes: QuestionMistake[] = [
    ...(way ? [] : [{ field: 'login', mistake: 'way' as const }]),
    ...(at instanceof Date ? [] : [at]),
    ...checked.flatMap((each) => each.mistakes),
  ]
  if (mistakes.length > 0 || !way || !(at instanceof Date)) return { ok: false, mistakes }
  return { ok: true, question: { way, at, given: checked.flatMap(({ assignment }) => assignment ?? []) } }
}

/** Today without a time is now; another day is its noon. */
function momentOf(day: string, time: string, now: Date): Date | QuestionMistake {
  const beginning = /^\d{4}-/.test(day) && day.length === 10 ? readBeginning(day) : null
  if (!beginning) return { field: 'dag', mistake: 'day' }
  const today = day === writeDay(now)
  if (!today && beginning < now) return { field: 'dag', mistake: 'past' }
  if (time === '') return today ? now : (readMoment(day, '12:00') ?? beginning)
  return readMoment(day, time) ?? { field: 'kl', mistake: 'time' }
}
