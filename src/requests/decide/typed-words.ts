/** What somebody who decides writes in their own words: kept as typed where something is wrong with it, never with a CPR number. */
import { hasCprNumber } from '../../base/cpr-in-text.ts'
import type { FormFields } from '../../web/form.ts'

/** The name of the field. What forms call `begrundelse` loses CPR numbers silently; here they are refused with an explanation. */
export const wordsField = 'ord'
export const longestWords = 1000

export type WordsMistake = 'missing' | 'too-long' | 'cpr'

export function readWords(form: FormFields): string {
  return (form.get(wordsField) ?? '').replace(/\r\n?/g, '\n').trim()
}

export function wordsMistake(words: string, { needed }: { needed: boolean }): WordsMistake | null {
  if (words === '') return needed ? 'missing' : null
  if (words.length > longestWords) return 'too-long'
  return hasCprNumber(words) ? 'cpr' : null
}
