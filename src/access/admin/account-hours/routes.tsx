/** `/admin/medarbejdere/:id/tider`: the hours of the week that an account holds in. */
import { type Context, Hono } from 'hono'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { readForm } from '../../../web/form.ts'
import { findExtendable } from '../../endings/extend-account.ts'
import { readTypedHours } from '../../hours/typed-hours.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { accountHoursPath, employeePath } from '../admin-paths.ts'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { readLine } from '../read-line.ts'
import { AccountHoursPage } from './account-hours.page.tsx'
import { saveAccountHours } from './save-account-hours.ts'

export function accountHoursRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(accountHoursPath(':id'), async (c) => {
    const asked = askedOf(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const employee = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
      findExtendable(trx, actor, accountId),
    )
    if (!employee) return deps.notFound(c)
    const typed = { hours: employee.account.hours ?? [], reason: '' }
    return c.html(<AccountHoursPage frame={adminFrame(c, deps)} employee={employee} typed={typed} mistakes={[]} />)
  })

  routes.post(accountHoursPath(':id'), async (c) => {
    const asked = askedOf(c)
    const form = await readForm(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const typed = {
      hours: readTypedHours(form),
      reason: readLine(form.get('begrundelse'), 500),
      shown: form.get('set') ?? '',
    }
    const answer = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const saved = await saveAccountHours(deps, trx, actor, { accountId, typed })
      const employee = saved && (await findExtendable(trx, actor, accountId))
      return employee && { saved, employee }
    })
    if (!answer) return deps.notFound(c)
    const { saved, employee } = answer
    if (saved.outcome === 'saved') return c.redirect(`${employeePath(accountId)}?udfoert=tider-rettet`, 303)
    const page = { frame: adminFrame(c, deps), employee, typed, mistakes: saved.mistakes }
    return c.html(<AccountHoursPage {...page} />, 422)
  })

  return routes

  function askedOf(c: Context<AdminEnv>): { actor: Actor; accountId: string } | null {
    const actor = actorOf(c, deps)
    const accountId = readId(c.req.param('id'))
    return actor && accountId ? { actor, accountId } : null
  }
}
