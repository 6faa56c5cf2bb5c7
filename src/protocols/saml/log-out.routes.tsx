/** Log-out messages from services (`/saml/slo`) and from identity providers (`/saml/sp/slo`), requests and answers alike. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../audit/record-events.ts'
import { Problem } from '../../base/problem.ts'
import { knownBrowser, visitOf } from '../../brokering/browser.ts'
import { messageKey, messageRows } from '../../brokering/consumed-messages.store.ts'
import type { Visit } from '../../brokering/deps.ts'
import { continueLogOut, settle } from '../../brokering/log-out/continue-log-out.ts'
import { findLogOutByMessage } from '../../brokering/log-out/log-outs.store.ts'
import { showLogOut } from '../../brokering/log-out/show-log-out.tsx'
import { startLogOut } from '../../brokering/log-out/start-log-out.ts'
import { loginError } from '../../brokering/open-sign-in.tsx'
import { logOutAddress } from '../../brokering/pages/sign-in-address.ts'
import { showOutbound } from '../../brokering/show-outcome.tsx'
import { findSession } from '../../people/sessions.store.ts'
import { violatedConstraint } from '../../storage/violated-constraint.ts'
import { writeTogether } from '../../storage/write-together.ts'
import type { WebEnv } from '../../web/context.ts'
import { type ReceivedMessage, receivePost, receiveRedirect } from './bindings/receive.ts'
import {
  type FindParties,
  identityProviderParties,
  type Senders,
  sendersOf,
  serviceParties,
} from './log-out-parties.ts'
import { rawQuery } from './raw-query.ts'
import { type LogoutRequest, readLogoutRequest } from './read-logout-request.ts'
import { loggedOutWholly, readLogoutResponse } from './read-logout-response.ts'
import { samlPaths } from './saml-deps.ts'
import { secondsAfter } from './saml-time.ts'
import type { SamlWebDeps } from './saml-web-deps.ts'

export function logOutRoutes(deps: SamlWebDeps): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const sides = [
    [samlPaths.idpSingleLogout, serviceParties],
    [samlPaths.spSingleLogout, identityProviderParties],
  ] as const
  for (const [path, findParties] of sides) {
    routes.get(path, (c) => receive(c, deps, findParties, () => receiveRedirect(rawQuery(c))))
    routes.post(path, async (c) => {
      const body = await c.req.text()
      return receive(c, deps, findParties, () => receivePost(body))
    })
  }
  return routes
}

async function receive(
  c: Context<WebEnv>,
  deps: SamlWebDeps,
  findParties: FindParties,
  read: () => ReceivedMessage,
): Promise<Response> {
  try {
    const message = read()
    const { senders, element } = sendersOf(message, await findParties(deps, message.claimedIssuer))
    const [{ address, entityId }] = senders
    const expected = { destination: address, issuer: entityId, now: deps.saml.clock.now() }
    return message.parameter === 'SAMLRequest'
      ? await request(c, deps, senders, readLogoutRequest(element, expected), message.relayState ?? null)
      : await answer(c, deps, senders, readLogoutResponse(element, expected))
  } catch (error) {
    if (error instanceof Problem) return refuse(c, deps, error)
    throw error
  }
}

async function request(
  c: Context<WebEnv>,
  deps: SamlWebDeps,
  senders: Senders,
  message: LogoutRequest,
  relayState: string | null,
): Promise<Response> {
  const visit = visitTiedTo(c, deps)
  await useOnce(deps, message)
  const found = await Promise.all(senders.map(async (sender) => ({ sender, sessions: await sender.sessions(message) })))
  // The one that has sessions is the one to be answered.
  const party = found.find(({ sessions }) => sessions.length > 0)?.sender ?? senders[0]
  const all = found.flatMap(({ sessions }) => sessions)
  const own = visit.sessionTokenHash ? await findSession(deps.brokering.db, visit.sessionTokenHash) : null
  const [first, ...others] = ownFirst(all, own?.id)
  const requestedBy = party.requestedBy(message.id, relayState)
  const crossSite = c.req.method === 'POST'
  // Identity providers ask in frames of their own pages, where a browser sends no cookie; they know the person anyway.
  const ledRound = first === own?.id || requestedBy.party === 'identity-provider'
  const by = crossSite ? 'unknown' : ledRound ? 'own' : 'other'
  const logOut = first ? await startLogOut(deps.brokering, first, requestedBy, visit, by) : null
  // Sessions in other browsers end here and now; this browser cannot be led to their services.
  for (const sessionId of others) await startLogOut(deps.brokering, sessionId, null, visit, 'other')
  if (!logOut) {
    const outbound = party.nothingToDo(requestedBy)
    return outbound ? showOutbound(c, deps, outbound, party.name[c.get('language')]) : c.redirect('/', 303)
  }
  if (crossSite) return c.redirect(logOutAddress(logOut.id), 303)
  return showLogOut(c, deps, await continueLogOut(deps.brokering, logOut, visit))
}

/** A request that was caught on its way ends the session it was meant for, not the next one too. (G21) */
async function useOnce({ brokering }: SamlWebDeps, { id, issuer, issuedAt }: LogoutRequest): Promise<void> {
  const once = { issuer, messageIds: [id], until: secondsAfter(issuedAt, keptSeconds) }
  try {
    await writeTogether(brokering.db, [], [messageRows(once)])
  } catch (error) {
    if (violatedConstraint(error) !== messageKey) throw error
    throw new Problem('message-refused', 'message-replayed')
  }
}

/** Longer than saml-time.ts takes it for recent. */
const keptSeconds = 900

/** A cross-site POST brings no cookie of ours: setting a new one would take the browser away from its other tabs. */
function visitTiedTo(c: Context<WebEnv>, deps: SamlWebDeps): Visit {
  return c.req.method === 'POST' ? { ...visitOf(c, deps.browser), browserHash: null } : knownBrowser(c, deps.browser)
}

async function answer(
  c: Context<WebEnv>,
  deps: SamlWebDeps,
  senders: Senders,
  message: ReturnType<typeof readLogoutResponse>,
): Promise<Response> {
  const found = await findLogOutByMessage(deps.brokering.db, message.inResponseTo)
  if (!found || !senders.some((sender) => sender.owns(found.step)))
    throw new Problem('message-refused', 'in-response-to-wrong: no log-out is waiting for this')
  const visit = visitTiedTo(c, deps)
  const state = loggedOutWholly(message) ? 'done' : 'failed'
  await settle(deps.brokering, found.logOut, found.step, state, message.status.second ?? message.status.top, visit)
  // Our cookie does not come with a cross-site POST, but with this redirect; the next step asks for it.
  return c.redirect(logOutAddress(found.logOut.id), 303)
}

/** The session of the browser that carried the message first: its services are the ones this browser can be led to. */
function ownFirst(sessionIds: readonly string[], own: string | undefined): string[] {
  return [...new Set(sessionIds)].sort((one, other) => Number(other === own) - Number(one === own))
}

async function refuse(c: Context<WebEnv>, deps: SamlWebDeps, problem: Problem): Promise<Response> {
  const { ids, db } = deps.brokering
  const reference = ids.reference()
  await recordEvents(deps.brokering, db, [
    {
      action: 'log-out.message-refused',
      outcome: 'refused',
      actor: { kind: 'unknown' },
      source: deps.browser.sourceOf(c),
      reference,
      details: { detail: problem.detail },
    },
  ])
  return loginError(c, deps, 'request-wrong', reference, null)
}
