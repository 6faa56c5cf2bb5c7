/**
 * Writes a text the way searching compares it: small letters, no accents, `æ ø å` as `ae oe aa`, so that an English
 * keyboard and the old spelling (Aabenraa, Åbenrå) find the same.
 */

const spelledOut: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ä: 'ae',
  ö: 'oe',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
}

/** The folded text. */
export function fold(original: string): string {
  return original
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\0-\x7f]/gu, (letter) => spelledOut[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))
}

export type FoldedPlaces = {
  /** For each character of the folded text, where the letter it comes from starts in the original. */
  readonly starts: readonly number[]
  /** …and where that letter ends. */
  readonly ends: readonly number[]
}

/** Where each folded character came from; an accent written as a character of its own belongs to its letter. */
export function foldedPlaces(original: string): FoldedPlaces {
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: letter, index } of original.matchAll(/\P{M}\p{M}*|\p{M}/gu)) {
    for (let left = fold(letter).length; left > 0; left--) {
      starts.push(index)
      ends.push(index + letter.length)
    }
  }
  return { starts, ends }
}

export type FoldedWord = { readonly text: string; readonly start: number }

/** The words of a folded text and where each starts in it. */
export function wordsOf(folded: string): FoldedWord[] {
  return Array.from(folded.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({ text: match[0], start: match.index }))
}
