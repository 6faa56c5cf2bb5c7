/** The addresses of one demo service: its page, log-in, the answer, log-out. */
import { type Context, Hono } from 'hono'
import { showOutbound } from '../../src/brokering/show-outcome.tsx'
import { type ReceivedMessage, receivePost, receiveRedirect } from '../../src/protocols/saml/bindings/receive.ts'
import { rawQuery } from '../../src/protocols/saml/raw-query.ts'
import type { WebEnv } from '../../src/web/context.ts'
import { readCookie, writeCookie } from '../../src/web/cookies.ts'
import { readForm } from '../../src/web/form.ts'
import { providerPath, servicePath } from '../addresses.ts'
import { type BrowserNotes, readFollowing, readNotes, withSilence, writeNotes } from '../browser-notes.ts'
import { isProviderKey } from '../data/providers.ts'
import { storyField } from '../pages/story-address.ts'
import { readLogOut } from '../party/read-log-out.ts'
import { fullName } from '../people/persona.ts'
import type { SandboxWeb } from '../web.ts'
import { answerLogOut, askLogIn, askLogOut } from './ask-seb.ts'
import type { DemoService, ServiceSession } from './demo-service.ts'
import { readWishes } from './log-in-wishes.tsx'
import { receiveAnswer } from './receive-answer.ts'
import { ServicePage } from './service.page.tsx'
import { SilentPage } from './silent.page.tsx'

export interface ServiceWeb extends SandboxWeb {
  /** Who is logged in at a provider in this browser. */
  personsHere: (c: Context<WebEnv>) => readonly string[]
}

export function serviceRoutes(service: DemoService, metadata: string, web: ServiceWeb): Hono<WebEnv> {
  const { key, sessions, ids, publicUrl } = service
  const path = servicePath(key)
  const cookie = `seb_sandbox_service_${key}`
  const routes = new Hono<WebEnv>()

  const tokenOf = (c: Context<WebEnv>) => readCookie(c, cookie, web.secure)
  const sessionOf = (c: Context<WebEnv>) => sessions.get(tokenOf(c)) ?? null

  /** Every change of who is logged in gets a token of its own. */
  function keep(c: Context<WebEnv>, session: ServiceSession): void {
    sessions.delete(tokenOf(c) ?? '')
    const token = ids.secret()
    sessions.set(token, session)
    writeCookie(c, cookie, token, { secure: web.secure })
  }

  const logOut = (c: Context<WebEnv>, message: ReceivedMessage) => {
    const { seb, clock } = service
    const destination = new URL(path.singleLogout, publicUrl)
    const read = readLogOut(message, seb.identityProvider, { destination, now: clock.now() })
    if (read.kind === 'answered') {
      keep(c, { state: 'out', wholly: read.wholly })
      return c.redirect(path.page, 303)
    }
    if (readNotes(c, web.secure).silent.has(key)) return c.html(<SilentPage shell={web.shell(c)} service={service} />)
    return showOutbound(c, web, answerLogOut(service, read.request, read.relayState), 'SEB')
  }

  routes.get(path.metadata, (c) =>
    c.body(metadata, 200, { 'Content-Type': 'application/samlmetadata+xml; charset=utf-8' }),
  )

  routes.get(path.page, (c) => {
    const begun = readFollowing(c.req.query(storyField))
    const before = readNotes(c, web.secure)
    const notes: BrowserNotes = begun ? { ...before, following: begun } : before
    let session = sessionOf(c)
    if (begun) {
      writeNotes(c, web.secure, notes)
      // A new story begins at the door, unless its person is inside already.
      if (session && !isAbout(session, begun)) {
        sessions.delete(tokenOf(c) ?? '')
        session = null
      }
    }
    const name = notes.following && fullName(notes.following.persona)
    const someoneElse = web.personsHere(c).some((person) => person !== name)
    const props = { shell: web.shell(c), service, session, notes, someoneElse }
    return c.html(<ServicePage {...props} />)
  })

  routes.get(path.logIn, (c) => {
    const wishes = readWishes(new URL(c.req.url).searchParams, (provider) =>
      isProviderKey(provider) ? new URL(providerPath(provider).metadata, publicUrl).href : null,
    )
    const browser = tokenOf(c) ?? ids.secret()
    writeCookie(c, cookie, browser, { secure: web.secure })
    return c.redirect(askLogIn(service, wishes, browser).href, 302)
  })

  routes.post(path.acs, async (c) => {
    keep(c, receiveAnswer(service, await c.req.text(), tokenOf(c)))
    return c.redirect(path.page, 303)
  })

  routes.get(path.singleLogout, (c) => logOut(c, receiveRedirect(rawQuery(c))))
  routes.post(path.singleLogout, async (c) => logOut(c, receivePost(await c.req.text())))

  routes.post(path.logOut, (c) => {
    const session = sessionOf(c)
    if (session?.state !== 'in') return c.redirect(path.page, 303)
    // The own session ends before anybody is told (LO3).
    sessions.delete(tokenOf(c) ?? '')
    return showOutbound(c, web, askLogOut(service, session.received), 'SEB')
  })

  routes.post(path.silence, async (c) => {
    const isSilent = (await readForm(c)).get('tavs') === 'ja'
    writeNotes(c, web.secure, withSilence(readNotes(c, web.secure), key, isSilent))
    return c.redirect(path.page, 303)
  })

  return routes
}

function isAbout(session: ServiceSession, following: NonNullable<BrowserNotes['following']>): boolean {
  return session.state === 'in' && session.received.fullName === fullName(following.persona)
}
