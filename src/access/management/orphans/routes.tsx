/** `/forvaltning/uden-administrator`: for system management and the desk, who help organisations to an administrator. */
import { Hono } from 'hono'
import { recordEvents } from '../../../audit/record-events.ts'
import { readCursor } from '../../../base/cursor.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { listOrphans } from '../../appointments/orphans.store.ts'
import { may } from '../../may.ts'
import { managementPaths } from '../management-paths.ts'
import { OrphansPage } from './orphans.page.tsx'

export function orphanRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(managementPaths.orphans, async (c) => {
    const { acting, personId } = c.get('viewer')
    if (!may(acting, 'see-all-organisations', {})) return deps.notFound(c)
    const cursor = readCursor((name) => c.req.query(name), readId)
    const list = await deps.db.transaction().execute(async (trx) => {
      const found = await listOrphans(trx, cursor, deps.clock.now())
      const named = found.rows.filter(({ candidates }) => candidates.length > 0)
      // The page names employees, and reading about people is an event of each organisation.
      await recordEvents(
        deps,
        trx,
        named.map(({ id }) => ({
          action: 'organisation.viewed',
          outcome: 'success' as const,
          actor: { kind: 'person' as const, id: personId },
          organisationId: id,
          object: { kind: 'organisation', id },
          source: deps.visit(c).source,
        })),
      )
      return found
    })
    const mayAppoint = may(acting, 'appoint-first-chief', {})
    return c.html(<OrphansPage frame={adminFrame(c, deps)} {...{ list, mayAppoint }} />)
  })

  return routes
}
