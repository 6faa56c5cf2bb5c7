/** Stands before every page of the administration: who is looking? Nobody passes without an answer. */
import type { MiddlewareHandler } from 'hono'
import { countUnread } from '../../notices/notices.store.ts'
import { readerOf } from '../mine/notices/reader.ts'
import { findViewer } from '../viewer.ts'
import type { AdminDeps, AdminEnv } from './admin-env.ts'
import { OutsideHoursPage } from './pages/outside-hours.page.tsx'
import { UnknownPersonPage } from './pages/unknown-person.page.tsx'

export function requireViewer(deps: AdminDeps): MiddlewareHandler<AdminEnv> {
  return async (c, next) => {
    const { db, clock, limits } = deps
    const looking = await findViewer(
      { db, now: clock.now(), limits: limits.session, highestAssurance: limits.highestAssurance },
      deps.visit(c).sessionTokenHash,
    )
    switch (looking.kind) {
      case 'log-in-needed':
        return deps.signIn(c)
      case 'nobody':
        return c.html(<UnknownPersonPage shell={deps.shell(c)} />, 403)
      case 'outside-hours':
        return c.html(<OutsideHoursPage shell={deps.shell(c)} shut={looking.shut} />, 403)
      case 'viewer': {
        const heldBack = await deps.holdBack(c, looking.viewer.personId)
        if (heldBack) return heldBack
        c.set('viewer', looking.viewer)
        c.set('unread', await countUnread(db, readerOf(looking.viewer, clock.now())))
        return next()
      }
    }
  }
}
