/** What can be wrong with any text that somebody types, whatever it is for. */
import { isPlainText } from '../../../../base/plain-text.ts'
import type { FormFields } from '../../../../web/form.ts'

export type TextMistake = 'missing' | 'too-long' | 'unreadable'

/** Without the space around it; line breaks as one character. Empty where the field is missing. */
export function typedText(form: FormFields, name: string): string {
  return (form.get(name) ?? '').replace(/\r\n?/g, '\n').trim()
}

export function textMistake(
  text: string,
  { longest, needed = true }: { longest: number; needed?: boolean },
): TextMistake | null {
  if (text === '') return needed ? 'missing' : null
  if (text.length > longest) return 'too-long'
  return isPlainText(text) ? null : 'unreadable'
}

/** One thing a line, each once. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
}
