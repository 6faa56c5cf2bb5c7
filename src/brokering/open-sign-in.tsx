/** Finds the sign-in that a page is about and checks that this browser began it. Every /login page goes through here. */
import type { Context } from 'hono'
import { recordEvents } from '../audit/record-events.ts'
import { isUuid } from '../base/ids.ts'
import type { Service } from '../services/service.ts'
import type { WebEnv } from '../web/context.ts'
import { knownBrowser } from './browser.ts'
import { asCarriedBy } from './carried-answer.ts'
import type { Visit } from './deps.ts'
import { withLiveSession } from './live-session.ts'
import { LoginErrorPage, type LoginErrorReason } from './pages/login-error.page.tsx'
import type { Way } from './pages/ways.tsx'
import type { RefusalReason } from './refusal.ts'
import { saveStep, signInEvent } from './save-step.ts'
import type { SignIn } from './sign-in.ts'
import { findSignIn } from './sign-ins.store.ts'
import type { WebDeps } from './web-deps.ts'

export interface OpenSignIn {
  signIn: SignIn
  service: Service
  visit: Visit & { browserHash: string }
}

/** The sign-in, or the page that says why not. */
export async function openSignIn(
  c: Context<WebEnv>,
  deps: WebDeps,
  id: string | null | undefined,
): Promise<OpenSignIn | Response> {
  const { db, directory } = deps.brokering
  const visit = knownBrowser(c, deps.browser)
  const found = id && isUuid(id) ? await findSignIn(db, id) : null
  const service = found && (await directory.service(found.serviceId))
  if (!found || !service) return loginError(c, deps, 'unknown-sign-in', await recordUnknown(deps, visit), null)
  if (!service.enabled) {
    await recordLost(deps, found, visit, 'provider-not-activated', 'the service has been switched off')
    return loginError(c, deps, 'unknown-sign-in', found.reference, null)
  }
  // A sign-in that came by POST met no cookie of ours: it belongs to the browser that follows the redirect.
  const signIn = found.browserHash === null ? await bind(deps, found, visit) : found
  if (signIn?.browserHash === visit.browserHash) {
    return { signIn: await withLiveSession(deps.brokering, asCarriedBy(visit, signIn)), service, visit }
  }
  await recordLost(deps, found, visit, 'cookie-lost', 'the browser is not the one that began the sign-in')
  return loginError(c, deps, 'cookie-lost', found.reference, null)
}

async function bind(deps: WebDeps, signIn: SignIn, visit: Visit): Promise<SignIn | null> {
  const bound = await saveStep(deps.brokering, signIn, { change: { browserHash: visit.browserHash }, events: [] })
  return bound ?? findSignIn(deps.brokering.db, signIn.id)
}

/** An authentication that came through another browser is not to be used by anyone (login CSRF, G22). */
async function recordLost(
  { brokering }: WebDeps,
  signIn: SignIn,
  visit: Visit,
  reason: RefusalReason,
  detail: string,
): Promise<void> {
  const event = signInEvent(signIn, visit, {
    action: 'sign-in.refused',
    outcome: 'refused',
    actor: { kind: 'unknown' },
    object: { kind: 'sign-in', id: signIn.id },
    details: { reason, detail },
  })
  const spoiled = signIn.authentication && !signIn.answeredAt && !signIn.refusal
  const saved = spoiled && (await saveStep(brokering, signIn, { change: { refusal: reason }, events: [event] }))
  if (!saved) await recordEvents(brokering, brokering.db, [event])
}

/** The reference on the page finds at least that somebody asked for what is not there. */
async function recordUnknown({ brokering }: WebDeps, { source }: Visit): Promise<string> {
  const reference = brokering.ids.reference()
  await recordEvents(brokering, brokering.db, [
    {
      action: 'sign-in.refused',
      outcome: 'refused',
      actor: { kind: 'unknown' },
      source,
      reference,
      details: { reason: 'unknown-sign-in', detail: 'no sign-in has the id that was asked for' },
    },
  ])
  return reference
}

/** A page for a log-in that broke: nothing is told of whose it was. */
export function loginError(
  c: Context<WebEnv>,
  deps: Pick<WebDeps, 'shell' | 'brokering'>,
  reason: LoginErrorReason,
  reference: string,
  service: Service | null,
): Response | Promise<Response> {
  const shell = deps.shell(c)
  const name = service && {
    name: shell.language === 'da' ? service.nameDa : service.nameEn,
    shortName: service.shortName,
  }
  const ways: Way[] = [
    ...(service?.address && name ? [{ kind: 'open-service', href: service.address, service: name.name } as const] : []),
    { kind: 'front' },
  ]
  const at = deps.brokering.clock.now()
  return c.html(
    <LoginErrorPage shell={shell} reason={reason} service={name} ways={ways} reference={reference} at={at} />,
    400,
  )
}
