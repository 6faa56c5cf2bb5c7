/** What somebody typed to begin a review, and what is wrong with it. */
import { readLine } from '../access/admin/read-line.ts'
import { readEnd } from '../base/danish-time.ts'
import type { FormFields } from '../web/form.ts'
import { daysAfter, type Silence, silences } from './review.ts'

export interface TypedReview {
  name: string
  unitId: string | null
  serviceId: string | null
  onlySensitive: boolean
  /** As a date field holds it. */
  deadline: string
  silence: Silence | null
}

export type BeginMistake = 'name' | 'deadline' | 'silence' | 'nothing'

const fewestDays = 7
const mostDays = 90

/** What is not a unit or a service that is offered counts as not said. */
export function readTypedReview(
  form: FormFields,
  { units, services }: { units: readonly { id: string }[]; services: readonly { id: string }[] },
): TypedReview {
  const among = (choices: readonly { id: string }[], id: string | null) =>
    choices.find((choice) => choice.id === id)?.id ?? null
  return {
    name: readLine(form.get('navn'), 100),
    unitId: among(units, form.get('enhed')),
    serviceId: among(services, form.get('tjeneste')),
    onlySensitive: form.get('foelsomme') === '1',
    deadline: (form.get('frist') ?? '').slice(0, 20),
    silence: readSilence(form),
  }
}

export function readSilence(form: FormFields): Silence | null {
  return silences.find((silence) => silence === form.get('tavshed')) ?? null
}

export type CheckedReview =
  | { deadline: Date; silence: Silence; mistakes: readonly [] }
  | { mistakes: readonly BeginMistake[] }

export function checkTypedReview(typed: TypedReview, now: Date): CheckedReview {
  const deadline = /^\d{4}-\d{2}-\d{2}$/.test(typed.deadline) ? readEnd(typed.deadline) : null
  const fits = deadline && deadline >= daysAfter(now, fewestDays) && deadline <= daysAfter(now, mostDays + 1)
  const mistakes: BeginMistake[] = [
    ...(typed.name === '' ? (['name'] as const) : []),
    ...(fits ? [] : (['deadline'] as const)),
    ...(typed.silence ? [] : (['silence'] as const)),
  ]
  return fits && typed.silence && mistakes.length === 0
    ? { deadline, silence: typed.silence, mistakes: [] }
    : { mistakes }
}
