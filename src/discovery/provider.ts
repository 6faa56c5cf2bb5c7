/** A local log-in a person can choose, as the search and the page know it. */
import type { IdentityProvider } from '../organisations/identity-provider.ts'
import type { Language } from '../web/languages.ts'

export type LogInKind = IdentityProvider['logInKinds'][number]

export const providerGroups = ['region', 'municipality', 'private', 'other'] as const

export type ProviderGroup = (typeof providerGroups)[number]

export type SearchableProvider = {
  readonly id: string
  readonly name: string
  readonly group: ProviderGroup
  readonly logInKind: LogInKind
  /** Other names people know it by: a hospital of the region, an abbreviation, a former name. */
  readonly aliases: readonly string[]
  /** Words that should find it without being names of it. */
  readonly keywords: readonly string[]
  readonly region: string | null
  readonly municipality: string | null
}

type Searched = Pick<
  IdentityProvider,
  'id' | 'nameDa' | 'nameEn' | 'category' | 'logInKinds' | 'aliases' | 'keywords' | 'region' | 'municipality'
>

/** The search's view of a provider. The name in the other language finds it too. */
export function searchableProvider(provider: Searched, language: Language): SearchableProvider {
  const { id, nameDa, nameEn, category, logInKinds, aliases, keywords, region, municipality } = provider
  const [name, otherName] = language === 'da' ? [nameDa, nameEn] : [nameEn, nameDa]
  return {
    id,
    name,
    group: category === 'national' ? 'other' : category,
    logInKind: logInKinds.includes('professional') ? 'professional' : 'person',
    aliases: otherName === name ? aliases : [...aliases, otherName],
    keywords,
    region,
    municipality,
  }
}
