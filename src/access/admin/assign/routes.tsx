/** `/admin/medarbejdere/:id/tildel`: choose a role, say what it applies to, check it, give it. Nothing is kept until it is given. */

import { type Context, Hono } from 'hono'
import { rowOfForm } from '../../../base/ids.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { readForm } from '../../../web/form.ts'
import { conflictFields, whatConflictsNeed } from '../../conflicts/allow-conflicts.ts'
import { findConflicts } from '../../conflicts/find-conflicts.ts'
import { findEnding } from '../../endings/find-ending.ts'
import { suggestExtension } from '../../endings/suggest-extension.ts'
import { may } from '../../may.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { assignPath, employeePath } from '../admin-paths.ts'
import { listBundles } from '../bundles/bundles.store.ts'
import { findEmployee, readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { readLine } from '../read-line.ts'
import { AssignRolePage, CheckRolePage } from './assign-role.page.tsx'
import { assignRole, findAssignable } from './assign-role.ts'
import { findAssignableRoles } from './assignable-roles.store.ts'
import { checkAssignment, readTypedAssignment } from './check-assignment.ts'
import { ChooseRolePage } from './choose-role.page.tsx'
import { suggestAssignment } from './suggest-assignment.ts'
import { wouldFail } from './would-fail.ts'

export function assignRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(assignPath(':id'), async (c) => {
    const actor = actorOf(c, deps)
    const accountId = readId(c.req.param('id'))
    if (!actor || !accountId) return deps.notFound(c)
    const { acting } = actor
    const found = await inOrganisation(deps.db, acting.organisation.id, async (trx) => {
      const employee = await findEmployee(trx, accountId)
      if (!employee || employee.account.status === 'ended') return null
      const subject = { organisationId: acting.organisation.id, accountId, unitId: employee.account.unit?.id ?? null }
      if (!may(acting, 'assign-role', subject)) return null
      const roles = await findAssignableRoles(trx, { limits: acting.limits, now: deps.clock.now() })
      const given = (roleId: string) => roles.some(({ role }) => role.id === roleId)
      const bundles = (await listBundles(trx)).filter(({ parts }) => parts.every(({ role }) => given(role.id)))
      return { employee, roles, bundles }
    })
    return found ? c.html(<ChooseRolePage frame={adminFrame(c, deps)} {...found} />) : deps.notFound(c)
  })

  routes.get(assignPath(':id', ':rolle'), async (c) => {
    const asked = askedOf(c, deps)
    if (!asked) return deps.notFound(c)
    const { actor, ...ids } = asked
    const now = deps.clock.now()
    const after = readId(c.req.query('efter'))
    const found = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const assignable = await findAssignable(trx, actor, { ...ids, now })
      return assignable && { ...assignable, ending: after && (await findEnding(trx, { ...ids, assignmentId: after })) }
    })
    if (!found) return deps.notFound(c)
    const typed = found.ending
      ? suggestExtension(found.ending, found.assignable, now)
      : suggestAssignment({ ...found, unitId: found.employee.account.unit?.id ?? null }, now)
    const formId = deps.ids.uuid()
    return c.html(<AssignRolePage frame={adminFrame(c, deps)} {...found} {...{ typed, formId }} mistakes={[]} />)
  })

  routes.post(assignPath(':id', ':rolle'), async (c) => {
    const asked = askedOf(c, deps)
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!asked || !formId) return deps.notFound(c)
    const { actor, ...ids } = asked
    const assignmentId = rowOfForm(formId, ids.accountId, ids.roleId)
    const now = deps.clock.now()
    const { highestAssurance } = deps.limits
    const step = form.get('trin')
    const exception = readLine(form.get(conflictFields.reason), 500)
    const answer = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const found = await findAssignable(trx, actor, { ...ids, now })
      if (!found) {
        // It could be given when the form was shown.
        const past = await findAssignable(trx, actor, { ...ids, now, past: true })
        const mistakes = [{ field: 'fra', mistake: 'no-longer-given' as const }]
        const outcome = { outcome: 'mistakes' as const, mistakes, conflicts: [] }
        return past && { found: past, typed: readTypedAssignment(form, past.assignable, past.units), outcome }
      }
      const typed = readTypedAssignment(form, found.assignable, found.units)
      if (step === 'giv') {
        const outcome = await assignRole(deps, trx, actor, { ...ids, assignmentId, typed, exception })
        return outcome && { found, typed, outcome }
      }
      const checking = checkAssignment(found.assignable, typed, { now, accountHours: found.employee.account.hours })
      if (!checking.ok)
        return { found, typed, outcome: { outcome: 'mistakes' as const, mistakes: checking.mistakes, conflicts: [] } }
      const { assignment } = checking
      const conflicts = await findConflicts(trx, { wanted: [{ ...ids, ...assignment }], now })
      const mistakes = whatConflictsNeed(conflicts, { exception, validUntil: assignment.validUntil })
      if (mistakes.length > 0) return { found, typed, outcome: { outcome: 'mistakes' as const, mistakes, conflicts } }
      const fails = await wouldFail(trx, { now, highestAssurance }, found, assignment)
      return { found, typed, outcome: { outcome: 'checked' as const, assignment, fails, conflicts } }
    })
    if (!answer) return deps.notFound(c)
    const { found, typed, outcome } = answer
    if (outcome.outcome === 'assigned') return c.redirect(`${employeePath(ids.accountId)}?udfoert=rolle-givet`, 303)
    const conflict = { conflicts: outcome.conflicts, limits: actor.acting.limits, exception }
    const page = { frame: adminFrame(c, deps), ...found, typed, formId, conflict }
    if (outcome.outcome === 'checked' && step !== 'ret') return c.html(<CheckRolePage {...page} {...outcome} />)
    const mistakes = outcome.outcome === 'mistakes' ? outcome.mistakes : []
    return c.html(<AssignRolePage {...page} mistakes={mistakes} />, mistakes.length > 0 ? 422 : 200)
  })

  return routes
}

function askedOf(c: Context<AdminEnv>, deps: AdminDeps): { actor: Actor; accountId: string; roleId: string } | null {
  const actor = actorOf(c, deps)
  const accountId = readId(c.req.param('id'))
  const roleId = readId(c.req.param('rolle'))
  return actor && accountId && roleId ? { actor, accountId, roleId } : null
}
