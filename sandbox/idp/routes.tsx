/** The addresses of one identity provider: metadata, log-in, log-out, and its own page. */
import { type Context, Hono } from 'hono'
import { showOutbound } from '../../src/brokering/show-outcome.tsx'
import { type ReceivedMessage, receivePost, receiveRedirect } from '../../src/protocols/saml/bindings/receive.ts'
import { rawQuery } from '../../src/protocols/saml/raw-query.ts'
import type { WebEnv } from '../../src/web/context.ts'
import { forgetCookie, readCookie, writeCookie } from '../../src/web/cookies.ts'
import { readForm } from '../../src/web/form.ts'
import { providerPath } from '../addresses.ts'
import { readNotes, withFault, writeNotes } from '../browser-notes.ts'
import { readLogOut } from '../party/read-log-out.ts'
import { choicesAt } from '../people/personas.ts'
import type { SandboxWeb } from '../web.ts'
import { answer, beginSession, canAnswer, refusals } from './answer.ts'
import { faults } from './faults.ts'
import { GonePage } from './gone.page.tsx'
import type { Asked, IdentityProvider, ProviderSession } from './identity-provider.ts'
import { LogInPage, logInFields } from './log-in.page.tsx'
import { answerLogOut, askLogOut } from './log-out.ts'
import { writeRefusal } from './planned-answer.ts'
import { ProviderPage } from './provider.page.tsx'
import { receiveRequest } from './receive-request.ts'

/** What the forms call SEB, to which they go. */
const seb = 'SEB'

export function providerRoutes(provider: IdentityProvider, metadata: string, web: SandboxWeb): Hono<WebEnv> {
  const { key, asked, sessions, ids } = provider
  const path = providerPath(key)
  const cookie = providerCookie(key)
  const routes = new Hono<WebEnv>()
  const sessionOf = (c: Context<WebEnv>) => sessions.get(readCookie(c, cookie, web.secure)) ?? null

  const signOn = (c: Context<WebEnv>, message: ReceivedMessage) => {
    const received = receiveRequest(provider, message)
    const session = sessionOf(c)
    const fault = readNotes(c, web.secure).faults.has(key)
    // A fault that is set is shown first: nobody is to wonder why the log-in failed.
    if (session && !fault && canAnswer(provider, received, session)) {
      return showOutbound(c, web, answer(provider, received, session, null), seb)
    }
    if (received.request.isPassive) return showOutbound(c, web, writeRefusal(provider, received, refusals.passive), seb)
    const id = ids.secret()
    asked.set(id, received)
    return c.redirect(`${path.logIn}?${new URLSearchParams({ [logInFields.asked]: id })}`, 303)
  }

  const logOut = (c: Context<WebEnv>, message: ReceivedMessage) => {
    const { seb: known, clock, publicUrl } = provider
    const destination = new URL(path.singleLogout, publicUrl)
    const read = readLogOut(message, known.service, { destination, now: clock.now() })
    if (read.kind === 'answered') return c.redirect(`${path.page}?ud=${read.wholly ? 'helt' : 'delvist'}`, 303)
    return showOutbound(c, web, answerLogOut(provider, read.request, read.relayState), seb)
  }

  routes.get(path.metadata, (c) =>
    c.body(metadata, 200, { 'Content-Type': 'application/samlmetadata+xml; charset=utf-8' }),
  )
  routes.get(path.singleSignOn, (c) => signOn(c, receiveRedirect(rawQuery(c))))
  routes.post(path.singleSignOn, async (c) => signOn(c, receivePost(await c.req.text())))
  routes.get(path.singleLogout, (c) => logOut(c, receiveRedirect(rawQuery(c))))
  routes.post(path.singleLogout, async (c) => logOut(c, receivePost(await c.req.text())))

  routes.get(path.page, (c) => {
    const ended = c.req.query('ud')
    const loggedOut = ended === 'helt' ? 'wholly' : ended === 'delvist' ? 'partly' : null
    return c.html(
      <ProviderPage shell={web.shell(c)} provider={provider} session={sessionOf(c)} loggedOut={loggedOut} />,
    )
  })

  routes.get(path.logIn, (c) => {
    const id = c.req.query(logInFields.asked)
    const found = asked.get(id)
    if (!id || !found) return c.html(<GonePage shell={web.shell(c)} />, 400)
    const notes = readNotes(c, web.secure)
    return c.html(<LogInPage shell={web.shell(c)} provider={provider} id={id} asked={found} notes={notes} />)
  })

  routes.post(path.logIn, async (c) => {
    const form = await readForm(c)
    const id = form.get(logInFields.asked) ?? ''
    const found = asked.get(id)
    const value = form.get(logInFields.choice)
    const choice = found && choicesAt(key, found.kinds).find((one) => one.value === value)
    if (!found || !choice) return c.html(<GonePage shell={web.shell(c)} />, 400)
    asked.delete(id)
    const before = sessionOf(c)
    const session = { ...beginSession(provider, choice), lastAnswer: before?.lastAnswer ?? null }
    keepSession(c, session)
    return showOutbound(c, web, answerOnce(c, found, session), seb)
  })

  routes.post(path.cancel, async (c) => {
    const found = asked.take((await readForm(c)).get(logInFields.asked) ?? '')
    if (!found) return c.html(<GonePage shell={web.shell(c)} />, 400)
    return showOutbound(c, web, writeRefusal(provider, found, refusals.cancelled), seb)
  })

  routes.post(path.logOut, (c) => {
    const session = sessionOf(c)
    if (!session) return c.redirect(path.page, 303)
    // The own session ends before anybody is told (LO3).
    sessions.delete(readCookie(c, cookie, web.secure) ?? '')
    forgetCookie(c, cookie, web.secure)
    return showOutbound(c, web, askLogOut(provider, session), seb)
  })

  function keepSession(c: Context<WebEnv>, session: ProviderSession): void {
    const token = ids.secret()
    sessions.delete(readCookie(c, cookie, web.secure) ?? '')
    sessions.set(token, session)
    writeCookie(c, cookie, token, { secure: web.secure })
  }

  /** A fault is for one answer; sending an answer again needs one that was sent before. */
  function answerOnce(c: Context<WebEnv>, found: Asked, session: ProviderSession) {
    const notes = readNotes(c, web.secure)
    const fault = notes.faults.get(key) ?? null
    const isUsed = fault && !(faults[fault].kind === 'replay' && !session.lastAnswer)
    if (isUsed) writeNotes(c, web.secure, withFault(notes, key, null))
    return answer(provider, found, session, fault)
  }

  return routes
}

/** The cookie of the provider’s own session. */
export function providerCookie(key: string): string {
  return `seb_sandbox_idp_${key}`
}
