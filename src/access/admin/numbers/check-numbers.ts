/** The numbers that a log-in is known by, as they were typed, and what is wrong with them: a sentence a field. */
import { hasCprNumber } from '../../../base/cpr-in-text.ts'
import type { FormFields } from '../../../web/form.ts'
import { readRid, readUuid } from '../invite/check-employee.ts'
import { readLine } from '../read-line.ts'

export interface Numbers {
  professionalUuid: string | null
  rid: string | null
}

export interface TypedNumbers {
  uuid: string
  rid: string
  reason: string
}

export type NumbersField = 'uuid' | 'rid' | 'begrundelse'

export type NumbersMistake =
  | 'uuid-wrong'
  | 'uuid-taken'
  | 'rid-wrong'
  | 'rid-cpr'
  | 'rid-taken'
  | 'reason-missing'
  | 'meanwhile'

export interface FieldMistake {
  field: NumbersField
  mistake: NumbersMistake
}

/** Other fields than these are never looked at. (Security D10) */
export function readTypedNumbers(form: FormFields): TypedNumbers {
  return {
    uuid: readLine(form.get('uuid'), 300),
    rid: readLine(form.get('rid'), 300),
    reason: readLine(form.get('begrundelse'), 500),
  }
}

/** An empty field is no number. */
export function checkNumbers(typed: TypedNumbers): { numbers: Numbers; mistakes: FieldMistake[] } {
  const mistakes: FieldMistake[] = []
  const professionalUuid = typed.uuid === '' ? null : readUuid(typed.uuid)
  if (typed.uuid !== '' && professionalUuid === null) mistakes.push({ field: 'uuid', mistake: 'uuid-wrong' })
  const rid = typed.rid === '' ? null : readRid(typed.rid)
  if (typed.rid !== '' && rid === null) mistakes.push({ field: 'rid', mistake: 'rid-wrong' })
  // Of all wrong numbers this one must not stay anywhere.
  if (rid !== null && hasCprNumber(rid)) mistakes.push({ field: 'rid', mistake: 'rid-cpr' })
  if (typed.reason === '') mistakes.push({ field: 'begrundelse', mistake: 'reason-missing' })
  return { numbers: { professionalUuid, rid }, mistakes }
}
