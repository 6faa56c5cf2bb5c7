/** `/admin`: an administrator's first page; everybody else is led to theirs, or asked whom they act for. */
import { Hono } from 'hono'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { recentChiefs, wantedChiefs } from '../../appointments/orphan-guard.ts'
import { isOfOrganisation } from '../../capacities/capacity.ts'
import { findFirstEndings } from '../../endings/first-endings.store.ts'
import { may } from '../../may.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths } from '../admin-paths.ts'
import { findNames } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { firstPage } from '../menu.ts'
import { OverviewPage } from './overview.page.tsx'
import { countWork, findChanges } from './overview.store.ts'

export function overviewRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(adminPaths.home, async (c) => {
    const { acting, capacities, personId } = c.get('viewer')
    // An employee has no work here: whoever comes and holds more has come for that.
    if (acting.kind === 'employee' && capacities.length > 1) return c.redirect(adminPaths.chooseCapacity, 303)
    const organisationId = isOfOrganisation(acting) ? acting.organisation.id : ''
    if (!isOfOrganisation(acting) || !may(acting, 'see-employees', { organisationId }))
      return c.redirect(firstPage(acting), 303)
    const { limits } = acting
    const now = deps.clock.now()
    const found = await inOrganisation(deps.db, organisationId, async (trx) => {
      const changes = await findChanges(trx, limits)
      const chiefs = await recentChiefs(trx, organisationId, now)
      return {
        changes,
        work: await countWork(trx, limits, now),
        endings: await findFirstEndings(trx, acting, now),
        review: await deps.reviews.due(trx, { acting, personId }, now),
        requests: await deps.requestsWaiting(trx, { acting, personId }, now),
        names: await findNames(
          trx,
          changes.flatMap(({ actorId }) => actorId ?? []),
        ),
        fewChiefs: chiefs < wantedChiefs ? chiefs : null,
      }
    })
    const allowed = {
      mayAppoint: may(acting, 'appoint-administrator', { organisationId }),
      mayCreate: may(acting, 'create-employee', { organisationId }),
    }
    return c.html(
      <OverviewPage frame={adminFrame(c, deps)} {...{ now, ...found, ...allowed }} ownPersonId={personId} />,
    )
  })

  return routes
}
