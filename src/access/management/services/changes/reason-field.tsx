/** Why an owner wants a change: system management reads it before it answers. */
import type { FormFields } from '../../../../web/form.ts'
import type { Language } from '../../../../web/languages.ts'
import { type FieldMistakes, TextArea } from '../form/fields.tsx'
import { textMistake, typedText } from '../form/text-mistake.ts'
import { changesText } from './text.ts'

type ReasonFieldProps = { readonly language: Language; readonly value: string; readonly mistakes: FieldMistakes }

export function ReasonField({ language, value, mistakes }: ReasonFieldProps) {
  const text = changesText[language]
  return (
    <TextArea
      id="begrundelse"
      label={text.askReason}
      hint={text.askReasonHint}
      value={value}
      rows={3}
      mistakes={mistakes}
    />
  )
}

export const longestReason = 1000

/** The reason, and what is wrong with it. */
export function readReason(form: FormFields, language: Language): { reason: string; mistakes: FieldMistakes } {
  const text = changesText[language]
  const reason = typedText(form, 'begrundelse')
  const mistake = textMistake(reason, { longest: longestReason })
  if (!mistake) return { reason, mistakes: {} }
  return { reason, mistakes: { begrundelse: mistake === 'missing' ? text.askReasonMissing : text.mistakes[mistake] } }
}
