/** The link in a mail to somebody who has no account that works yet: to the request it tells of, and to nothing else. */
import { type Context, Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { findLogIn, findViewer } from '../../access/viewer.ts'
import { noticePath } from '../../notices/notice-paths.ts'
import { findNotice, markRead, type Reader } from '../../notices/notices.store.ts'
import type { WebEnv } from '../../web/context.ts'
import { askPaths } from '../request-paths.ts'

export function newcomerNoticeRoutes(deps: AdminDeps): Hono<WebEnv> {
  const { db, clock } = deps
  const routes = new Hono<WebEnv>()

  routes.get(noticePath(':besked'), async (c, next) => {
    const id = readId(c.req.param('besked'))
    const reader = id && (await newcomer(c))
    const notice = id && reader ? await findNotice(db, reader, id) : null
    // Everybody else reads it where people with an account do.
    if (!reader || !notice?.path?.startsWith(askPaths.requests)) return next()
    await markRead(db, reader, { id: notice.id })
    return c.redirect(notice.path, 303)
  })

  return routes

  async function newcomer(c: Context): Promise<Reader | null> {
    const now = clock.now()
    const asked = { db, now, limits: deps.limits.session, highestAssurance: deps.limits.highestAssurance }
    const { sessionTokenHash } = deps.visit(c)
    const logIn = await findLogIn(asked, sessionTokenHash)
    const person = logIn?.session.person
    if (!logIn || !person || (await findViewer(asked, sessionTokenHash)).kind !== 'nobody') return null
    const isOwn = logIn.session.provider.kind === 'nemlog-in'
    return { personId: person.id, onlyCvr: isOwn ? null : (logIn.cvr ?? ''), now }
  }
}
