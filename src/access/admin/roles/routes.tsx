/** `/admin/roller`: the roles the organisation may hand out, who has each, and from there to give one. */
import { type Context, Hono } from 'hono'
import { readCursor } from '../../../base/cursor.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { may } from '../../may.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths, giveRolePath, rolePath } from '../admin-paths.ts'
import { findAssignableRoles } from '../assign/assignable-roles.store.ts'
import { listUnitNumbers } from '../assign/unit-numbers.ts'
import { readId } from '../employees/employee.store.ts'
import { listEmployees } from '../employees/employees.store.ts'
import { adminFrame } from '../frame.ts'
import { readLine } from '../read-line.ts'
import { GiveRolePage, RolePage } from './role.page.tsx'
import { RolesPage } from './roles.page.tsx'
import { countHolders, listHolders } from './roles.store.ts'

export function roleRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(adminPaths.roles, async (c) => {
    const actor = seeing(c)
    if (!actor) return deps.notFound(c)
    const { organisation, limits } = actor.acting
    const now = deps.clock.now()
    const found = await inOrganisation(deps.db, organisation.id, async (trx) => ({
      roles: await findAssignableRoles(trx, { limits, now }),
      holders: await countHolders(trx, limits, now),
    }))
    return c.html(<RolesPage frame={adminFrame(c, deps)} {...found} />)
  })

  routes.get(rolePath(':id'), async (c) => {
    const actor = seeing(c)
    const roleId = readId(c.req.param('id'))
    if (!actor || !roleId) return deps.notFound(c)
    const { organisation, limits } = actor.acting
    const now = deps.clock.now()
    const cursor = readCursor((name) => c.req.query(name), readId)
    const found = await inOrganisation(deps.db, organisation.id, async (trx) => {
      const [assignable] = await findAssignableRoles(trx, { limits, now, roleId })
      if (!assignable) return null
      const holders = await listHolders(trx, limits, roleId, { cursor, now })
      return { assignable, holders, units: await listUnitNumbers(trx) }
    })
    return found ? c.html(<RolePage frame={adminFrame(c, deps)} {...found} now={now} />) : deps.notFound(c)
  })

  routes.get(giveRolePath(':id'), async (c) => {
    const actor = seeing(c)
    const roleId = readId(c.req.param('id'))
    if (!actor || !roleId) return deps.notFound(c)
    const { organisation, limits, accountId } = actor.acting
    const now = deps.clock.now()
    const query = readLine(c.req.query('soeg'), 100)
    const cursor = readCursor((name) => c.req.query(name), readId)
    const found = await inOrganisation(deps.db, organisation.id, async (trx) => {
      const [assignable] = await findAssignableRoles(trx, { limits, now, roleId })
      const asked = { text: query, unitId: null, status: 'current' } as const
      return assignable && { assignable, found: await listEmployees(trx, limits, asked, cursor, now) }
    })
    if (!found) return deps.notFound(c)
    return c.html(<GiveRolePage frame={adminFrame(c, deps)} {...found} query={query} ownAccountId={accountId} />)
  })

  return routes

  function seeing(c: Context<AdminEnv>): Actor | null {
    const actor = actorOf(c, deps)
    return actor && may(actor.acting, 'see-roles', { organisationId: actor.acting.organisation.id }) ? actor : null
  }
}
