/** The stage with the made-up clinic on it, and the few moves that most journeys are made of. */
import type { KyselyPlugin } from 'kysely'
import { type Form, type Page, samlForm, UserAgent } from '../interop/user-agent.ts'
import { clinicDocument } from './clinic.ts'
import { openStage, type Stage } from './stage.ts'
import type { TestPerson, TestProvider } from './test-provider.ts'
import type { AskOptions, TestService } from './test-service.ts'

export interface ClinicStage extends Stage {
  region: TestProvider
  nemlogin: TestProvider
  medicine: TestService
  referrals: TestService
  citizens: TestService
  /** A browser that stops where SEB sends it out of the house. */
  browser(): UserAgent
  /** From a service to the provider's door: the request that SEB sent there. */
  toProvider(
    browser: UserAgent,
    service: TestService,
    provider: TestProvider,
    ask?: AskOptions,
  ): Promise<{ id: string }>
  /** The provider's answer carried to SEB, and on to wherever SEB leads. */
  carry(browser: UserAgent, fields: Record<string, string>): Promise<Page>
  /** A whole log-in, to the page that SEB ends on. */
  logIn(
    browser: UserAgent,
    service: TestService,
    provider: TestProvider,
    person: TestPerson,
    ask?: AskOptions,
  ): Promise<Page>
}

export async function openClinicStage(
  environment: Record<string, string> = {},
  plugins: readonly KyselyPlugin[] = [],
  directory: string | null = null,
  /** What becomes of the document before it is applied. */
  onTheWay: (document: unknown) => Promise<unknown> = async (document) => document,
): Promise<ClinicStage> {
  const stage = await openStage(environment, plugins, directory)
  const [region, nemlogin, medicine, referrals, citizens] = await Promise.all([
    stage.provider('region'),
    stage.provider('nemlogin'),
    stage.service('medicine'),
    stage.service('referrals'),
    stage.service('citizens'),
  ])
  await stage.apply(await onTheWay(clinicDocument({ region, nemlogin, medicine, referrals, citizens })))
  const moves: Pick<ClinicStage, 'browser' | 'toProvider' | 'carry' | 'logIn'> = {
    browser: () => {
      const browser = new UserAgent()
      browser.stopBefore = (url) => url.origin !== stage.url
      return browser
    },
    toProvider: async (browser, service, provider, ask = {}) => {
      const page = await browser.get(service.ask({ providers: [provider.entityId], ...ask }).url)
      if (!page.url.href.startsWith(provider.entityId))
        throw new Error(`not at the provider but at ${page.url}:\n${page.body.slice(0, 1500)}`)
      return provider.read(page.url)
    },
    carry: (browser, fields) => browser.submit(crossSite(stage.url, fields)),
    logIn: async (browser, service, provider, person, ask) => {
      const request = await moves.toProvider(browser, service, provider, ask)
      return moves.carry(browser, provider.answer(request, person))
    },
  }
  return { ...stage, region, nemlogin, medicine, referrals, citizens, ...moves }
}

/** The fields that SEB posts to a service; fails with the page when it posts none. */
export function fieldsFor(page: Page, service: TestService): Record<string, string> {
  const form = samlForm(page)
  if (!form || form.action.href !== service.acsUrl)
    throw new Error(`no answer for ${service.key} but ${page.status} ${page.url}:\n${textOf(page)}`)
  return form.fields
}

/** The second status of an answer that says no. */
export function statusIn({ SAMLResponse = '' }: Record<string, string>): string | null {
  const xml = Buffer.from(SAMLResponse, 'base64').toString()
  return [...xml.matchAll(/status:(\w+)"/g)].at(-1)?.[1] ?? null
}

/** What a page says, without its markup. */
export function textOf(page: Page): string {
  return page.body
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The reference that a page asks the person to read out. */
export function referenceOn(page: Page): string {
  const [, first, second] = /\b([0-9A-HJKMNP-TV-Z]{4}) ([0-9A-HJKMNP-TV-Z]{4})\b/.exec(textOf(page)) ?? []
  if (!first || !second) throw new Error(`no reference on ${page.url}:\n${textOf(page)}`)
  return first + second
}

function crossSite(url: string, fields: Record<string, string>): Form {
  const page = new URL('https://provider.example/')
  return { page, action: new URL('/saml/acs', url), method: 'post', fields, buttons: [] }
}
