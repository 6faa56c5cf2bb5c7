/**
 * The search index over the log-ins of one service: every word once, with the places where it stands. Built when the
 * list of providers changes and kept by the caller; a thousand providers take a few milliseconds.
 */
import { fold, wordsOf } from './fold.ts'
import type { SearchableProvider } from './provider.ts'

export type SearchedField = 'name' | 'alias' | 'keyword' | 'municipality' | 'region'

/** One occurrence of a word: in which provider, which field, which value of it, where. */
export type Place = {
  readonly provider: number
  readonly field: SearchedField
  /** The value as written. */
  readonly value: string
  /** Where the word starts in the folded value. */
  readonly start: number
}

export type IndexedWord = { readonly text: string; readonly letters: number; readonly places: Place[] }

export type ProviderIndex<P extends SearchableProvider = SearchableProvider> = {
  /** In Danish alphabet (å last, aa as å). */
  readonly providers: readonly P[]
  /** Names folded, without a leading "Region": nobody thinks of Region Syddanmark under R. */
  readonly foldedNames: readonly string[]
  readonly words: readonly IndexedWord[]
}

const danish = new Intl.Collator('da', { sensitivity: 'base', numeric: true })

/** Builds the index. */
export function buildProviderIndex<P extends SearchableProvider>(unsorted: readonly P[]): ProviderIndex<P> {
  const providers = unsorted.toSorted((a, b) => danish.compare(a.name, b.name))
  const words = new Map<string, IndexedWord>()
  providers.forEach((provider, position) => {
    for (const [field, value] of searchedValues(provider)) {
      for (const word of wordsOf(fold(value))) {
        const known = words.get(word.text) ?? { text: word.text, letters: lettersOf(word.text), places: [] }
        known.places.push({ provider: position, field, value, start: word.start })
        words.set(word.text, known)
      }
    }
  })
  return {
    providers,
    foldedNames: providers.map(({ name }) => fold(name).replace(/^region /, '')),
    words: [...words.values()],
  }
}

function searchedValues(provider: SearchableProvider): [SearchedField, string][] {
  return [
    ['name', provider.name],
    ...provider.aliases.map((alias): [SearchedField, string] => ['alias', alias]),
    ...provider.keywords.map((keyword): [SearchedField, string] => ['keyword', keyword]),
    ...(provider.municipality ? [['municipality', provider.municipality] as [SearchedField, string]] : []),
    ...(provider.region ? [['region', provider.region] as [SearchedField, string]] : []),
  ]
}

/** Which of the letters a–z a word has, as bits: two words that differ in many cannot be alike. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97
    if (letter >= 0 && letter < 26) letters |= 1 << letter
  }
  return letters
}
