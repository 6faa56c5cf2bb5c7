/** How a form tells that somebody else was there first: what stands there now, field by field. */
import { fillText } from '../../../web/fill.ts'
import type { Language } from '../../../web/languages.ts'
import type { FieldChange } from './changes/field-changes.ts'
import { type ChangeWords, fieldInWords, valueInWords } from './changes/value-in-words.ts'

const noWords: ChangeWords = { roles: new Map(), summarise: () => null }
const longest = 120

/** `differs`: from what is there now to what was typed. */
export function changedMeanwhile(text: string, differs: readonly FieldChange[], language: Language): string {
  const fields = differs.map(({ field, from }) => {
    const now = valueInWords(field, from, noWords, language).join(', ') || '–'
    return `${fieldInWords(field, language)}: »${now.length > longest ? `${now.slice(0, longest)}…` : now}«`
  })
  return fillText(text, { fields: fields.join('; ') })
}

export function nameOf({ nameDa, nameEn }: { nameDa: string; nameEn: string }, language: Language): string {
  return language === 'da' ? nameDa : nameEn
}
