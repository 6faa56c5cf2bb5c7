/** The addresses and form fields of the discovery page, written and read in one place. Words in addresses are Danish. */
import { type ProviderGroup, providerGroups } from './provider.ts'

export const discoveryPaths = {
  /** GET shows the page, POST takes the choice. */
  choose: '/login/vaelg',
  /** POST: give up, back to the service. */
  cancel: '/login/afbryd',
  /** GET lists what this browser remembers; POST forgets one (with `tjeneste`) or all. */
  remembered: '/login/husket',
} as const

export const discoveryFields = {
  /** Which sign-in this is about. */
  signIn: 'login',
  /** A `Choice`, see choice.ts. */
  choice: 'valg',
  /** Ticked: go on by yourself next time. */
  remember: 'husk',
  /** In the form that forgets: the service; without it all are forgotten. */
  service: 'tjeneste',
} as const

export type DiscoveryTab = 'nemlogin' | 'lokal'

export type DiscoveryView = {
  /** Null: the person has not chosen a tab yet. */
  readonly tab: DiscoveryTab | null
  readonly query: string
  readonly group: ProviderGroup | null
  readonly page: number
  /** The person came to choose anew: a remembered choice must not send them on. */
  readonly change: boolean
}

/** The address of a view of the discovery page of one sign-in. */
export function discoveryAddress(signIn: string, view: Partial<DiscoveryView> = {}): string {
  const query = new URLSearchParams({ [discoveryFields.signIn]: signIn })
  if (view.tab) query.set('fane', view.tab)
  if (view.query) query.set('soeg', view.query)
  if (view.group) query.set('gruppe', view.group)
  if (view.page && view.page > 1) query.set('side', String(view.page))
  if (view.change) query.set('skift', '1')
  return `${discoveryPaths.choose}?${query}`
}

/** Reads the view from the query of an address; what makes no sense is left out. */
export function readDiscoveryView(query: URLSearchParams): DiscoveryView {
  const tab = query.get('fane')
  const page = Number(query.get('side') ?? 1)
  return {
    tab: tab === 'nemlogin' || tab === 'lokal' ? tab : null,
    query: (query.get('soeg') ?? '').slice(0, 100),
    group: providerGroups.find((group) => group === query.get('gruppe')) ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    change: query.get('skift') === '1',
  }
}
