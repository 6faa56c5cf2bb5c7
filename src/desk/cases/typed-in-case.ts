/** Reads what was typed on the page of a case, and says what is wrong with it in a sentence beside the field. */
import { type CaseKind, caseKinds } from '../../access/admin/case-port.ts'
import type { Wrong } from '../../access/management/fields.tsx'
import { typedChoice, typedText } from '../../access/management/typed.ts'
import { plainCvr } from '../../base/cvr.ts'
import { cutText } from '../../base/plain-text.ts'
import type { FormFields } from '../../web/form.ts'
import type { Language } from '../../web/languages.ts'
import { type Case, type Priority, priorities } from './case.ts'
import { anotherCandidate, leavings, proofs } from './case-deeds.tsx'
import { casesText } from './text.ts'

export interface TypedInCase {
  answer: string
  leaving: (typeof leavings)[number]
  note: string
  kind: CaseKind
  priority: Priority
  cvr: string
  candidate: string
  otherName: string
  proof: (typeof proofs)[number] | ''
  handOver: string
}

const longestWords = 8000

/** For the page as it is at first. */
export function nothingTyped({ kind, priority, cvr }: Case): TypedInCase {
  return {
    answer: '',
    leaving: 'waiting',
    note: '',
    kind,
    priority,
    cvr: cvr ?? '',
    candidate: '',
    otherName: '',
    proof: '',
    handOver: '',
  }
}

export function readTypedInCase(form: FormFields, found: Case): TypedInCase {
  const at = nothingTyped(found)
  return {
    answer: typedWords(form, 'svar'),
    leaving: typedChoice(form, 'saa', leavings) ?? at.leaving,
    note: typedWords(form, 'bemaerkning'),
    kind: typedChoice(form, 'slags', caseKinds) ?? at.kind,
    priority: priorities.find((priority) => String(priority) === form.get('prioritet')) ?? at.priority,
    cvr: form.get('cvr') === null ? at.cvr : plainCvr(typedText(form, 'cvr', 20)),
    candidate: typedText(form, 'hvem', 60),
    otherName: typedText(form, 'navn', 100),
    proof: typedChoice(form, 'bevis', proofs) ?? '',
    handOver: typedWords(form, 'besked'),
  }
}

/** Line breaks are kept, and all else that nobody can keep or send is left out. */
export function typedWords(form: FormFields, name: string): string {
  const text = (form.get(name) ?? '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
  return cutText(text.trim(), longestWords)
}

export function wrongAnswer({ answer }: TypedInCase, language: Language): Wrong {
  return answer === '' ? { svar: casesText[language].wrong.answer } : {}
}

export function wrongNote({ note }: TypedInCase, language: Language): Wrong {
  return note === '' ? { bemaerkning: casesText[language].wrong.note } : {}
}

export function wrongSorting({ cvr }: TypedInCase, language: Language): Wrong {
  return cvr === '' || isEightDigits(cvr) ? {} : { cvr: casesText[language].wrong.cvr }
}

/** Of whom SEB proposes, or somebody by name; with proof. */
export function wrongHandOver(typed: TypedInCase, accountIds: readonly string[], language: Language): Wrong {
  const { wrong } = casesText[language]
  const { candidate, otherName, proof } = typed
  return {
    ...(candidate !== anotherCandidate && !accountIds.includes(candidate) && { hvem: wrong.who }),
    ...(candidate === anotherCandidate && otherName === '' && { navn: wrong.otherName }),
    ...(proof === '' && { bevis: wrong.proof }),
  }
}

/** Whether SEB knows it is asked for elsewhere: an organisation is often not in SEB yet. */
export function isEightDigits(cvr: string): boolean {
  return /^\d{8}$/.test(cvr)
}
