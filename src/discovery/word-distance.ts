/** How many slips lie between what was typed and a word: a letter missing, added, wrong, or two swapped. */

/** Slips allowed in a typed word: none in short ones, where a slip makes another word. */
export function slipsAllowed(typed: string): number {
  if (typed.length < 4) return 0
  return typed.length < 8 ? 1 : 2
}

export type Likeness = {
  readonly slips: number
  /** How many letters of the word were compared: all of it, or its beginning while one is still typing. */
  readonly length: number
}

/**
 * The fewest slips between `typed` and `word` or a beginning of it (Damerau-Levenshtein distance, optimal string
 * alignment); null when there are more than `most`.
 */
export function likeness(typed: string, word: string, most: number): Likeness | null {
  if (word.length < typed.length - most) return null
  const columns = Math.min(word.length, typed.length + most)
  let before: number[] = []
  let last = Array.from({ length: columns + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row++) {
    const current = [row]
    let best = row
    for (let column = 1; column <= columns; column++) {
      const same = typed[row - 1] === word[column - 1]
      let slips = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1))
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) {
        slips = Math.min(slips, at(before, column - 2) + 1)
      }
      current.push(slips)
      if (slips < best) best = slips
    }
    if (best > most) return null
    before = last
    last = current
  }
  return closestBeginning(last, word.length, most)
}

/** The beginning of the word with the fewest slips; of equals the whole word, then the longest. */
function closestBeginning(lastRow: readonly number[], wordLength: number, most: number): Likeness | null {
  let closest: Likeness | null = null
  for (let length = Math.min(wordLength, lastRow.length - 1); length > 0; length--) {
    const slips = at(lastRow, length)
    if (slips <= most && (closest === null || slips < closest.slips)) closest = { slips, length }
  }
  return closest
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY
