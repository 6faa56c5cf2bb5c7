/** SEB on PostgreSQL among independent services and identity providers, told of them by `seb apply` alone. */

import { type Postgres, startPostgres } from '../support/postgres.ts'
import { applyToSeb, type SebProcess, startSeb } from '../support/seb-process.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'
import { knowledgeOf, type ServiceAnswerSettings } from './knowledge.ts'
import { trustedFrom } from './metadata-facts.ts'
import type { ProviderPeer, TrustedService } from './peers/provider-peer.ts'
import type { ServicePeer, TrustedProvider } from './peers/service-peer.ts'

type StartService = (host: string, provider: TrustedProvider) => Promise<ServicePeer>
type StartProvider = (host: string, service: TrustedService) => Promise<ProviderPeer>

/** Everything running. */
export type Scene<Service extends string, Provider extends string> = AsyncDisposable & {
  seb: SebProcess
  postgres: Postgres
  services: Record<Service, ServicePeer>
  providers: Record<Provider, ProviderPeer>
  /** Tells SEB of all peers once more, with other settings for the services. */
  tell(settings: ServiceAnswerSettings): Promise<string>
}

/** Starts SEB first, since the peers want its metadata, then the peers side by side, then tells SEB of them. */
export async function startScene<Service extends string, Provider extends string>(
  startServices: Record<Service, StartService>,
  startProviders: Record<Provider, StartProvider>,
): Promise<Scene<Service, Provider>> {
  await using starting = new AsyncDisposableStack()
  const dataDirectory = await temporaryDirectory(starting, 'seb')
  const postgres = starting.use(await startPostgres())
  const databaseUrl = await postgres.createDatabase()
  const seb = starting.use(await startSeb({ host: '127.0.0.20', dataDirectory, databaseUrl }))
  const asProvider = await trustedFrom(`${seb.url}/saml/metadata`)
  const asService = await trustedFrom(`${seb.url}/saml/sp/metadata`)
  // Each peer gets an address of its own: a browser does not keep cookies apart by port.
  const services = await startAll(starting, 30, startServices, asProvider)
  const providers = await startAll(starting, 40, startProviders, asService)
  const tell = (settings: ServiceAnswerSettings) =>
    applyToSeb(seb.options, knowledgeOf(Object.values(services), Object.values(providers), settings))
  await tell({})
  const running = starting.move()
  return { seb, postgres, services, providers, tell, [Symbol.asyncDispose]: () => running.disposeAsync() }
}

async function startAll<Name extends string, Trusted, Peer extends AsyncDisposable>(
  stack: AsyncDisposableStack,
  firstAddress: number,
  starts: Record<Name, (host: string, trusted: Trusted) => Promise<Peer>>,
  whom: Trusted,
): Promise<Record<Name, Peer>> {
  const names = Object.keys(starts) as Name[]
  const peers = await Promise.all(
    names.map(async (name, index) => [name, stack.use(await starts[name](`127.0.0.${firstAddress + index}`, whom))]),
  )
  return Object.fromEntries(peers) as Record<Name, Peer>
}
