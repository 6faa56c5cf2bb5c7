/** What was typed about a new employee, and what is wrong with it: a sentence a field. */
import { hasCprNumber } from '../../../base/cpr-in-text.ts'
import { readBeginning, readEnd } from '../../../base/danish-time.ts'
import { readMailAddress } from '../../../base/mail-address.ts'
import { isPlainText } from '../../../base/plain-text.ts'
import type { FormFields } from '../../../web/form.ts'
import { isLanguage, type Language } from '../../../web/languages.ts'

export const waysToBeKnown = ['invitation', 'uuid', 'rid'] as const

export type WayToBeKnown = (typeof waysToBeKnown)[number]

export interface TypedEmployee {
  name: string
  unitId: string
  known: WayToBeKnown
  email: string
  language: Language
  uuid: string
  rid: string
  from: string
  until: string
}

export type EmployeeMistake =
  | 'name-missing'
  | 'name-wrong'
  | 'unit-missing'
  | 'email-missing'
  | 'email-wrong'
  | 'uuid-wrong'
  | 'uuid-taken'
  | 'rid-wrong'
  | 'rid-cpr'
  | 'rid-taken'
  | 'from-wrong'
  | 'until-wrong'
  | 'until-before-from'

export type EmployeeField = 'navn' | 'enhed' | 'mail' | 'uuid' | 'rid' | 'fra' | 'til'

export interface FieldMistake {
  field: EmployeeField
  mistake: EmployeeMistake
}

export interface NewEmployee {
  name: string
  unitId: string | null
  email: string | null
  language: Language
  /** Null, both of them, for somebody who is invited. */
  professionalUuid: string | null
  rid: string | null
  validFrom: Date
  validUntil: Date | null
}

/** Other fields than these are never looked at. (Security D10) */
export function readTypedEmployee(form: FormFields): TypedEmployee {
  const text = (name: string) => (form.get(name) ?? '').trim().slice(0, 300)
  const language = form.get('sprog-i-mail')
  return {
    name: text('navn'),
    unitId: text('enhed'),
    known: waysToBeKnown.find((way) => way === form.get('kendes')) ?? 'invitation',
    email: text('mail'),
    language: isLanguage(language) ? language : 'da',
    uuid: text('uuid'),
    rid: text('rid'),
    from: text('fra'),
    until: text('til'),
  }
}

/** `today` is when it begins where no day is typed; `unitIds` are the units there are to choose among. */
export function checkEmployee(
  typed: TypedEmployee,
  { now, unitIds, unitNeeded }: { now: Date; unitIds: readonly string[]; unitNeeded: boolean },
): { employee: NewEmployee | null; mistakes: FieldMistake[] } {
  const mistakes: FieldMistake[] = []
  const wrong = (field: EmployeeField, mistake: EmployeeMistake | null | false) =>
    void (mistake && mistakes.push({ field, mistake }))
  wrong(
    'navn',
    typed.name === '' ? 'name-missing' : (typed.name.length > 256 || !isPlainText(typed.name)) && 'name-wrong',
  )
  const unitId = unitIds.find((id) => id === typed.unitId) ?? null
  wrong('enhed', unitId === null && (unitNeeded || typed.unitId !== '') && 'unit-missing')
  const email = readMailAddress(typed.email)
  wrong('mail', typed.email === '' ? typed.known === 'invitation' && 'email-missing' : email === null && 'email-wrong')
  const professionalUuid = typed.known === 'uuid' ? readUuid(typed.uuid) : null
  wrong('uuid', typed.known === 'uuid' && professionalUuid === null && 'uuid-wrong')
  const rid = typed.known === 'rid' ? readRid(typed.rid) : null
  wrong('rid', typed.known === 'rid' && rid === null && 'rid-wrong')
  // Of all wrong numbers this one must not stay anywhere.
  wrong('rid', rid !== null && hasCprNumber(rid) && 'rid-cpr')
  const beginning = typed.from === '' ? now : readBeginning(typed.from)
  wrong('fra', beginning === null && 'from-wrong')
  const validUntil = typed.until === '' ? null : readEnd(typed.until)
  wrong('til', typed.until !== '' && validUntil === null && 'until-wrong')
  wrong('til', beginning !== null && validUntil !== null && validUntil <= beginning && 'until-before-from')
  if (mistakes.length > 0 || !beginning) return { employee: null, mistakes }
  const { name, language } = typed
  return {
    employee: { name, unitId, email, language, professionalUuid, rid, validFrom: beginning, validUntil },
    mistakes,
  }
}

/** As it is copied from elsewhere: with `urn:uuid:`, in braces, in capitals. */
export function readUuid(text: string): string | null {
  const bare = text
    .toLowerCase()
    .replace(/^urn:uuid:/, '')
    .replace(/^\{(.*)\}$/, '$1')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(bare) ? bare : null
}

/** With or without the CVR number that old certificates write before it. */
export function readRid(text: string): string | null {
  const bare = text.replace(/^CVR:\d{8}-RID:/i, '')
  return /^[\w.-]{1,64}$/.test(bare) ? bare : null
}
