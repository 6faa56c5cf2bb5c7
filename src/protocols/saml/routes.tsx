/** SEB's SAML endpoints. Each takes a message, has it verified, calls one function of the sign-in, and shows what came of it. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { AuditEvent } from '../../audit/audit-event.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { Problem } from '../../base/problem.ts'
import { createTurns } from '../../base/take-turns.ts'
import { knownBrowser, visitOf } from '../../brokering/browser.ts'
import { remembered } from '../../brokering/choice.routes.tsx'
import { loginError } from '../../brokering/open-sign-in.tsx'
import { answeredAddress } from '../../brokering/pages/sign-in-address.ts'
import { receiveAnswer } from '../../brokering/receive-answer.ts'
import { showOutbound, showOutcome } from '../../brokering/show-outcome.tsx'
import { startSignIn } from '../../brokering/start-sign-in.ts'
import { hashToken } from '../../people/sessions.store.ts'
import type { Service } from '../../services/service.ts'
import type { WebEnv } from '../../web/context.ts'
import { decodePost, encodePost } from './bindings/post.ts'
import { type ReceivedMessage, receivePost, receiveRedirect } from './bindings/receive.ts'
import { logOutRoutes } from './log-out.routes.tsx'
import { MessageRefused } from './message-refused.ts'
import { publishMetadata } from './publish-metadata.ts'
import { rawQuery } from './raw-query.ts'
import { readAnswer } from './read-answer.ts'
import { type ReadSignInRequest, readSignInRequest } from './read-sign-in-request.ts'
import { peekResponse, type UnverifiedResponse } from './response/peek-response.ts'
import { writeErrorResponse } from './response/write-response.ts'
import { samlPaths } from './saml-deps.ts'
import type { SamlWebDeps } from './saml-web-deps.ts'

export function samlRoutes(deps: SamlWebDeps): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const metadataType = {
    'Content-Type': 'application/samlmetadata+xml; charset=utf-8',
    'Cache-Control': 'public, max-age=3600',
  }
  const metadata = publishMetadata(deps.saml)
  // A message may take tens of milliseconds to read and refuse; another person's page does not wait for all that came at once. (A23)
  routes.use('/saml/*', afterBody(createTurns()))
  routes.get(samlPaths.idpMetadata, (c) => c.body(metadata.idp, 200, metadataType))
  routes.get(samlPaths.spMetadata, (c) => c.body(metadata.sp, 200, metadataType))
  routes.get(samlPaths.singleSignOn, (c) => signOn(c, deps, () => receiveRedirect(rawQuery(c))))
  routes.post(samlPaths.singleSignOn, async (c) => {
    const body = await c.req.text()
    return signOn(c, deps, () => receivePost(body))
  })
  routes.post(samlPaths.acs, (c) => consumeAssertion(c, deps))
  routes.route('/', logOutRoutes(deps))
  return routes
}

/** The body is kept where the routes ask for it. */
function afterBody(turn: () => Promise<void>): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.req.method === 'POST') await c.req.text()
    await turn()
    return next()
  }
}

async function signOn(c: Context<WebEnv>, deps: SamlWebDeps, receive: () => ReceivedMessage): Promise<Response> {
  const asked = await readRequest(deps, receive)
  if ('refused' in asked) return refuseRequest(c, deps, asked.refused, asked.service)
  const { service, request, impossible } = asked
  if (impossible) {
    const envelope = {
      issuer: deps.saml.idpEntityId,
      acsUrl: request.replyTo,
      inResponseTo: request.messageId,
      now: deps.saml.clock.now(),
      ids: deps.saml.ids,
    }
    await recordRefusedRequest(c, deps, `${impossible.top}/${impossible.second}`, service)
    const xml = writeErrorResponse(envelope, impossible, deps.saml.keys.signing[0])
    const outbound = encodePost({
      parameter: 'SAMLResponse',
      xml,
      destination: new URL(request.replyTo),
      relayState: request.relayState ?? undefined,
    })
    return showOutbound(c, deps, outbound, c.get('language') === 'da' ? service.nameDa : service.nameEn)
  }
  // A cross-site POST carries no cookie of ours: the sign-in is tied to the browser, and a session found, after a redirect.
  const visit =
    c.req.method === 'POST' ? { ...visitOf(c, deps.browser), browserHash: null } : knownBrowser(c, deps.browser)
  const choice = remembered(c, deps.browser.secure, service.id)
  const outcome = await startSignIn(deps.brokering, service, request, visit, c.req.method === 'POST' ? 'later' : choice)
  return showOutcome(c, deps, outcome)
}

type Asked = ({ service: Service } & ReadSignInRequest) | { refused: Problem; service: Service | null }

async function readRequest(deps: SamlWebDeps, receive: () => ReceivedMessage): Promise<Asked> {
  let service: Service | null = null
  try {
    const message = receive()
    service = await deps.brokering.directory.serviceByEntityId(message.claimedIssuer)
    if (!service?.enabled) throw new Problem('not-found', 'party-unknown: no such service, or it is switched off')
    return { service, ...readSignInRequest(deps.saml, service, message) }
  } catch (error) {
    if (error instanceof Problem) return { refused: error, service }
    throw error
  }
}

async function refuseRequest(
  c: Context<WebEnv>,
  deps: SamlWebDeps,
  problem: Problem,
  service: Service | null,
): Promise<Response> {
  const reference = await recordRefusedRequest(c, deps, problem.detail, service)
  // Whoever sent this is not proven to be the service, so the page does not speak of one.
  return loginError(c, deps, 'request-wrong', reference, null)
}

async function recordRefusedRequest(
  c: Context<WebEnv>,
  deps: SamlWebDeps,
  detail: string,
  service: Service | null,
): Promise<string> {
  const { ids, db } = deps.brokering
  const reference = ids.reference()
  const event: AuditEvent = {
    action: 'sign-in.request-refused',
    outcome: 'refused',
    actor: { kind: 'unknown' },
    ...(service && { object: { kind: 'service', id: service.key } }),
    source: deps.browser.sourceOf(c),
    reference,
    details: { detail },
  }
  await recordEvents(deps.brokering, db, [event])
  return reference
}

async function consumeAssertion(c: Context<WebEnv>, deps: SamlWebDeps): Promise<Response> {
  const body = await c.req.text()
  const { response, detail } = peek(body)
  // Made of the message itself: who sends the same once more, because the answer to the first got lost, gets the same ticket.
  const ticket = hashToken(body)
  const received = await receiveAnswer(
    deps.brokering,
    { inResponseTo: response?.claimedInResponseTo ?? null, detail, ticket },
    (identityProvider, question) => {
      if (!response) throw new Problem('message-refused', detail)
      return readAnswer(deps.saml, response, identityProvider, question)
    },
    visitOf(c, deps.browser),
  )
  if (received.outcome === 'unknown') return loginError(c, deps, 'answer-wrong', received.reference, null)
  // The cookie that ties the sign-in to its browser does not travel with a cross-site POST, but with this redirect.
  return c.redirect(answeredAddress(received.signInId, ticket), 303)
}

function peek(body: string): { response: UnverifiedResponse | null; detail: string } {
  try {
    const { parameter, xml } = decodePost(body)
    if (parameter !== 'SAMLResponse') throw new MessageRefused('transport-malformed', 'not an answer')
    return { response: peekResponse(xml), detail: 'nothing is waiting for this answer' }
  } catch (error) {
    if (error instanceof Problem) return { response: null, detail: error.detail }
    throw error
  }
}
