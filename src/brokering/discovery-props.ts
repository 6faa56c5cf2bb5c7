/** What the discovery page of one sign-in shows: the ways in that the service takes, and what this browser knows of them. */
import { createHash } from 'node:crypto'
import type { Choice } from '../discovery/choice.ts'
import type { DiscoveryPageProps } from '../discovery/discovery.page.tsx'
import type { DiscoveryView } from '../discovery/discovery-address.ts'
import { listProviders } from '../discovery/list-providers.ts'
import { searchableProvider } from '../discovery/provider.ts'
import { buildProviderIndex, type ProviderIndex } from '../discovery/provider-index.ts'
import type { ListedIdentityProvider } from '../organisations/identity-provider.ts'
import { newsOf, troublesOf } from '../status/news.ts'
import type { Language } from '../web/languages.ts'
import { providerName } from './describe-refusal.ts'
import { sameWay, type WayIn } from './next-step.ts'
import type { OpenSignIn } from './open-sign-in.tsx'
import { waysIn } from './ways-in.ts'
import type { WebDeps } from './web-deps.ts'

interface Known {
  language: Language
  remembered: Choice | null
  lastUsed: readonly Choice[]
}

export async function discoveryProps(
  deps: WebDeps,
  { signIn, service }: OpenSignIn,
  view: DiscoveryView,
  { language, remembered, lastUsed }: Known,
): Promise<Omit<DiscoveryPageProps, 'shell'>> {
  const activated = await deps.brokering.directory.identityProvidersOf(service.id)
  const ways = waysIn(service, activated, signIn.request)
  const offeredIds = new Set(ways.map(({ identityProviderId }) => identityProviderId))
  const offered = activated.filter(({ id }) => offeredIds.has(id))
  const nemlogin = offered.find(({ kind }) => kind === 'nemlog-in')
  const local = offered.filter(({ kind }) => kind === 'local')
  const nameOf = (choice: Choice) => {
    const provider = offered.find(({ id }) => id === choice.identityProviderId)
    return provider ? providerName(provider, choice.logInKind, language) : null
  }
  const last = lastUsed.find((choice) => ways.some((way) => sameWay(way, choice)))
  const lastName = last && nameOf(last)
  const rememberedName = remembered && nameOf(remembered)
  const board = deps.board.view()
  const troubles = troublesOf(board, offered, language)
  const troubleOf = (id: string) => troubles.get(id) ?? null
  const lastIsLocal = last && local.some(({ id }) => id === last.identityProviderId)
  return {
    service: { name: language === 'da' ? service.nameDa : service.nameEn, shortName: service.shortName },
    signIn: signIn.id,
    tab: view.tab ?? (view.query || view.group || lastIsLocal ? 'lokal' : 'nemlogin'),
    nemlogin: nemlogin
      ? {
          id: nemlogin.id,
          professional: takes(ways, nemlogin, 'professional'),
          person: takes(ways, nemlogin, 'person'),
          trouble: troubleOf(nemlogin.id),
        }
      : null,
    local: local.length > 0 ? listProviders(indexOf(local, language), view, troubles) : null,
    lastUsed: last && lastName ? { choice: last, name: lastName, trouble: troubleOf(last.identityProviderId) } : null,
    remembered: rememberedName ? { name: rememberedName, serviceId: service.id } : null,
    canCancel: true,
    news: newsOf(board, concernedParts[service.audience], language),
  }
}

/** Whoever logs in to a service for professionals is not told of what citizens cannot do. */
const concernedParts = {
  professional: ['seb-sundhed'],
  citizen: ['seb-borger'],
  both: ['seb-sundhed', 'seb-borger'],
} as const

const takes = (ways: readonly WayIn[], { id }: ListedIdentityProvider, logInKind: Choice['logInKind']) =>
  ways.some((way) => sameWay(way, { identityProviderId: id, logInKind }))

/** Building an index of a thousand names takes milliseconds, so one is kept as long as what it is made of stays the same. */
const indexes = new Map<string, ProviderIndex>()
/** Services differ in what they have activated: so many lists are kept, and then all are let go. */
const mostIndexes = 200

function indexOf(local: readonly ListedIdentityProvider[], language: Language): ProviderIndex {
  const searchable = local.map((provider) => searchableProvider(provider, language))
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([language, searchable]))
    .digest('base64url')
  const known = indexes.get(fingerprint)
  if (known) return known
  if (indexes.size >= mostIndexes) indexes.clear()
  const index = buildProviderIndex(searchable)
  indexes.set(fingerprint, index)
  return index
}
