/**
 * Writes a text the way searching compares it: small letters, no accents, `æ ø å` as `ae oe aa`, so that an English
 * keyboard and the old spelling (Aabenraa, Åbenrå) find the same. Each folded letter remembers where it came from.
 */

export type Folded = {
  readonly text: string
  /** For each letter of `text`, its place in the original. */
  readonly origin: readonly number[]
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

/** Folds a text, letter by letter. */
export function fold(original: string): Folded {
  let text = ''
  const origin: number[] = []
  let at = 0
  for (const letter of original) {
    for (const folded of foldLetter(letter)) {
      text += folded
      origin.push(at)
    }
    at += letter.length
  }
  return { text, origin }
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
