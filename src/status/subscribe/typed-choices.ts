/** What was typed into the form of a subscription, and what is wrong with it. */
import type { Wrong } from '../../access/management/fields.tsx'
import { typedChoice, typedText } from '../../access/management/typed.ts'
import type { FormFields } from '../../web/form.ts'
import { type Language, languages } from '../../web/languages.ts'
import type { StatusPart } from '../part.ts'
import { type Choices, everyLocal, type Pace, paces } from './subscription.ts'
import { subscribeText } from './text.ts'

export interface TypedChoices {
  everything: boolean
  parts: readonly string[]
  /** Empty: none. */
  local: string
  pace: Pace
  language: Language
}

export function nothingTyped(language: Language): TypedChoices {
  return { everything: true, parts: [], local: '', pace: 'at-once', language }
}

/** `known` are the parts there are: anything else was not on the form. */
export function readTypedChoices(form: FormFields, known: readonly StatusPart[], language: Language): TypedChoices {
  const locals = [everyLocal, ...known.filter(({ kind }) => kind === 'local').map(({ key }) => key)]
  return {
    everything: form.get('om') !== 'valgte',
    parts: known.filter(({ key, kind }) => kind !== 'local' && form.all('dele').includes(key)).map(({ key }) => key),
    local: typedChoice(form, 'lokal', locals) ?? '',
    pace: typedChoice(form, 'tempo', paces) ?? 'at-once',
    language: typedChoice(form, 'sprog', languages) ?? language,
  }
}

export function typedOf({ parts, pace, language }: Choices, known: readonly StatusPart[]): TypedChoices {
  const isLocal = (key: string) => key === everyLocal || known.some((part) => part.key === key && part.kind === 'local')
  return {
    everything: parts.length === 0,
    parts: parts.filter((key) => !isLocal(key)),
    local: parts.find(isLocal) ?? '',
    pace,
    language,
  }
}

export function readAddress(form: FormFields): string {
  return typedText(form, 'mail', 254)
}

/** What was chosen, or a sentence for the field that does not say. */
export function chosenBy(typed: TypedChoices, language: Language): { chosen: Choices } | { wrong: Wrong } {
  const { everything, local, pace } = typed
  const parts = everything ? [] : [...typed.parts, ...(local === '' ? [] : [local])]
  if (!everything && parts.length === 0) return { wrong: { dele: subscribeText[language].wrong.parts } }
  return { chosen: { language: typed.language, pace, parts } }
}
