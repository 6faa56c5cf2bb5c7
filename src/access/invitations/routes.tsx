/** `/invitation`: from the link in the mail, through the log-in, to the account. Nothing happens until the person says yes. */
import { type Context, Hono } from 'hono'
import { hashToken } from '../../people/sessions.store.ts'
import type { WebEnv } from '../../web/context.ts'
import { ContinuePage, refreshTo } from '../../web/continue.page.tsx'
import { forgetCookie, readCookie, writeCookie } from '../../web/cookies.ts'
import { readForm } from '../../web/form.ts'
import type { AdminDeps } from '../admin/admin-env.ts'
import { findLogIn, type LogIn } from '../viewer.ts'
import { acceptInvitation, type InvitationProblem, tryInvitation } from './accept-invitation.ts'
import {
  ConfirmInvitationPage,
  InvitationPage,
  InvitationProblemPage,
  InvitationTakenPage,
} from './invitation.page.tsx'
import { type Invitation, invitationPaths } from './invitation.ts'
import { findInvitation } from './invitations.store.ts'
import { invitationText } from './text.ts'

/** Carries the code past the log-in, so that it is in no address and no record of the log-in. */
const cookie = 'seb_invitation'
const oneHour = 3600

export function invitationRoutes(deps: AdminDeps): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const secure = deps.publicUrl.protocol === 'https:'

  routes.get(invitationPaths.landing, async (c) => {
    const code = readCode(c.req.query('kode'))
    const invitation = code && (await findInvitation(deps.db, hashToken(code), deps.clock.now()))
    if (!invitation) return problemPage(c, 'unknown', null)
    if (invitation.over) return problemPage(c, invitation.over, invitation)
    return c.html(<InvitationPage shell={deps.shell(c)} organisation={invitation.organisation.name} code={code} />)
  })

  routes.post(invitationPaths.landing, async (c) => {
    const code = readCode((await readForm(c)).get('kode'))
    if (!code) return problemPage(c, 'unknown', null)
    writeCookie(c, cookie, code, { secure, maxAge: oneHour })
    return toConfirm(c)
  })

  routes.get(invitationPaths.confirm, async (c) => {
    const code = readCode(readCookie(c, cookie, secure))
    if (!code) return problemPage(c, 'unknown', null)
    const logIn = await logInOf(c)
    if (!logIn) return deps.signIn(c)
    const trying = await deps.db
      .transaction()
      .execute((trx) => tryInvitation(trx, { tokenHash: hashToken(code), logIn, now: deps.clock.now(), lock: false }))
    if (trying.outcome === 'taken') return c.redirect(invitationPaths.done, 303)
    if (trying.outcome === 'problem') return problemPage(c, trying.problem, trying.invitation)
    const { organisation } = trying.invitation
    const name = logIn.session.person?.name ?? logIn.session.authentication.attributes.fullName?.[0] ?? null
    return c.html(<ConfirmInvitationPage shell={deps.shell(c)} organisation={organisation.name} name={name} />)
  })

  routes.post(invitationPaths.confirm, async (c) => {
    const code = readCode(readCookie(c, cookie, secure))
    if (!code) return problemPage(c, 'unknown', null)
    const logIn = await logInOf(c)
    // A form cannot be come back to after a log-in, but the page it stands on can.
    if (!logIn) return toConfirm(c)
    const { source } = deps.visit(c)
    const taking = await deps.db
      .transaction()
      .execute((trx) => acceptInvitation(deps, trx, { tokenHash: hashToken(code), logIn, source }))
    if (taking.outcome === 'problem') return problemPage(c, taking.problem, taking.invitation)
    forgetCookie(c, cookie, secure)
    return c.redirect(invitationPaths.done, 303)
  })

  routes.get(invitationPaths.done, (c) => c.html(<InvitationTakenPage shell={deps.shell(c)} />))

  return routes

  function logInOf(c: Context): Promise<LogIn | null> {
    const { db, clock, limits } = deps
    return findLogIn(
      { db, now: clock.now(), limits: limits.session, highestAssurance: limits.highestAssurance },
      deps.visit(c).sessionTokenHash,
    )
  }

  /** The log-in may lead to a provider at once, and a browser holds `form-action` against every redirect after a form. */
  function toConfirm(c: Context<WebEnv>) {
    const url = new URL(invitationPaths.confirm, deps.publicUrl)
    const shell = deps.shell(c)
    const to = invitationText[shell.language].landing.toLogIn
    return c.html(<ContinuePage shell={shell} url={url} to={to} />, 200, refreshTo(url))
  }

  function problemPage(c: Context<WebEnv>, problem: InvitationProblem, invitation: Invitation | null) {
    const organisation = invitation?.organisation.name ?? null
    return c.html(
      <InvitationProblemPage shell={deps.shell(c)} problem={problem} organisation={organisation} />,
      statusOf(problem),
    )
  }
}

/** What a code can look like: anything else is no code of ours, and is not looked for. */
function readCode(text: string | null | undefined): string | null {
  return text && /^[\w-]{43}$/.test(text) ? text : null
}

function statusOf(problem: InvitationProblem) {
  switch (problem) {
    case 'unknown':
      return 404
    case 'used':
    case 'withdrawn':
    case 'replaced':
    case 'expired':
    case 'account-over':
      return 410
    default:
      return 403
  }
}
