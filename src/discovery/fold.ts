/**
 * Writes a text the way searching compares it: small letters, no accents, `æ ø å` as `ae oe aa`, so that an English
 * keyboard and the old spelling (Aabenraa, Åbenrå) find the same. Each folded letter remembers where it came from.
 */

export type Folded = {
  readonly text: string
  /** For each character of `text`, where the letter it comes from starts in the original, and where that ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

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

/** Folds a text, letter by letter; an accent written as a character of its own belongs to its letter. */
export function fold(original: string): Folded {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: letter, index } of original.matchAll(/\P{M}\p{M}*|\p{M}/gu)) {
    const folded = foldLetter(letter)
    text += folded
    for (let at = 0; at < folded.length; at++) {
      starts.push(index)
      ends.push(index + letter.length)
    }
  }
  return { text, starts, ends }
}

function foldLetter(letter: string): string {
  const small = letter.normalize('NFC').toLowerCase()
  return spelledOut[small] ?? small.normalize('NFD').replace(/\p{Mn}/gu, '')
}

export type FoldedWord = { readonly text: string; readonly start: number }

/** The words of a folded text and where each starts in it. */
export function wordsOf(folded: Folded): FoldedWord[] {
  return [...folded.text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ text: match[0], start: match.index }))
}
