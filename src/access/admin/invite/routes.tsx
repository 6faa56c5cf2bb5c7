/** `/admin/medarbejdere/ny` and `…/:id/inviter`: employees ahead of their first log-in, and the invitations of those. */

import { type Context, Hono } from 'hono'
import { writeDay } from '../../../base/danish-time.ts'
import { rowOfForm } from '../../../base/ids.ts'
import { readMailAddress } from '../../../base/mail-address.ts'
import type { Trx } from '../../../storage/database.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { readForm } from '../../../web/form.ts'
import { may } from '../../may.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths, employeePath, invitePath, withdrawInvitationPath } from '../admin-paths.ts'
import { readId } from '../employees/employee.store.ts'
import { listUnits } from '../employees/employees.store.ts'
import { adminFrame } from '../frame.ts'
import { lockUnits } from '../units/units.store.ts'
import { checkEmployee, type FieldMistake, readTypedEmployee, type TypedEmployee } from './check-employee.ts'
import { createEmployee } from './create-employee.ts'
import { findInvitable } from './invitable.store.ts'
import { InvitePage } from './invite.page.tsx'
import { NewEmployeePage } from './new-employee.page.tsx'
import { sendInvitation, withdrawInvitation } from './send-invitation.ts'

export function inviteRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(adminPaths.createEmployee, async (c) => {
    const actor = creatorOf(c)
    if (!actor) return deps.notFound(c)
    const typed: TypedEmployee = {
      ...{ name: '', unitId: '', known: 'invitation', email: '', language: 'da', uuid: '', rid: '', until: '' },
      from: writeDay(deps.clock.now()),
    }
    const choices = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) => choicesOf(trx, actor))
    return c.html(formPage(c, { ...choices, typed, mistakes: [], formId: deps.ids.uuid() }))
  })

  routes.post(adminPaths.createEmployee, async (c) => {
    const actor = creatorOf(c)
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!actor || !formId) return deps.notFound(c)
    const accountId = rowOfForm(formId, actor.acting.organisation.id)
    const typed = readTypedEmployee(form)
    const now = deps.clock.now()
    const answer = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      // The unit stays open until the employee is in it.
      await lockUnits(trx, actor.acting.organisation.id)
      const choices = await choicesOf(trx, actor)
      const unitIds = choices.units.map(({ id }) => id)
      const { employee, mistakes } = checkEmployee(typed, { now, unitIds, unitNeeded: choices.unitNeeded })
      const creating = employee ? await createEmployee(deps, trx, actor, { accountId, employee }) : null
      return { choices, employee, creating, mistakes }
    })
    const { choices, employee, creating } = answer
    if (employee && !creating) return deps.notFound(c)
    if (creating?.outcome === 'created')
      return c.redirect(`${employeePath(accountId)}?udfoert=medarbejder-oprettet`, 303)
    const mistakes = creating ? creating.mistakes : answer.mistakes
    return c.html(formPage(c, { ...choices, typed, mistakes, formId }), 422)
  })

  routes.get(invitePath(':id'), async (c) => {
    const asked = askedOf(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const invitable = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
      findInvitable(trx, actor, accountId, deps.clock.now()),
    )
    if (!invitable) return deps.notFound(c)
    const email = invitable.last?.email ?? invitable.employee.email ?? ''
    return c.html(<InvitePage frame={adminFrame(c, deps)} {...{ invitable, email }} mistake={null} />)
  })

  routes.post(invitePath(':id'), async (c) => {
    const asked = askedOf(c)
    const form = await readForm(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const typed = (form.get('mail') ?? '').trim().slice(0, 300)
    const email = readMailAddress(typed)
    const invitable = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const found = await findInvitable(trx, actor, accountId, deps.clock.now())
      if (found && email) {
        const { name, language } = found.employee
        const shown = readId(form.get('set'))
        await sendInvitation(deps, trx, actor, { accountId, name, email, language, shown })
      }
      return found
    })
    if (!invitable) return deps.notFound(c)
    if (email) return c.redirect(`${employeePath(accountId)}?udfoert=invitation-sendt`, 303)
    const mistake = typed === '' ? 'email-missing' : 'email-wrong'
    return c.html(<InvitePage frame={adminFrame(c, deps)} {...{ invitable, mistake }} email={typed} />, 422)
  })

  routes.post(withdrawInvitationPath(':id'), async (c) => {
    const asked = askedOf(c)
    if (!asked) return deps.notFound(c)
    const { actor, accountId } = asked
    const found = await inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const invitable = await findInvitable(trx, actor, accountId, deps.clock.now())
      if (invitable) await withdrawInvitation(deps, trx, actor, accountId)
      return invitable !== null
    })
    if (!found) return deps.notFound(c)
    return c.redirect(`${employeePath(accountId)}?udfoert=invitation-trukket`, 303)
  })

  return routes

  /** Whoever may create employees somewhere in the organisation they act for. */
  function creatorOf(c: Context<AdminEnv>): Actor | null {
    const actor = actorOf(c, deps)
    return actor && may(actor.acting, 'create-employee', { organisationId: actor.acting.organisation.id })
      ? actor
      : null
  }

  function askedOf(c: Context<AdminEnv>): { actor: Actor; accountId: string } | null {
    const actor = creatorOf(c)
    const accountId = readId(c.req.param('id'))
    return actor && accountId ? { actor, accountId } : null
  }

  type Form = Choices & { typed: TypedEmployee; mistakes: readonly FieldMistake[]; formId: string }

  function formPage(c: Context<AdminEnv>, form: Form) {
    return <NewEmployeePage frame={adminFrame(c, deps)} {...form} />
  }
}

type Choices = Awaited<ReturnType<typeof choicesOf>>

async function choicesOf(trx: Trx, { acting: { limits } }: Actor) {
  return { units: await listUnits(trx, limits), unitNeeded: limits.unitIds !== null }
}
