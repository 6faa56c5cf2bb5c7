/** Log-out messages from services (`/saml/slo`) and from identity providers (`/saml/sp/slo`), requests and answers alike. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../audit/record-events.ts'
import { Problem } from '../../base/problem.ts'
import { knownBrowser, visitOf } from '../../brokering/browser.ts'
import type { Visit } from '../../brokering/deps.ts'
import { continueLogOut, settle } from '../../brokering/log-out/continue-log-out.ts'
import type { LogOutStep, RequestedBy } from '../../brokering/log-out/log-out.ts'
import { findLogOutByMessage } from '../../brokering/log-out/log-outs.store.ts'
import { showLogOut } from '../../brokering/log-out/show-log-out.tsx'
import { startLogOut } from '../../brokering/log-out/start-log-out.ts'
import { loginError } from '../../brokering/open-sign-in.tsx'
import { logOutAddress } from '../../brokering/pages/sign-in-address.ts'
import type { Outbound } from '../../brokering/ports.ts'
import { showOutbound } from '../../brokering/show-outcome.tsx'
import { findIdentityProviderByEntityId } from '../../organisations/identity-providers.store.ts'
import { findParticipants, findSession, findSessionsOfSubject } from '../../people/sessions.store.ts'
import type { WebEnv } from '../../web/context.ts'
import type { Language } from '../../web/languages.ts'
import { type ReceivedMessage, receivePost, receiveRedirect } from './bindings/receive.ts'
import { samlProvider, samlService } from './party.ts'
import { rawQuery } from './raw-query.ts'
import { type LogoutRequest, readLogoutRequest } from './read-logout-request.ts'
import { loggedOutWholly, readLogoutResponse } from './read-logout-response.ts'
import type { SamlWebDeps } from './routes.tsx'
import { samlAddress, samlPaths } from './saml-deps.ts'

/** The other side of a log-out message: who it is, and how it is known and answered. */
interface Party {
  entityId: string
  /** What people know it as. */
  name: Record<Language, string>
  keys: Parameters<ReceivedMessage['verified']>[0]
  address: string
  requestedBy: (messageId: string, relayState: string | null) => RequestedBy
  /** Live sessions that a request means, the browser's own first. */
  sessions: (request: LogoutRequest, visit: Visit) => Promise<string[]>
  /** The answer to somebody who was not logged in at all: that is no failure (LO4). */
  nothingToDo: (asked: { messageId: string; relayState: string | null }) => Outbound | null
  owns: (step: LogOutStep) => boolean
}

export function logOutRoutes(deps: SamlWebDeps): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const sides = [
    [samlPaths.idpSingleLogout, serviceParty],
    [samlPaths.spSingleLogout, identityProviderParty],
  ] as const
  for (const [path, findParty] of sides) {
    routes.get(path, (c) => receive(c, deps, findParty, () => receiveRedirect(rawQuery(c))))
    routes.post(path, async (c) => {
      const body = await c.req.text()
      return receive(c, deps, findParty, () => receivePost(body))
    })
  }
  return routes
}

type FindParty = (deps: SamlWebDeps, entityId: string) => Promise<Party | null>

async function receive(
  c: Context<WebEnv>,
  deps: SamlWebDeps,
  findParty: FindParty,
  read: () => ReceivedMessage,
): Promise<Response> {
  try {
    const message = read()
    const party = await findParty(deps, message.claimedIssuer)
    if (!party) throw new Problem('not-found', 'party-unknown')
    const element = message.verified(party.keys)
    const expected = { destination: party.address, issuer: party.entityId, now: deps.saml.clock.now() }
    return message.parameter === 'SAMLRequest'
      ? await request(c, deps, party, readLogoutRequest(element, expected), message.relayState ?? null)
      : await answer(c, deps, party, readLogoutResponse(element, expected))
  } catch (error) {
    if (error instanceof Problem) return refuse(c, deps, error)
    throw error
  }
}

