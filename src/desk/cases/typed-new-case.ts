/** Reads a new case as somebody of the desk typed it for whoever called. */

import { caseKinds } from '../../access/admin/case-port.ts'
import type { Wrong } from '../../access/management/fields.tsx'
import { typedChoice, typedText } from '../../access/management/typed.ts'
import { plainCvr } from '../../base/cvr.ts'
import { readMailAddress } from '../../base/mail-address.ts'
import { isPhone } from '../../base/phone.ts'
import type { FormFields } from '../../web/form.ts'
import type { Language } from '../../web/languages.ts'
import type { TypedNewCase } from './new-case.page.tsx'
import { casesText } from './text.ts'
import { isEightDigits, typedWords } from './typed-in-case.ts'

export const emptyNewCase: TypedNewCase = {
  subject: '',
  words: '',
  kind: 'other',
  name: '',
  phone: '',
  email: '',
  cvr: '',
  reference: '',
}

export function readTypedNewCase(form: FormFields): TypedNewCase {
  return {
    subject: typedText(form, 'emne', 200),
    words: typedWords(form, 'besked'),
    kind: typedChoice(form, 'slags', caseKinds) ?? 'other',
    name: typedText(form, 'navn', 100),
    phone: typedText(form, 'telefon', 40),
    email: typedText(form, 'mail', 254),
    cvr: plainCvr(typedText(form, 'cvr', 20)),
    reference: plainReference(typedText(form, 'reference', 20)),
  }
}

/** As it was read out: `4f7k 92qd`. */
export function plainReference(text: string): string {
  return text.replace(/\s/g, '').toUpperCase().slice(0, 20)
}

export function wrongNewCase(typed: TypedNewCase, language: Language): Wrong {
  const { wrong } = casesText[language]
  const { subject, words, name, phone, email, cvr } = typed
  return {
    ...(subject === '' && { emne: wrong.subject }),
    ...(words === '' && { besked: wrong.words }),
    ...(name === '' && { navn: wrong.name }),
    ...((phone === '' ? email === '' : !isPhone(phone)) && { telefon: wrong.reach }),
    ...(email !== '' && readMailAddress(email) === null && { mail: wrong.email }),
    ...(cvr !== '' && !isEightDigits(cvr) && { cvr: wrong.cvr }),
  }
}
