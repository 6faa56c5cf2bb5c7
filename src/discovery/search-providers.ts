/**
 * Finds log-ins by name, alias, keyword, municipality or region, and forgives slips of the fingers. What is written
 * right beats what is nearly right; a name beats an alias; the beginning of a word beats its middle.
 */
import { fold, foldedPlaces, wordsOf } from './fold.ts'
import { providerGroups, type SearchableProvider } from './provider.ts'
import { lettersOf, type Place, type ProviderIndex, type SearchedField } from './provider-index.ts'
import { likeness, slipsAllowed } from './word-distance.ts'

/** A stretch of a text to point out: from, up to but not including. */
export type Mark = readonly [from: number, to: number]

export type ProviderHit<P extends SearchableProvider = SearchableProvider> = {
  readonly provider: P
  readonly score: number
  /** Where each typed word was found. */
  readonly finds: readonly Find[]
}

/** The best find of one typed word in one provider. */
type Find = {
  readonly place: Place
  /** Where in the folded value, and how much of it. */
  readonly at: number
  readonly length: number
  readonly score: number
}

/** All providers that fit the query, best first. An empty query finds nothing. */
export function searchProviders<P extends SearchableProvider>(
  index: ProviderIndex<P>,
  query: string,
): ProviderHit<P>[] {
  const folded = fold(query.slice(0, 100))
  const typed = meaningfulWords(wordsOf(folded).map((word) => word.text))
  if (typed.length === 0) return []
  const direct = typed.map((word) => directFinds(index, word))
  const forgiving = direct.map((finds, at) => (finds.size > 0 ? finds : findsWithSlips(index, typed[at] ?? '')))
  const ways = [
    () => combine(index, forgiving, typed.length, folded),
    () =>
      combine(
        index,
        direct.map((finds, at) => merge(finds, findsWithSlips(index, typed[at] ?? ''))),
        typed.length,
        folded,
      ),
    // One word too many should not hide what the others found.
    () => (typed.length > 1 ? combine(index, forgiving, typed.length - 1, folded) : []),
  ]
  for (const way of ways) {
    const hits = way()
    if (hits.length > 0) return hits
  }
  return []
}

const mostWords = 6
const emptyWords = new Set(['i', 'paa', 'og', 'for', 'af', 'til', 'the', 'in', 'of', 'and'])

function meaningfulWords(words: string[]): string[] {
  const meaningful = words.filter((word) => !emptyWords.has(word))
  return (meaningful.length > 0 ? meaningful : words).slice(0, mostWords)
}

type Finds = Map<number, Find>

const fieldWeight: Record<SearchedField, number> = {
  name: 1,
  alias: 0.9,
  keyword: 0.75,
  municipality: 0.7,
  region: 0.6,
}
const whole = 100
const beginning = 80
const middle = 45
const nearly = 40
const perSlip = 10

function directFinds(index: ProviderIndex, typed: string): Finds {
  const finds: Finds = new Map()
  for (const word of index.words) {
    const at = word.text.indexOf(typed)
    if (at === -1 || (at > 0 && typed.length < 3)) continue
    const score = word.text.length === typed.length ? whole : at === 0 ? beginning : middle
    for (const place of word.places) keepBest(finds, { place, at: place.start + at, length: typed.length, score })
  }
  return finds
}

function findsWithSlips(index: ProviderIndex, typed: string): Finds {
  const finds: Finds = new Map()
  const most = slipsAllowed(typed)
  if (most === 0) return finds
  const letters = lettersOf(typed)
  for (const word of index.words) {
    if (bitsIn(letters & ~word.letters) > most) continue
    const like = likeness(typed, word.text, most)
    if (!like) continue
    const score = nearly - like.slips * perSlip + (like.length === word.text.length ? perSlip / 2 : 0)
    for (const place of word.places) keepBest(finds, { place, at: place.start, length: like.length, score })
  }
  return finds
}

function keepBest(finds: Finds, find: Find): void {
  const weighted = { ...find, score: find.score * fieldWeight[find.place.field] }
  const known = finds.get(find.place.provider)
  if (!known || known.score < weighted.score) finds.set(find.place.provider, weighted)
}

function merge(first: Finds, second: Finds): Finds {
  return new Map([...second, ...first])
}

/** Providers in which at least `needed` of the typed words were found. */
function combine<P extends SearchableProvider>(
  index: ProviderIndex<P>,
  perWord: Finds[],
  needed: number,
  query: string,
): ProviderHit<P>[] {
  const perProvider = new Map<number, Find[]>()
  for (const finds of perWord) {
    for (const [provider, find] of finds) {
      const known = perProvider.get(provider)
      if (known) known.push(find)
      else perProvider.set(provider, [find])
    }
  }
  const wanted = query.trim().replace(/^region /, '')
  const hits: { hit: ProviderHit<P>; position: number }[] = []
  for (const [position, finds] of perProvider) {
    const provider = index.providers[position]
    if (!provider || finds.length < needed) continue
    const startsAlike = index.foldedNames[position]?.startsWith(wanted) ? whole : 0
    const score = startsAlike + finds.reduce((sum, find) => sum + find.score, 0) / perWord.length
    hits.push({ hit: { provider, score, finds }, position })
  }
  // Among equals the bigger kind comes first; within a kind the alphabet of the index stands.
  return hits
    .sort((a, b) => b.hit.score - a.hit.score || rank(a.hit) - rank(b.hit) || a.position - b.position)
    .map(({ hit }) => hit)
}

const rank = ({ provider }: ProviderHit) => providerGroups.indexOf(provider.group)

export type PointedOut = {
  readonly nameMarks: readonly Mark[]
  /** The text that matched where the name alone did not. */
  readonly also: { readonly field: SearchedField; readonly text: string; readonly marks: readonly Mark[] } | null
}

/** What to point out of a hit that is shown. */
export function pointOut({ provider, finds }: ProviderHit): PointedOut {
  const inName = finds.filter((find) => find.place.field === 'name')
  const elsewhere = finds.filter((find) => find.place.field !== 'name').sort((a, b) => b.score - a.score)
  const { field, value: text } = elsewhere[0]?.place ?? {}
  const nameMarks = marks(provider.name, inName)
  if (field === undefined || text === undefined) return { nameMarks, also: null }
  const there = elsewhere.filter(({ place }) => place.field === field && place.value === text)
  return { nameMarks, also: { field, text, marks: marks(text, there) } }
}

/** Places in the folded text turned back to places in the text as written; overlapping ones joined. */
function marks(text: string, finds: readonly Find[]): Mark[] {
  if (finds.length === 0) return []
  const { starts, ends } = foldedPlaces(text)
  const sorted = finds
    .map(({ at, length }): [number, number] => [starts[at] ?? 0, ends[at + length - 1] ?? 0])
    .sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

function bitsIn(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
