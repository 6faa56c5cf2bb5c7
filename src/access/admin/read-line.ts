/** One line that somebody wrote in a form or an address: what cannot be kept or sent is left out, and it has an end. */
import { isPlainText } from '../../base/plain-text.ts'

export function readLine(text: string | null | undefined, longest: number): string {
  const kept = [...(text ?? '')].map((character) => (isPlainText(character) ? character : ' ')).join('')
  return kept.trim().replace(/\s+/g, ' ').slice(0, longest).toWellFormed()
}
