/** Reads what was typed about an absence and says what is wrong with it, field by field. Pure. */
import { readBeginning, readEnd, writeDay } from '../../../base/danish-time.ts'
import type { FormFields } from '../../../web/form.ts'
import { isTooLong, overlap } from '../../appointments/stand-in-rules.ts'
import { readLine } from '../read-line.ts'

export interface TypedStandIn {
  from: string
  until: string
  /** An account. */
  standIn: string
}

/** The ids of the fields. */
export const standInFields = { from: 'fra', until: 'til', standIn: 'stedfortraeder' } as const

export type StandInMistake =
  | 'from-missing'
  | 'from-past'
  | 'until-missing'
  | 'until-before-from'
  | 'until-too-long'
  | 'stand-in-missing'
  | 'overlaps'

export interface FieldMistake {
  field: (typeof standInFields)[keyof typeof standInFields]
  mistake: StandInMistake
}

export interface CheckedStandIn {
  accountId: string
  validFrom: Date
  validUntil: Date
}

export function readTypedStandIn(form: FormFields): TypedStandIn {
  return {
    from: readLine(form.get(standInFields.from), 100),
    until: readLine(form.get(standInFields.until), 100),
    standIn: readLine(form.get(standInFields.standIn), 100),
  }
}

/** `choices`: the accounts that may be named; `others`: the absences there are already. */
export function checkStandIn(
  typed: TypedStandIn,
  known: { now: Date; choices: readonly string[]; others: readonly { validFrom: Date; validUntil: Date }[] },
): { standIn: CheckedStandIn } | { mistakes: FieldMistake[] } {
  const mistakes: FieldMistake[] = []
  const wrong = (field: keyof typeof standInFields, mistake: StandInMistake) =>
    mistakes.push({ field: standInFields[field], mistake })
  const validFrom = readBeginning(typed.from)
  const validUntil = readEnd(typed.until)
  if (!validFrom) wrong('from', 'from-missing')
  else if (writeDay(validFrom) < writeDay(known.now)) wrong('from', 'from-past')
  if (!validUntil) wrong('until', 'until-missing')
  else if (validFrom && validUntil <= validFrom) wrong('until', 'until-before-from')
  else if (validFrom && isTooLong({ validFrom, validUntil })) wrong('until', 'until-too-long')
  if (!known.choices.includes(typed.standIn)) wrong('standIn', 'stand-in-missing')
  if (mistakes.length > 0 || !validFrom || !validUntil) return { mistakes }
  if (known.others.some((other) => overlap({ validFrom, validUntil }, other)))
    return { mistakes: [{ field: standInFields.from, mistake: 'overlaps' }] }
  return { standIn: { accountId: typed.standIn, validFrom, validUntil } }
}
