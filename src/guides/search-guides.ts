/** Finds the tasks of the guides that a few words are about: every word must be found, in a heading before in the text. */
import { fold, foldedPlaces, wordsOf } from '../discovery/fold.ts'
import type { Shell } from '../web/shell.ts'
import type { Guide, Task } from './guide.ts'
import { plainSentence } from './step.tsx'

export interface Found {
  readonly guide: Guide
  readonly task: Task
  /** The sentence that says most of what was asked for; none where the heading says it. */
  readonly sentence: string | null
}

/** What is read of what was typed. */
export const longestQuery = 100

export function searchGuides(
  guides: readonly Guide[],
  query: string,
  reader: Pick<Shell, 'language' | 'desk'>,
): Found[] {
  const stems = stemsOf(query)
  if (stems.length === 0) return []
  const { language } = reader
  const hits = guides.flatMap((guide) =>
    guide.tasks.flatMap((task) => {
      const { title, steps, note } = task.words[language]
      const heading = fold(title)
      const sentences = [...steps, ...(note ? [note] : [])].map((step) => plainSentence(step, task, reader))
      const everything = fold([title, guide.words[language].who, guide.words[language].title, ...sentences].join('\n'))
      if (!stems.every((stem) => everything.includes(stem))) return []
      const inHeading = countIn(heading, stems)
      const [best = ''] = sentences.toSorted((a, b) => countIn(fold(b), stems) - countIn(fold(a), stems))
      return [{ guide, task, sentence: countIn(fold(best), stems) > 0 ? best : null, inHeading }]
    }),
  )
  return hits
    .toSorted((a, b) => b.inHeading - a.inHeading)
    .map(({ guide, task, sentence }) => ({ guide, task, sentence }))
}

/** The text in pieces, those that were asked for marked, to the end of their word. */
export function markFound(text: string, query: string): { readonly text: string; readonly found: boolean }[] {
  const folded = fold(text)
  const { starts, ends } = foldedPlaces(text)
  const found = new Set<number>()
  for (const stem of stemsOf(query)) {
    for (let at = folded.indexOf(stem); at !== -1; at = folded.indexOf(stem, at + 1)) {
      const rest = /^[\p{L}\p{N}]*/u.exec(folded.slice(at + stem.length))?.[0].length ?? 0
      for (let letter = starts[at] ?? 0; letter < (ends[at + stem.length + rest - 1] ?? 0); letter++) found.add(letter)
    }
  }
  const pieces: { text: string; found: boolean }[] = []
  for (let at = 0; at < text.length; at++) {
    const last = pieces.at(-1)
    if (last && last.found === found.has(at)) last.text += text[at]
    else pieces.push({ text: text[at] ?? '', found: found.has(at) })
  }
  return pieces
}

const stemsOf = (query: string) => wordsOf(fold(query.slice(0, longestQuery))).map(({ text }) => stemOf(text))

/** A word is found in its other forms too: `roller` where it says `rollen`. */
function stemOf(word: string): string {
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 4)
  return ending ? word.slice(0, -ending.length) : word
}

const endings = ['erne', 'ene', 'ing', 'er', 'en', 'et', 'es', 'ed', 'e', 's', 'r']

const countIn = (text: string, stems: readonly string[]) => stems.filter((stem) => text.includes(stem)).length
