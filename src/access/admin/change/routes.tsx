/** `/admin/medarbejdere/:id/roller/:rolle/ret`: changes a role that was given; what will be different is shown first. */
import { type Context, Hono } from 'hono'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { readForm } from '../../../web/form.ts'
import { conflictFields } from '../../conflicts/allow-conflicts.ts'
import { findConflicts } from '../../conflicts/find-conflicts.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { changeRolePath, employeePath } from '../admin-paths.ts'
import { readTypedAssignment } from '../assign/check-assignment.ts'
import { wouldFail } from '../assign/would-fail.ts'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { readLine } from '../read-line.ts'
import { ChangeRolePage, CheckChangePage, RoleGonePage } from './change-role.page.tsx'
import {
  type ChangeOutcome,
  changeRole,
  checkChange,
  findChangeableRole,
  findChangeConflicts,
  typedFrom,
} from './change-role.ts'

export function changeRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(changeRolePath(':id', ':rolle'), async (c) => {
    const asked = askedOf(c)
    if (!asked) return deps.notFound(c)
    const { actor, ...ids } = asked
    const now = deps.clock.now()
    const found = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const changeable = await findChangeableRole(trx, actor, { ...ids, now })
      if (!changeable) return null
      const { assignment } = changeable.right
      return {
        ...changeable,
        conflicts: await findConflicts(trx, {
          wanted: [{ ...assignment, assignmentId: assignment.id, roleId: assignment.role.id }],
          now,
        }),
      }
    })
    if (!found) return deps.notFound(c)
    const conflict = { conflicts: found.conflicts, limits: actor.acting.limits, exception: '' }
    const frame = adminFrame(c, deps)
    const { assignable } = found
    if (!assignable) return c.html(<RoleGonePage frame={frame} {...found} />)
    const typed = typedFrom(found.right.assignment)
    return c.html(<ChangeRolePage frame={frame} {...found} {...{ assignable, typed, conflict }} mistakes={[]} />)
  })

  routes.post(changeRolePath(':id', ':rolle'), async (c) => {
    const asked = askedOf(c)
    const form = await readForm(c)
    if (!asked) return deps.notFound(c)
    const { actor, ...ids } = asked
    const now = deps.clock.now()
    const step = form.get('trin')
    const shown = form.get('set') ?? ''
    const exception = readLine(form.get(conflictFields.reason), 500)
    const answer = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const found = await findChangeableRole(trx, actor, { ...ids, now })
      if (!found?.assignable) return found && { found, assignable: null }
      const { assignable, units } = found
      const typed = readTypedAssignment(form, assignable, units)
      let outcome: ChangeOutcome | null =
        step === 'gem'
          ? await changeRole(deps, trx, actor, { ...ids, typed, shown, exception })
          : checkChange({ ...found, assignable }, { typed, shown, now })
      if (!outcome) return null
      const goOn =
        outcome.outcome === 'changed' ? await deps.reviews.answerByChange(deps, trx, actor, ids.assignmentId) : null
      if (outcome.outcome === 'checked') {
        const of = await findChangeConflicts(trx, found.right.assignment, outcome.assignment, { exception, now })
        if (of.mistakes.length > 0) outcome = { outcome: 'mistakes', ...of }
      }
      const { highestAssurance } = deps.limits
      const fails =
        outcome.outcome === 'mistakes'
          ? null
          : await wouldFail(trx, { now, highestAssurance }, { ...found, assignable }, outcome.assignment)
      // What another did meanwhile is read once more, so that it can be shown.
      const latest = await findChangeableRole(trx, actor, { ...ids, now })
      return { found: latest ?? found, goOn, assignable, typed, outcome, fails }
    })
    if (!answer) return deps.notFound(c)
    const frame = adminFrame(c, deps)
    if (answer.assignable === null) return c.html(<RoleGonePage frame={frame} {...answer.found} />, 422)
    const { found, goOn, assignable, typed, outcome, fails } = answer
    if (outcome.outcome === 'changed' && step !== 'ret')
      return c.redirect(goOn ?? `${employeePath(ids.accountId)}${step === 'gem' ? '?udfoert=rolle-rettet' : ''}`, 303)
    const conflicts = outcome.outcome === 'mistakes' ? (outcome.conflicts ?? []) : []
    const conflict = { conflicts, limits: actor.acting.limits, exception }
    const page = { frame, ...found, assignable, typed, conflict }
    if (outcome.outcome === 'checked' && step !== 'ret')
      return c.html(<CheckChangePage {...page} assignment={outcome.assignment} fails={fails} />)
    const mistakes = outcome.outcome === 'mistakes' ? outcome.mistakes : []
    return c.html(<ChangeRolePage {...page} mistakes={mistakes} />, mistakes.length > 0 ? 422 : 200)
  })

  return routes

  function askedOf(c: Context<AdminEnv>): { actor: Actor; accountId: string; assignmentId: string } | null {
    const actor = actorOf(c, deps)
    const accountId = readId(c.req.param('id'))
    const assignmentId = readId(c.req.param('rolle'))
    return actor && accountId && assignmentId ? { actor, accountId, assignmentId } : null
  }
}
