/**
 * The sandbox: test identity providers, demo services and made-up people beside SEB, while `PUBLIC_URL` is loopback. SEB is
 * told of them as an operator would tell it (`document`), and talks to them in real, signed and encrypted messages.
 */
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { NewCase } from '../src/access/admin/case-port.ts'
import type { Clock } from '../src/base/clock.ts'
import type { Ids } from '../src/base/ids.ts'
import { fromRoot } from '../src/base/root.ts'
import type { ConfigurationDocument } from '../src/configuration/document.ts'
import type { KeptMail } from '../src/mail/mails.store.ts'
import type { WebEnv } from '../src/web/context.ts'
import { readCookie } from '../src/web/cookies.ts'
import type { Shell } from '../src/web/shell.ts'
import { providerPath, servicePath } from './addresses.ts'
import { sandboxCases } from './data/cases.ts'
import { type ProviderKey, providerKeys } from './data/providers.ts'
import { sandboxDocument } from './data/sandbox-document.ts'
import { type ServiceKey, serviceKeys } from './data/services.ts'
import type { IdentityProvider } from './idp/identity-provider.ts'
import { providerCookie, providerRoutes } from './idp/routes.tsx'
import { Kept } from './kept.ts'
import { sandboxFront } from './pages/front.tsx'
import { sandboxPages } from './pages/routes.tsx'
import { readSeb } from './party/known-seb.ts'
import { loadPartyKey } from './party/party-keys.ts'
import { providerMetadata, serviceMetadata } from './party/party-metadata.ts'
import { fullName } from './people/persona.ts'
import type { DemoService } from './service/demo-service.ts'
import { serviceRoutes } from './service/routes.tsx'

export interface SandboxDeps {
  publicUrl: URL
  clock: Clock
  ids: Ids
  /** The parties' keys are kept below it. */
  keyDirectory: string
  /** SEB's two metadata documents: all that the parties know of it. */
  sebMetadata: { idp: string; sp: string }
  /** The mails that SEB would have sent, the newest first. */
  mails: () => Promise<readonly KeptMail[]>
}

export interface Sandbox {
  /** What SEB must be told before anybody can log in: to be given to `applyDocument`. */
  document: ConfigurationDocument
  /** What the service desk has been asked: to be opened there. */
  cases: readonly NewCase[]
  /** The path of the stylesheet of its pages. */
  stylesheet: string
  /** Every address below `/sandbox`, and what the front page shows. */
  mount(shell: (c: Context<WebEnv>) => Shell): { routes: Hono<WebEnv>; front: (shell: Shell) => Child }
}

/** So many at once, and then the oldest go. */
const room = { asked: { entries: 5000, minutes: 30 }, sessions: { entries: 5000, minutes: 480 } }

export async function createSandbox(deps: SandboxDeps): Promise<Sandbox> {
  const { publicUrl, clock, ids, sebMetadata } = deps
  const seb = readSeb(sebMetadata, clock.now())
  const strangeKey = await loadPartyKey(deps, 'stranger', 'p256')
  const providers = await eachOf(providerKeys, async (key): Promise<IdentityProvider> => {
    // One with an elliptic curve: both kinds of key are in use in the sector.
    const keyPair = await loadPartyKey(deps, `idp-${key}`, key === 'nordhavn' ? 'p256' : 'rsa2048')
    const entityId = new URL(providerPath(key).metadata, publicUrl).href
    const asked: IdentityProvider['asked'] = new Kept(clock, room.asked)
    const sessions: IdentityProvider['sessions'] = new Kept(clock, room.sessions)
    return { key, entityId, publicUrl, keyPair, strangeKey, seb, clock, ids, asked, sessions }
  })
  const services = await eachOf(serviceKeys, async (key): Promise<DemoService> => {
    const keyPair = await loadPartyKey(deps, `service-${key}`, 'rsa2048')
    const entityId = new URL(servicePath(key).metadata, publicUrl).href
    const waiting: DemoService['waiting'] = new Kept(clock, room.asked)
    const sessions: DemoService['sessions'] = new Kept(clock, room.sessions)
    const used: DemoService['used'] = new Kept(clock, room.asked)
    return { key, entityId, publicUrl, keyPair, seb, clock, ids, waiting, sessions, used }
  })
  const metadata = {
    providers: mapped(providers, (key, { keyPair }) => providerMetadata(key, publicUrl, keyPair)),
    services: mapped(services, (key, { keyPair }) => serviceMetadata(key, publicUrl, keyPair)),
  }
  return {
    stylesheet: fromRoot('sandbox', 'assets', 'sandbox.css'),
    cases: sandboxCases,
    document: sandboxDocument({
      providerMetadata: metadata.providers,
      serviceMetadata: metadata.services,
      serviceAddress: (key) => new URL(servicePath(key).page, publicUrl),
    }),
    mount(shell) {
      const web = { shell, secure: publicUrl.protocol === 'https:' }
      const personsHere = (c: Context<WebEnv>) =>
        providerKeys.flatMap((key) => {
          const session = providers[key].sessions.get(readCookie(c, providerCookie(key), web.secure))
          return session ? [fullName(session.persona)] : []
        })
      const routes = new Hono<WebEnv>()
      routes.route('/', sandboxPages(web, deps.mails))
      for (const key of providerKeys) routes.route('/', providerRoutes(providers[key], metadata.providers[key], web))
      for (const key of serviceKeys)
        routes.route('/', serviceRoutes(services[key], metadata.services[key], { ...web, personsHere }))
      return { routes, front: sandboxFront }
    },
  }
}

/** Makes one thing for each key, all at once: making keys takes its time. */
async function eachOf<Key extends ProviderKey | ServiceKey, Made>(
  keys: readonly Key[],
  make: (key: Key) => Promise<Made>,
): Promise<Record<Key, Made>> {
  const made = await Promise.all(keys.map(async (key) => [key, await make(key)] as const))
  return Object.fromEntries(made) as Record<Key, Made>
}

function mapped<Key extends string, From, To>(
  from: Record<Key, From>,
  change: (key: Key, value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(
    Object.entries<From>(from).map(([key, value]) => [key, change(key as Key, value)]),
  ) as Record<Key, To>
}
