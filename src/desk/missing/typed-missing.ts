/** Reads what an employee says about the administrator whom nobody knows, and how the case says it. */
import type { Wrong } from '../../access/management/fields.tsx'
import { typedChoice, typedText } from '../../access/management/typed.ts'
import { isPhone } from '../../base/phone.ts'
import { fillText } from '../../web/fill.ts'
import type { FormFields } from '../../web/form.ts'
import type { Language } from '../../web/languages.ts'
import { typedWords } from '../cases/typed-in-case.ts'
import { plainReference } from '../cases/typed-new-case.ts'
import { isReference } from '../contact/typed-contact.ts'
import { missingText } from './text.ts'

export const missingReasons = ['unknown', 'gone', 'silent'] as const

export interface TypedMissing {
  reason: (typeof missingReasons)[number] | ''
  phone: string
  candidate: string
  words: string
  /** Of the refusal it began with. */
  reference: string
}

/** `reference` is what the page that led here knew. */
export function emptyMissing(reference: string): TypedMissing {
  const plain = plainReference(reference)
  return { reason: '', phone: '', candidate: '', words: '', reference: isReference(plain) ? plain : '' }
}

export function readTypedMissing(form: FormFields): TypedMissing {
  return {
    reason: typedChoice(form, 'aarsag', missingReasons) ?? '',
    phone: typedText(form, 'telefon', 40),
    candidate: typedText(form, 'navn', 200),
    words: typedWords(form, 'besked'),
    reference: emptyMissing(form.get('reference') ?? '').reference,
  }
}

export function wrongMissing({ reason, phone }: TypedMissing, language: Language): Wrong {
  const { wrong } = missingText[language]
  return { ...(reason === '' && { aarsag: wrong.reason }), ...(!isPhone(phone) && { telefon: wrong.phone }) }
}

/** What stands in the case. */
export function wordsOf({ reason, candidate, words }: TypedMissing, language: Language): string {
  const text = missingText[language]
  return [
    ...(reason === '' ? [] : [fillText(text.said, { reason: text.reasons[reason] })]),
    ...(candidate === '' ? [] : [fillText(text.saidCandidate, { candidate })]),
    ...(words === '' ? [] : [words]),
  ].join('\n\n')
}
