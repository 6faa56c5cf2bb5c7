/** A person's log-in through SEB, click by click, with any service and any identity provider. */
import type { ProviderPeer } from './peers/provider-peer.ts'
import type { ServicePeer } from './peers/service-peer.ts'
import { type Page, samlForm, type UserAgent } from './user-agent.ts'

/** Whether a page is SEB's answer to the service, about to be sent. */
export function atServiceAnswer(service: ServicePeer): (page: Page) => boolean {
  return (page) => samlForm(page)?.action.href === service.acs.href
}

/** Opens the service, chooses the provider on SEB's page, logs in there, and stops at SEB's answer to the service. */
export async function logInUpToAnswer(agent: UserAgent, service: ServicePeer, provider: ProviderPeer): Promise<Page> {
  const answered = atServiceAnswer(service)
  const choice = await agent.goOn(await agent.get(service.logIn), answered)
  if (answered(choice)) return choice
  const atProvider = await agent.goOn(await agent.press(choice, provider.name), atSignIn(provider))
  return agent.goOn(await provider.authenticate(agent, atProvider), answered)
}

/** The whole log-in: returns the page that the service shows at the end. */
export async function logIn(agent: UserAgent, service: ServicePeer, provider: ProviderPeer): Promise<Page> {
  return agent.goOn(await logInUpToAnswer(agent, service, provider))
}

/** Whether a page is the identity provider's own. */
export function atSignIn(provider: ProviderPeer): (page: Page) => boolean {
  return (page) => page.url.href.startsWith(provider.signIn.href)
}
