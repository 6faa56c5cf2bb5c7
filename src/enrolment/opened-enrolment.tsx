/** What the pages of enrolment are given, and whose enrolment a browser may see: the one whose link it has opened. */
import type { Context } from 'hono'
import type { AdminDeps } from '../access/admin/admin-env.ts'
import { hashToken } from '../people/sessions.store.ts'
import type { WebEnv } from '../web/context.ts'
import { readCookie, writeCookie } from '../web/cookies.ts'
import { linkSecret, readSecret } from './enrolment-links.ts'
import { type Enrolment, findByLink } from './enrolments.store.ts'
import { LinkNeededPage } from './filling/start.page.tsx'

/** What every page of enrolment is given. */
export type EnrolmentDeps = AdminDeps & {
  /** What papers are kept encrypted under (papers/seal-paper.ts). */
  paperKey: Uint8Array
  /** The answer to a network address that begins, mails or uploads more than anybody does. */
  heldBack: (c: Context<WebEnv>) => Promise<Response | null>
}

/** Carries the secret of the link, so that it is in no address but the mail's. */
const cookie = 'seb_enrolment'
/** A working day: long enough to fill it in, and to ask a colleague. */
const eightHours = 28_800

export function openFor(c: Context, deps: AdminDeps, enrolmentId: string): void {
  writeCookie(c, cookie, linkSecret(deps.mailKey, enrolmentId), { secure: isSecure(deps), maxAge: eightHours })
}

/** The enrolment whose link this browser has opened. */
export async function openedEnrolment(c: Context, deps: AdminDeps): Promise<Enrolment | null> {
  const secret = readSecret(readCookie(c, cookie, isSecure(deps)))
  return secret === null ? null : findByLink(deps.db, hashToken(secret), deps.clock.now())
}

/** The one that the address names; else what is said of it to everybody else, whether there is one or not. */
export async function enrolmentOf(c: Context<WebEnv>, deps: AdminDeps): Promise<Enrolment | Response> {
  const opened = await openedEnrolment(c, deps)
  if (opened && opened.reference === c.req.param('ref')) return opened
  return c.html(<LinkNeededPage shell={deps.shell(c)} />, 404)
}

export function isSecure({ publicUrl }: AdminDeps): boolean {
  return publicUrl.protocol === 'https:'
}
