/** A log-in a person can choose, as the search and the page know it. Rooms further right add what they need. */
export const providerGroups = ['region', 'municipality', 'private', 'other'] as const

export type ProviderGroup = (typeof providerGroups)[number]

export type SearchableProvider = {
  readonly id: string
  readonly name: string
  readonly group: ProviderGroup
  /** What else it helps to know before choosing: `Også sygehusene i regionen`. */
  readonly note: string | null
  /** Other names people know it by: a hospital of the region, an abbreviation, a former name. */
  readonly aliases: readonly string[]
  /** Words that should find it without being names of it. */
  readonly keywords: readonly string[]
  readonly region: string | null
  readonly municipality: string | null
}
