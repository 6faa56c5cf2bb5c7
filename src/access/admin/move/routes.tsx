/** `/admin/medarbejdere/:id/flyt`: hands an employee over to another unit, with the roles that applied to the first one. */
import { type Context, Hono } from 'hono'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { readForm } from '../../../web/form.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { employeePath, movePath } from '../admin-paths.ts'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { readLine } from '../read-line.ts'
import { ChooseUnitPage, choiceField, MovePage } from './move.page.tsx'
import { findMovable, moveEmployee, planMove } from './move-employee.ts'
import { type MoveChoice, moveChoices } from './plan-move.ts'

export function moveRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(movePath(':id'), async (c) => {
    const asked = askedOf(c)
    const named = c.req.query('enhed')
    const found = asked && (await find(asked, readId(named)))
    if (!found) return deps.notFound(c)
    const { movable, plan } = found
    const frame = adminFrame(c, deps)
    if (plan) return c.html(<MovePage frame={frame} {...plan} reason="" choiceOf={usual} mistake={null} />)
    const mistake = named !== undefined
    return c.html(<ChooseUnitPage frame={frame} {...movable} mistake={mistake} />, mistake ? 422 : 200)
  })

  routes.post(movePath(':id'), async (c) => {
    const asked = askedOf(c)
    const form = await readForm(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const unitId = readId(form.get('enhed'))
    const reason = readLine(form.get('begrundelse'), 500)
    const choiceOf = (assignmentId: string): MoveChoice =>
      moveChoices.find((choice) => choice === form.get(choiceField(assignmentId))) ?? 'behold'
    const wanted = { accountId, unitId, reason, choiceOf, shown: form.get('set') ?? '' }
    const outcome =
      reason === ''
        ? 'reason-missing'
        : await inOrganisation(deps.db, actor.acting.organisation.id, (trx) => moveEmployee(deps, trx, actor, wanted))
    if (outcome === 'moved') return c.redirect(`${employeePath(accountId)}?udfoert=flyttet`, 303)
    const found = outcome === 'not-found' ? null : await find(asked, unitId)
    if (!found) return deps.notFound(c)
    const frame = adminFrame(c, deps)
    const { movable, plan } = found
    if (!plan || outcome === 'no-such-unit' || outcome === 'not-found')
      return c.html(<ChooseUnitPage frame={frame} {...movable} mistake />, 422)
    return c.html(<MovePage frame={frame} {...plan} {...{ reason, choiceOf }} mistake={outcome} />, 422)
  })

  return routes

  function find({ actor, accountId }: { actor: Actor; accountId: string }, unitId: string | null) {
    const now = deps.clock.now()
    return inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const movable = await findMovable(trx, actor, { accountId, now })
      return movable && { movable, plan: await planMove(trx, actor, movable, { unitId, now }) }
    })
  }

  function askedOf(c: Context<AdminEnv>): { actor: Actor; accountId: string } | null {
    const actor = actorOf(c, deps)
    const accountId = readId(c.req.param('id'))
    return actor && accountId ? { actor, accountId } : null
  }
}

/** What can follow to the new unit follows. */
const usual = (): MoveChoice => 'skift'
