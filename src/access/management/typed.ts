/** Reads what was typed into a form of system management: what nobody can keep or send is left out, as is space around it. */
import { cutText, isPlainText } from '../../base/plain-text.ts'
import type { FormFields } from '../../web/form.ts'

export function typedText(form: FormFields, name: string, longest = 256): string {
  const text = plain(form.get(name) ?? '').replace(/\s+/g, ' ')
  return cutText(text.trim(), longest)
}

/** One a line; each once. */
export function typedLines(form: FormFields, name: string): string[] {
  return unique(plain(form.get(name) ?? '').split(/[\r\n]+/))
}

/** Of what may be chosen, what was; anything else counts as not said. */
export function typedChoice<Choice extends string>(
  form: FormFields,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  const typed = form.get(name)
  return choices.find((choice) => choice === typed) ?? null
}

/** The text of an address, as the forms' own are read. */
export function plain(text: string): string {
  return isPlainText(text) ? text : Array.from(text).filter(isPlainText).join('')
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => cutText(text.trim(), 256)))].filter((text) => text !== '')
}
