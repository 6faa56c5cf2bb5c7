/** Reads what somebody wrote on the contact page, and says what is missing in a sentence beside the field. */

import type { CaseKind } from '../../access/admin/case-port.ts'
import type { Wrong } from '../../access/management/fields.tsx'
import { typedChoice, typedText } from '../../access/management/typed.ts'
import { plainCvr } from '../../base/cvr.ts'
import { isUuid } from '../../base/ids.ts'
import { readMailAddress } from '../../base/mail-address.ts'
import { isPhone } from '../../base/phone.ts'
import type { FormFields } from '../../web/form.ts'
import type { Language } from '../../web/languages.ts'
import { isEightDigits, typedWords } from '../cases/typed-in-case.ts'
import { plainReference } from '../cases/typed-new-case.ts'
import { deskText } from './text.ts'

/** An enrolment has its own way in. */
export const contactKinds = [
  'log-in-trouble',
  'missing-administrator',
  'new-service',
  'other',
] as const satisfies CaseKind[]

export interface TypedContact {
  kind: (typeof contactKinds)[number] | ''
  subject: string
  words: string
  name: string
  phone: string
  email: string
  cvr: string
  serviceId: string
  reference: string
}

/** From an address: what a page that led here knew. */
export function contactFrom(get: (name: string) => string | undefined): TypedContact {
  const reference = plainReference(get('reference') ?? '')
  return {
    kind: contactKinds.find((kind) => kind === get('slags')) ?? (isReference(reference) ? 'log-in-trouble' : ''),
    subject: '',
    words: '',
    name: '',
    phone: '',
    email: '',
    cvr: '',
    serviceId: '',
    reference: isReference(reference) ? reference : '',
  }
}

export function readTypedContact(form: FormFields): TypedContact {
  const serviceId = form.get('tjeneste') ?? ''
  return {
    kind: typedChoice(form, 'slags', contactKinds) ?? '',
    subject: typedText(form, 'emne', 200),
    words: typedWords(form, 'besked'),
    name: typedText(form, 'navn', 100),
    phone: typedText(form, 'telefon', 40),
    email: typedText(form, 'mail', 254),
    cvr: plainCvr(typedText(form, 'cvr', 20)),
    serviceId: isUuid(serviceId) ? serviceId : '',
    reference: plainReference(typedText(form, 'reference', 20)),
  }
}

export function wrongContact(typed: TypedContact, language: Language): Wrong {
  const { wrong } = deskText[language].form
  const { kind, subject, words, name, phone, email, cvr, reference } = typed
  return {
    ...(kind === '' && { slags: wrong.kind }),
    ...(subject === '' && { emne: wrong.subject }),
    ...(words === '' && { besked: wrong.words }),
    ...(name === '' && { navn: wrong.name }),
    ...(!isPhone(phone) && { telefon: wrong.phone }),
    ...(email !== '' && readMailAddress(email) === null && { mail: wrong.email }),
    ...(cvr !== '' && !isEightDigits(cvr) && { cvr: wrong.cvr }),
    ...(reference !== '' && !isReference(reference) && { reference: wrong.reference }),
  }
}

export function isReference(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(text)
}