async function request(
  c: Context<WebEnv>,
  deps: SamlWebDeps,
  party: Party,
  message: LogoutRequest,
  relayState: string | null,
): Promise<Response> {
  const visit = visitTiedTo(c, deps)
  const [first, ...others] = await party.sessions(message, visit)
  const requestedBy = party.requestedBy(message.id, relayState)
  const logOut = first ? await startLogOut(deps.brokering, first, requestedBy, visit) : null
  // Sessions in other browsers end here and now; this browser cannot be led to their services.
  for (const sessionId of others) await startLogOut(deps.brokering, sessionId, null, { ...visit, browserHash: null })
  if (!logOut) {
    const outbound = party.nothingToDo(requestedBy)
    return outbound ? showOutbound(c, deps, outbound, party.name[c.get('language')]) : c.redirect('/', 303)
  }
  return showLogOut(c, deps, await continueLogOut(deps.brokering, logOut, visit))
}

/** A cross-site POST brings no cookie of ours: setting a new one would take the browser away from its other tabs. */
function visitTiedTo(c: Context<WebEnv>, deps: SamlWebDeps): Visit {
  return c.req.method === 'POST' ? { ...visitOf(c, deps.browser), browserHash: null } : knownBrowser(c, deps.browser)
}

async function answer(
  c: Context<WebEnv>,
  deps: SamlWebDeps,
  party: Party,
  message: ReturnType<typeof readLogoutResponse>,
): Promise<Response> {
  const found = await findLogOutByMessage(deps.brokering.db, message.inResponseTo)
  if (!found || !party.owns(found.step))
    throw new Problem('message-refused', 'in-response-to-wrong: no log-out is waiting for this')
  const visit = visitTiedTo(c, deps)
  const state = loggedOutWholly(message) ? 'done' : 'failed'
  await settle(deps.brokering, found.logOut, found.step, state, message.status.second ?? message.status.top, visit)
  // Our cookie does not come with a cross-site POST, but with this redirect; the next step asks for it.
  return c.redirect(logOutAddress(found.logOut.id), 303)
}

async function serviceParty(deps: SamlWebDeps, entityId: string): Promise<Party | null> {
  const service = await deps.brokering.directory.serviceByEntityId(entityId)
  if (!service?.enabled) return null
  const { db, services } = deps.brokering
  return {
    entityId,
    name: { da: service.nameDa, en: service.nameEn },
    keys: samlService(service).signingKeys,
    address: samlAddress(deps.saml, 'idpSingleLogout').href,
    requestedBy: (messageId, relayState) => ({ party: 'service', id: service.id, messageId, relayState }),
    sessions: async ({ subject, sessionIndexes }, visit) => {
      const parts = await findParticipants(db, { serviceId: service.id, name: subject.value, sessionIndexes })
      return ownFirst(
        deps,
        parts.map(({ sessionId }) => sessionId),
        visit,
      )
    },
    nothingToDo: (asked) => services[service.protocol].answerLogOut(service, asked, true),
    owns: (step) => step.party === 'service' && step.serviceId === service.id,
  }
}

async function identityProviderParty(deps: SamlWebDeps, entityId: string): Promise<Party | null> {
  const { db, upstreams } = deps.brokering
  const identityProvider = await findIdentityProviderByEntityId(db, entityId)
  if (!identityProvider?.enabled) return null
  return {
    entityId,
    name: { da: identityProvider.nameDa, en: identityProvider.nameEn },
    keys: samlProvider(identityProvider).signingKeys,
    address: samlAddress(deps.saml, 'spSingleLogout').href,
    requestedBy: (messageId, relayState) => ({
      party: 'identity-provider',
      id: identityProvider.id,
      messageId,
      relayState,
    }),
    sessions: async ({ subject, sessionIndexes }, visit) => {
      const found = await findSessionsOfSubject(db, {
        identityProviderId: identityProvider.id,
        subject: subject.value,
        sessionIndexes,
      })
      return ownFirst(
        deps,
        found.map(({ id }) => id),
        visit,
      )
    },
    nothingToDo: (asked) => upstreams.saml.answerLogOut(identityProvider, asked, true),
    owns: (step) => step.party === 'identity-provider' && step.identityProviderId === identityProvider.id,
  }
}

/** The session of the browser that carried the message first: its services are the ones this browser can be led to. */
async function ownFirst(deps: SamlWebDeps, sessionIds: readonly string[], visit: Visit): Promise<string[]> {
  const own = visit.sessionTokenHash ? await findSession(deps.brokering.db, visit.sessionTokenHash) : null
  return [...new Set(sessionIds)].sort((one, other) => Number(other === own?.id) - Number(one === own?.id))
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
