/** `/admin/medarbejdere`: the organisation's employees, and one of them. Whoever may not see is told "not found". */
import { Hono } from 'hono'
import { recordEvents } from '../../../audit/record-events.ts'
import { readCursor } from '../../../base/cursor.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { isOfOrganisation, worldOf } from '../../capacities/capacity.ts'
import { may } from '../../may.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths, employeePath } from '../admin-paths.ts'
import { changesFrom, findChangeable } from '../decide/change-account.ts'
import { adminFrame } from '../frame.ts'
import { findInvitable } from '../invite/invitable.store.ts'
import { describeEmployee } from './describe-employee.ts'
import { deeds, EmployeePage } from './employee.page.tsx'
import { findEmployee, readId } from './employee.store.ts'
import { EmployeeListPage } from './employee-list.page.tsx'
import { listEmployees, listUnits } from './employees.store.ts'
import { readQuery, straightOn } from './read-query.ts'

export function employeeRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(adminPaths.employees, async (c) => {
    const { acting } = c.get('viewer')
    const world = worldOf(acting)
    if (!world) return deps.notFound(c)
    const { organisation, limits } = world
    if (!may(acting, 'see-employees', { organisationId: organisation.id })) return deps.notFound(c)
    const mayCreate = may(acting, 'create-employee', { organisationId: organisation.id })
    const now = deps.clock.now()
    const get = (name: string) => c.req.query(name)
    const query = readQuery(get)
    const cursor = readCursor(get, readId)
    const { list, units } = await inOrganisation(deps.db, organisation.id, async (trx) => ({
      list: await listEmployees(trx, limits, query, cursor, now),
      units: await listUnits(trx, limits),
    }))
    const [only, ...others] = list.rows
    if (get(straightOn) && only && others.length === 0 && !cursor) return c.redirect(employeePath(only.id), 303)
    const ticks = {
      shown: may(acting, 'change-in-bulk', { organisationId: organisation.id }),
      missing: get('mangler') === 'valg',
      asks: limits.serviceIds !== null && may(acting, 'ask-for-others', { organisationId: organisation.id }),
    }
    const page = { list, query, units, now, mayCreate, ticks }
    return c.html(<EmployeeListPage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.get(`${adminPaths.employees}/:id`, async (c) => {
    const { acting, personId } = c.get('viewer')
    const accountId = readId(c.req.param('id'))
    const world = worldOf(acting)
    if (!world || !accountId) return deps.notFound(c)
    const { organisation, limits } = world
    const now = deps.clock.now()
    const description = await inOrganisation(deps.db, organisation.id, async (trx) => {
      const employee = await findEmployee(trx, accountId)
      if (!employee) return null
      const subject = { organisationId: organisation.id, accountId, unitId: employee.account.unit?.id ?? null }
      if (!may(acting, 'see-employees', subject)) return null
      await recordEvents(deps, trx, [
        {
          action: 'account.viewed',
          outcome: 'success',
          actor: { kind: 'person', id: personId },
          organisationId: organisation.id,
          object: { kind: 'account', id: accountId },
          source: deps.visit(c).source,
          details: { capacity: acting.kind },
        },
      ])
      const described = await describeEmployee(trx, employee, {
        limits,
        now,
        highestAssurance: deps.limits.highestAssurance,
      })
      // An auditor only looks.
      if (!isOfOrganisation(acting)) return { ...described, invitable: null, changeable: false }
      const invitable = await findInvitable(trx, { acting }, accountId, now)
      return { ...described, invitable, changeable: (await findChangeable(trx, { acting }, accountId)) !== null }
    })
    if (!description) return deps.notFound(c)
    const { status, unit } = description.employee.account
    const subject = { organisationId: organisation.id, accountId, unitId: unit?.id ?? null }
    const allowed = {
      assign: status !== 'ended' && may(acting, 'assign-role', subject),
      withdraw: may(acting, 'withdraw-role', subject),
      simulate: may(acting, 'simulate-access', subject),
      log: may(acting, 'see-organisation-log', { organisationId: organisation.id }),
      change: description.changeable ? changesFrom(status) : [],
      move: description.changeable && status !== 'ended',
    }
    const invitation = description.invitable && { last: description.invitable.last }
    const done = deeds.find((deed) => deed === c.req.query('udfoert')) ?? null
    return c.html(<EmployeePage frame={adminFrame(c, deps)} {...{ description, now, allowed, invitation, done }} />)
  })

  return routes
}
