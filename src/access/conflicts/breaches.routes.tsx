/** `/admin/konflikter`: who holds roles together that a rule speaks against. */
import { Hono } from 'hono'
import { recordEvents } from '../../audit/record-events.ts'
import { readCursor } from '../../base/cursor.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { actorOf } from '../admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../admin/admin-env.ts'
import { adminFrame } from '../admin/frame.ts'
import { may } from '../may.ts'
import { BreachesPage } from './breaches.page.tsx'
import { listBreaches, readBreachId } from './breaches.store.ts'
import { breachesPath } from './conflict-paths.ts'

export function breachRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(breachesPath, async (c) => {
    const actor = actorOf(c, deps)
    if (!actor) return deps.notFound(c)
    const { organisation, limits } = actor.acting
    if (!may(actor.acting, 'see-role-conflicts', { organisationId: organisation.id })) return deps.notFound(c)
    const cursor = readCursor((name) => c.req.query(name), readBreachId)
    const page = await inOrganisation(deps.db, organisation.id, async (trx) => {
      const found = await listBreaches(trx, limits, deps.clock.now(), cursor)
      if (found.rows.length > 0)
        await recordEvents(deps, trx, [
          {
            action: 'employees.viewed',
            outcome: 'success',
            actor: { kind: 'person', id: actor.personId },
            organisationId: organisation.id,
            object: { kind: 'organisation', id: organisation.id },
            source: actor.source,
            details: { accounts: found.rows.map(({ accountId }) => accountId) },
          },
        ])
      return found
    })
    return c.html(<BreachesPage frame={adminFrame(c, deps)} {...{ page, limits }} personId={actor.personId} />)
  })

  return routes
}
