/** What can be called text everywhere it goes: kept by PostgreSQL, sent in XML 1.0 (§2.2 Char), shown on a page. */

/** False for control characters other than tab and line breaks, for non-characters, and for half of a surrogate pair. */
export function isPlainText(text: string): boolean {
  if (!text.isWellFormed()) return false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffe || code === 0xffff) return false
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return false
  }
  return true
}

/** The beginning of a plain text, never with half of a character: JSON in PostgreSQL has no place for one. */
export function cutText(text: string, longest: number): string {
  const cut = text.slice(0, longest)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** The text without what makes it none: nobody can see those characters, and few can have meant them. */
export function withoutUnprintable(text: string): string {
  return isPlainText(text) ? text : Array.from(text.toWellFormed()).filter(isPlainText).join('')
}
