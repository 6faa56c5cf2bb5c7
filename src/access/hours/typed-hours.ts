/** Reads the hours of the week that were typed in a form, and says what is wrong with them, field by field. */
import type { WeeklyHours } from '../../base/weekly-hours.ts'
import type { FormFields } from '../../web/form.ts'
import { readLine } from '../admin/read-line.ts'

/** As typed: times need not be any. Rows with nothing in them are left out; none at all: always. */
export type TypedHours = readonly WeeklyHours[]

export type HoursMistake = 'hours-days' | 'hours-from' | 'hours-until' | 'hours-never'

export interface SaidHoursMistake {
  field: string
  mistake: HoursMistake
}

/** As many as a form has; one more than was typed is always shown, up to this. */
export const mostSpans = 7

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The group of all the fields, which a link can lead to. */
export const hoursField = 'tid'
export const isHoursField = (field: string) => field.startsWith(hoursField)
export const daysField = (row: number) => `tid-${row}-dage`
export const dayField = (row: number, day: number) => `tid-${row}-dag-${day}`
export const fromField = (row: number) => `tid-${row}-fra`
export const untilField = (row: number) => `tid-${row}-til`

export function readTypedHours(form: FormFields): TypedHours {
  return Array.from({ length: mostSpans }, (_, row) => ({
    days: weekdays.filter((day) => form.get(dayField(row, day)) !== null),
    from: readTime(form.get(fromField(row))),
    until: readTime(form.get(untilField(row))),
  })).filter(({ days, from, until }) => days.length > 0 || from !== '' || until !== '')
}

/** `7`, `07.00` and `24` as well as `07:00`, for whoever has no picker of times; what is none of them stays as it is. */
export function readTime(typed: string | null): string {
  const text = readLine(typed, 20)
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?$/.exec(text) ?? []
  if (hours === undefined) return text
  return hours === '24' && minutes === '00' ? '00:00' : `${hours.padStart(2, '0')}:${minutes}`
}

/** As an assignment or an account keeps them. */
export function checkHours(typed: TypedHours): { hours: WeeklyHours[] | null; mistakes: SaidHoursMistake[] } {
  const mistakes = typed.flatMap(({ days, from, until }, row): SaidHoursMistake[] => [
    ...(days.length === 0 ? [{ field: daysField(row), mistake: 'hours-days' as const }] : []),
    ...(isTime(from) ? [] : [{ field: fromField(row), mistake: 'hours-from' as const }]),
    ...(isTime(until) ? [] : [{ field: untilField(row), mistake: 'hours-until' as const }]),
  ])
  const hours = typed.map(({ days, from, until }) => ({ days: [...days], from, until }))
  return { hours: hours.length === 0 ? null : hours, mistakes }
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** As hidden fields of the next form. */
export function carriedHours(typed: TypedHours): [name: string, value: string][] {
  return typed.flatMap(({ days, from, until }, row): [string, string][] => [
    ...days.map((day): [string, string] => [dayField(row, day), '1']),
    [fromField(row), from],
    [untilField(row), until],
  ])
}

/** Whether they are the same; the order of rows and days says nothing. */
export function sameHours(
  one: readonly WeeklyHours[] | null | undefined,
  other: readonly WeeklyHours[] | null | undefined,
) {
  return normalHours(one) === normalHours(other)
}

/** One text for hours that are the same. */
export function normalHours(hours: readonly WeeklyHours[] | null | undefined): string {
  const rows = (hours ?? []).map(({ days, from, until }) => `${[...days].sort().join('')} ${from}–${until}`)
  return rows.sort().join(', ')
}
