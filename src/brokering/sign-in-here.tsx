/** Logs somebody in to SEB's own pages: a sign-in like any other, with SEB as the service. */
import type { Context } from 'hono'
import type { Ids } from '../base/ids.ts'
import { sebClassicId } from '../services/service.ts'
import type { WebEnv } from '../web/context.ts'
import { knownBrowser } from './browser.ts'
import { remembered } from './choice.routes.tsx'
import { showOutcome } from './show-outcome.tsx'
import type { SignInRequest } from './sign-in.ts'
import { startSignIn } from './start-sign-in.ts'
import type { WebDeps } from './web-deps.ts'

/** Leads to the log-in and back to the page that was asked for. Only pages can be come back to, so a form is not. */
export async function signInHere(c: Context<WebEnv>, deps: WebDeps): Promise<Response> {
  const { brokering, browser } = deps
  const service = await brokering.directory.service(sebClassicId)
  if (!service) throw new Error('SEB’s own pages are not registered as a service')
  const url = new URL(c.req.url)
  const request = ownPagesRequest(brokering.ids, c.req.method === 'GET' ? `${url.pathname}${url.search}` : '/')
  const outcome = await startSignIn(
    brokering,
    service,
    request,
    knownBrowser(c, browser),
    remembered(c, browser.secure, service.id),
  )
  return showOutcome(c, deps, outcome)
}

/** What SEB's own pages ask of a log-in. `replyTo`: the page that was asked for. */
export function ownPagesRequest(ids: Ids, replyTo: string): SignInRequest {
  return {
    protocol: 'seb',
    messageId: ids.xmlId(),
    replyTo,
    relayState: null,
    forceAuthn: false,
    isPassive: false,
    assurance: null,
    logInKinds: null,
    identityProviders: null,
    requesterIds: [],
    attributes: null,
  }
}
