/**
 * What the local tab shows: the best hits of a search, one group in pages, or the beginning of every group. Never a
 * thousand rows at once: the page stays small and the search stands on top.
 */
import { type LogInKind, type ProviderGroup, providerGroups, type SearchableProvider } from './provider.ts'
import type { ProviderIndex } from './provider-index.ts'
import { type PointedOut, type ProviderHit, pointOut, searchProviders } from './search-providers.ts'

export type ProviderRow = PointedOut & {
  readonly id: string
  readonly name: string
  readonly logInKind: LogInKind
  /** Where it is, when its name does not say so. */
  readonly note: string | null
  /** A sentence on what is wrong with it just now. */
  readonly trouble: string | null
}

export type ProviderSection = {
  readonly group: ProviderGroup
  readonly rows: readonly ProviderRow[]
  /** How many there are in all, shown or not. */
  readonly total: number
}

export type ProviderList = {
  /** How many log-ins the service has. */
  readonly total: number
  readonly query: string
  /** How many fit the query; all when nothing was searched for. */
  readonly found: number
  readonly sections: readonly ProviderSection[]
  /** Set when one group is shown alone, page by page. */
  readonly group: ProviderGroup | null
  readonly page: number
  readonly pages: number
}

export type ProviderListView = { readonly query: string; readonly group: ProviderGroup | null; readonly page: number }

/** Up to this many are simply all shown. */
const showAllUpTo = 60
/** The beginning of a long group. */
const firstOfGroup = 8
const perPage = 100
const bestHits = 40

/** The rows for one view of the list. `troubles`: sentence by provider id. */
export function listProviders(
  index: ProviderIndex,
  view: ProviderListView,
  troubles: ReadonlyMap<string, string> = new Map(),
): ProviderList {
  const query = view.query.trim()
  const total = index.providers.length
  const toRow = (provider: SearchableProvider, pointedOut: PointedOut): ProviderRow => ({
    ...pointedOut,
    id: provider.id,
    name: provider.name,
    logInKind: provider.logInKind,
    note: placeOf(provider),
    trouble: troubles.get(provider.id) ?? null,
  })
  const hitRow = (hit: ProviderHit) => toRow(hit.provider, pointOut(hit))
  const plainRow = (provider: SearchableProvider) => toRow(provider, { nameMarks: [], also: null })

  if (query) {
    const hits = searchProviders(index, query)
    const sections = sectionsInOrderOfBest(hits, hits.slice(0, bestHits), hitRow)
    return { total, query, found: hits.length, sections, group: null, page: 1, pages: 1 }
  }

  const groups = providerGroups
    .map((group) => ({ group, providers: index.providers.filter((provider) => provider.group === group) }))
    .filter(({ providers }) => providers.length > 0)
  const alone = groups.find(({ group }) => group === view.group)
  if (alone) {
    const pages = Math.ceil(alone.providers.length / perPage)
    const page = Math.min(Math.max(1, view.page), pages)
    const rows = alone.providers.slice((page - 1) * perPage, page * perPage).map(plainRow)
    const sections = [{ group: alone.group, rows, total: alone.providers.length }]
    return { total, query, found: total, sections, group: alone.group, page, pages }
  }

  const sections = groups.map(({ group, providers }) => {
    const shown =
      total <= showAllUpTo || providers.length <= firstOfGroup + 2 ? providers : providers.slice(0, firstOfGroup)
    return { group, rows: shown.map(plainRow), total: providers.length }
  })
  return { total, query, found: total, sections, group: null, page: 1, pages: 1 }
}

/** Groups in the order of their best hit, so that the best of all stands first on the page. */
function sectionsInOrderOfBest(
  all: readonly ProviderHit[],
  shown: readonly ProviderHit[],
  toRow: (hit: ProviderHit) => ProviderRow,
): ProviderSection[] {
  const groups = [...new Set(shown.map(({ provider }) => provider.group))]
  const inGroup = (hits: readonly ProviderHit[], group: ProviderGroup) =>
    hits.filter((hit) => hit.provider.group === group)
  return groups.map((group) => ({ group, rows: inGroup(shown, group).map(toRow), total: inGroup(all, group).length }))
}

function placeOf({ name, municipality, region }: SearchableProvider): string | null {
  const places = [municipality, region].filter((place): place is string => place !== null && !name.includes(place))
  return places.length > 0 ? places.join(', ') : null
}
