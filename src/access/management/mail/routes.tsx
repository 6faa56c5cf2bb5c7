/** `/forvaltning/mail`: mails that could not be delivered, for those who run SEB and help its users. */
import { Hono } from 'hono'
import { findTroubledMails } from '../../../mail/mails.store.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { adminFrame } from '../../admin/frame.ts'
import { may } from '../../may.ts'
import { managementPaths } from '../management-paths.ts'
import { MailTroublePage } from './mail.page.tsx'

/** Enough to see what is wrong; a server that is down keeps many waiting. */
const mailsShown = 100

export function mailRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(managementPaths.mail, async (c) => {
    if (!may(c.get('viewer').acting, 'see-all-organisations', {})) return deps.notFound(c)
    const mails = await findTroubledMails(deps.db, mailsShown)
    return c.html(<MailTroublePage frame={adminFrame(c, deps)} mails={mails} book={deps.noticeBook} />)
  })

  return routes
}
