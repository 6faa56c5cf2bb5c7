/** Turns what a step came to into an answer to the browser. The only place where the sign-in meets HTTP redirects. */
import type { Context } from 'hono'
import { discoveryAddress } from '../discovery/discovery-address.ts'
import type { WebEnv } from '../web/context.ts'
import { ContinuePage, refreshTo } from '../web/continue.page.tsx'
import { PostFormPage } from '../web/post-form.page.tsx'
import { allowFormTo } from '../web/security-headers.ts'
import { keepSession } from './browser.ts'
import { providerName } from './describe-refusal.ts'
import type { Outcome } from './outcome.ts'
import { signInAddress, signInPaths } from './pages/sign-in-address.ts'
import type { Outbound } from './ports.ts'
import type { WebDeps } from './web-deps.ts'

export async function showOutcome(c: Context<WebEnv>, deps: WebDeps, outcome: Outcome): Promise<Response> {
  switch (outcome.kind) {
    case 'resume':
      return c.redirect(signInAddress(signInPaths.next, outcome.signIn.id), 303)
    case 'choose-provider':
      return c.redirect(discoveryAddress(outcome.signIn.id), 303)
    case 'choose-account':
      return c.redirect(signInAddress(signInPaths.organisation, outcome.signIn.id), 303)
    case 'refused':
      return c.redirect(signInAddress(signInPaths.refused, outcome.signIn.id), 303)
    case 'outbound':
      if (outcome.sessionToken) keepSession(c, deps.browser, outcome.sessionToken)
      return showOutbound(c, deps, outcome.outbound, await receiverOf(c, deps, outcome))
  }
}

/** Sends a protocol message on its way. `to` is what the person knows the receiver as. */
export function showOutbound(
  c: Context<WebEnv>,
  deps: Pick<WebDeps, 'shell'>,
  outbound: Outbound,
  to: string,
): Response | Promise<Response> {
  if (outbound.kind === 'post') {
    allowFormTo(c, outbound.url)
    c.header('Cache-Control', 'no-store, no-transform')
    return c.html(<PostFormPage shell={deps.shell(c)} action={outbound.url} fields={outbound.fields} to={to} />)
  }
  // After a form of ours a redirect would be held against form-action: the page goes on by itself instead.
  if (c.req.method === 'POST') {
    return c.html(<ContinuePage shell={deps.shell(c)} url={outbound.url} to={to} />, 200, refreshTo(outbound.url))
  }
  return c.redirect(outbound.url.href, 302)
}

async function receiverOf(
  c: Context<WebEnv>,
  deps: WebDeps,
  outcome: Extract<Outcome, { kind: 'outbound' }>,
): Promise<string> {
  const { directory } = deps.brokering
  const language = c.get('language')
  if (outcome.to === 'identity-provider') {
    const id = outcome.signIn.identityProviderId
    const provider = id ? await directory.identityProvider(id) : null
    return provider ? providerName(provider, outcome.signIn.logInKind, language) : ''
  }
  const service = await directory.service(outcome.signIn.serviceId)
  return (language === 'da' ? service?.nameDa : service?.nameEn) ?? ''
}
