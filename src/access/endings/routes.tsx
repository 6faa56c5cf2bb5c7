/** `/admin/medarbejdere/:id/forlaeng`: the last day of an account. */
import { type Context, Hono } from 'hono'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { readForm } from '../../web/form.ts'
import { type Actor, actorOf } from '../admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../admin/admin-env.ts'
import { employeePath, extendAccountPath } from '../admin/admin-paths.ts'
import { readId } from '../admin/employees/employee.store.ts'
import { adminFrame } from '../admin/frame.ts'
import { readLine } from '../admin/read-line.ts'
import { ExtendAccountPage } from './extend-account.page.tsx'
import { extendAccount, findExtendable, typedEnd } from './extend-account.ts'

export function endingRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(extendAccountPath(':id'), async (c) => {
    const asked = askedOf(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const employee = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
      findExtendable(trx, actor, accountId),
    )
    if (!employee) return deps.notFound(c)
    const typed = { until: typedEnd(employee), reason: '' }
    return c.html(<ExtendAccountPage frame={adminFrame(c, deps)} employee={employee} typed={typed} mistakes={[]} />)
  })

  routes.post(extendAccountPath(':id'), async (c) => {
    const asked = askedOf(c)
    const form = await readForm(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const typed = {
      until: readLine(form.get('til'), 100),
      reason: readLine(form.get('begrundelse'), 500),
      shown: form.get('set') ?? '',
    }
    const answer = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const saved = await extendAccount(deps, trx, actor, { accountId, typed })
      const employee = saved && (await findExtendable(trx, actor, accountId))
      return employee && { saved, employee }
    })
    if (!answer) return deps.notFound(c)
    const { saved, employee } = answer
    if (saved.outcome === 'saved') return c.redirect(`${employeePath(accountId)}?udfoert=sidste-dag`, 303)
    const page = { frame: adminFrame(c, deps), employee, typed, mistakes: saved.mistakes }
    return c.html(<ExtendAccountPage {...page} />, 422)
  })

  return routes

  function askedOf(c: Context<AdminEnv>): { actor: Actor; accountId: string } | null {
    const actor = actorOf(c, deps)
    const accountId = readId(c.req.param('id'))
    return actor && accountId ? { actor, accountId } : null
  }
}
