/** SEB with its sandbox, as `npm start` brings it up, and the moves of a newcomer who follows the people in it. */
import { providerPath, servicePath } from '../../sandbox/addresses.ts'
import { type ProviderKey, providers } from '../../sandbox/data/providers.ts'
import type { ServiceKey } from '../../sandbox/data/services.ts'
import { storyAddress } from '../../sandbox/pages/story-address.ts'
import type { Persona, Story } from '../../sandbox/people/persona.ts'
import type { LogInKind } from '../../src/brokering/authentication.ts'
import { type Page, UserAgent } from '../interop/user-agent.ts'
import { openStage, type Stage } from './stage.ts'
import { temporaryDirectory } from './temporary-directory.ts'

export interface SandboxStage extends Stage {
  /** A service's page. */
  open(browser: UserAgent, service: ServiceKey): Promise<Page>
  /** From the page of a service to the people of a provider; `wishes` is what the service asks for besides. */
  toProvider(browser: UserAgent, service: ServiceKey, way: Way, wishes?: Record<string, string>): Promise<Page>
  /** Chooses the person, and goes on to where SEB leads. */
  choose(browser: UserAgent, page: Page, persona: Persona, way: Way): Promise<Page>
  /** A whole log-in from the page of a service. */
  logIn(browser: UserAgent, service: ServiceKey, persona: Persona, way: Way): Promise<Page>
  /** A log-in to SEB's own administration. */
  administer(browser: UserAgent, persona: Persona, way: Way): Promise<Page>
  /** The same, the way the front page leads a newcomer. */
  follow(browser: UserAgent, persona: Persona, story: Story): Promise<Page>
}

export interface Way {
  provider: ProviderKey
  kind: LogInKind
}

export async function openSandboxStage(): Promise<SandboxStage> {
  const stack = new AsyncDisposableStack()
  const directory = await temporaryDirectory(stack, 'seb-sandbox')
  const stage = await openStage({ SANDBOX: 'on', DATA_DIR: directory })

  const start = async (browser: UserAgent, first: Page, { provider, kind }: Way): Promise<Page> => {
    const discovery = await browser.goOn(first)
    // With one way in there is nothing to choose between.
    if (discovery.url.pathname !== '/login/vaelg') return discovery
    if (providers[provider].kind === 'nemlog-in') {
      return browser.goOn(await browser.press(discovery, kind === 'person' ? 'MitID Privat' : 'MitID Erhverv'))
    }
    const tab = new URL(discovery.url)
    tab.searchParams.set('fane', 'lokal')
    return browser.goOn(await browser.press(await browser.get(tab), providers[provider].names.da))
  }

  const moves: Omit<SandboxStage, keyof Stage> = {
    open: (browser, service) => browser.get(`${stage.url}${servicePath(service).page}`),
    toProvider: async (browser, service, way, wishes = {}) => {
      const query = new URLSearchParams(wishes)
      const page = await start(browser, await browser.get(`${stage.url}${servicePath(service).logIn}?${query}`), way)
      if (page.url.pathname !== providerPath(way.provider).logIn)
        throw new Error(`not at ${way.provider} but at ${page.url}`)
      return page
    },
    choose: async (browser, page, persona, { provider, kind }) => {
      const index = persona.logIns.findIndex((logIn) => logIn.provider === provider && logIn.kind === kind)
      return browser.goOn(await browser.press(page, `${persona.key}-${index}`))
    },
    logIn: async (browser, service, persona, way) =>
      moves.choose(browser, await moves.toProvider(browser, service, way), persona, way),
    administer: async (browser, persona, way) =>
      moves.choose(browser, await start(browser, await browser.get(`${stage.url}/admin`), way), persona, way),
    follow: async (browser, persona, story) => {
      const index = persona.stories.indexOf(story)
      const page = await browser.get(`${stage.url}${storyAddress(story.service, persona.key, index)}`)
      return moves.choose(browser, await start(browser, await browser.press(page, 'Log ind'), story), persona, story)
    },
  }
  return {
    ...stage,
    ...moves,
    close: async () => {
      await stage.close()
      await stack.disposeAsync()
    },
  }
}

/** A browser that nobody has used. */
export function newBrowser(): UserAgent {
  return new UserAgent()
}
