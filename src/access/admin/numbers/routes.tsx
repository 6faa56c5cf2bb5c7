/** `/admin/medarbejdere/:id/ret`: the numbers that SEB knows an employee's log-in by are set and corrected. */
import { type Context, Hono } from 'hono'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { readForm } from '../../../web/form.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { employeePath, numbersPath } from '../admin-paths.ts'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { checkNumbers, readTypedNumbers } from './check-numbers.ts'
import { type Correcting, correctNumbers, findCorrectable, shownNumbers } from './correct-numbers.ts'
import { NumbersPage } from './numbers.page.tsx'

export function numbersRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(numbersPath(':id'), async (c) => {
    const asked = askedOf(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const employee = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
      findCorrectable(trx, actor, accountId),
    )
    if (!employee) return deps.notFound(c)
    const { professionalUuid, rid } = employee.account
    const typed = { uuid: professionalUuid ?? '', rid: rid ?? '', reason: '' }
    const shown = shownNumbers(employee.account)
    return c.html(<NumbersPage frame={adminFrame(c, deps)} {...{ employee, typed, shown }} mistakes={[]} />)
  })

  routes.post(numbersPath(':id'), async (c) => {
    const asked = askedOf(c)
    const form = await readForm(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const typed = readTypedNumbers(form)
    const { numbers, mistakes } = checkNumbers(typed)
    const shown = form.get('set') ?? ''
    const correcting = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx): Promise<Correcting> => {
      if (mistakes.length === 0)
        return correctNumbers(deps, trx, actor, { accountId, numbers, reason: typed.reason, shown })
      const employee = await findCorrectable(trx, actor, accountId)
      return employee ? { outcome: 'mistakes', mistakes, employee } : { outcome: 'not-found' }
    })
    if (correcting.outcome === 'not-found') return deps.notFound(c)
    if (correcting.outcome === 'corrected') return c.redirect(`${employeePath(accountId)}?udfoert=numre-rettet`, 303)
    const { employee } = correcting
    // Whoever has been told of what another did saves over it knowingly.
    const seen = correcting.mistakes.some(({ mistake }) => mistake === 'meanwhile')
      ? shownNumbers(employee.account)
      : shown
    const page = { employee, typed, mistakes: correcting.mistakes, shown: seen }
    return c.html(<NumbersPage frame={adminFrame(c, deps)} {...page} />, 422)
  })

  return routes

  function askedOf(c: Context<AdminEnv>): { actor: Actor; accountId: string } | null {
    const actor = actorOf(c, deps)
    const accountId = readId(c.req.param('id'))
    return actor && accountId ? { actor, accountId } : null
  }
}
