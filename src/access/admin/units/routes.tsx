/** `/admin/enheder`: administrators see the units they administer, chief administrators change all of them. */

import { type Context, Hono } from 'hono'
import { rowOfForm } from '../../../base/ids.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { readForm } from '../../../web/form.ts'
import { may } from '../../may.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths, newUnitPath, unitDeedPath, unitPath } from '../admin-paths.ts'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { readTypedUnit, typedOf } from './check-unit.ts'
import { addUnit, changeUnit, closeUnit, reopenUnit, type SaveOutcome, whyNotClosed } from './save-unit.ts'
import { CloseUnitPage, UnitPage, unitDeeds } from './unit.page.tsx'
import { UnitFormPage } from './unit-form.page.tsx'
import { withinLimits } from './unit-tree.ts'
import { UnitsPage } from './units.page.tsx'
import { listAllUnits, type Unit } from './units.store.ts'

export function unitRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(adminPaths.units, async (c) => {
    const actor = actorOf(c, deps)
    if (!actor || !maySee(actor)) return deps.notFound(c)
    const query = (c.req.query('soeg') ?? '').trim().slice(0, 100)
    const units = withinLimits(await allUnits(actor), actor.acting.limits)
    const page = { units, query, mayChange: mayChange(actor), limited: actor.acting.limits.unitIds !== null }
    return c.html(<UnitsPage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.get(newUnitPath(null), async (c) => {
    const actor = changerOf(c)
    if (!actor) return deps.notFound(c)
    const units = await allUnits(actor)
    const parent = units.find(({ id }) => id === c.req.query('under'))
    const typed = { ...nothing, parentId: parent?.id ?? '' }
    const page = { units, typed, unit: null, newId: deps.ids.uuid(), mistakes: [] }
    return c.html(<UnitFormPage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.post(newUnitPath(null), async (c) => {
    const actor = changerOf(c)
    const form = await readForm(c)
    const newId = readId(form.get('id'))
    if (!actor || !newId) return deps.notFound(c)
    const typed = readTypedUnit(form)
    const id = rowOfForm(newId, actor.acting.organisation.id)
    const outcome = await write(actor, (trx) => addUnit(deps, trx, actor, { id, typed }))
    return answer(c, actor, { outcome, typed, unitId: null, newId, deed: 'oprettet' })
  })

  routes.get(unitPath(':id'), async (c) => {
    const found = await findUnit(c, 'see')
    const deed = c.req.query('udfoert')
    const done = unitDeeds.find((one) => one === deed) ?? null
    if (!found) return deps.notFound(c)
    return c.html(<UnitPage frame={adminFrame(c, deps)} {...found} done={done} obstacle={null} />)
  })

  routes.get(unitDeedPath(':id', 'ret'), async (c) => {
    const found = await findUnit(c, 'change')
    if (!found || found.unit.closedAt) return deps.notFound(c)
    const { unit, units } = found
    const page = { unit, units, newId: unit.id, typed: typedOf(unit), mistakes: [] }
    return c.html(<UnitFormPage frame={adminFrame(c, deps)} {...page} />)
  })

  routes.post(unitDeedPath(':id', 'ret'), async (c) => {
    const found = await findUnit(c, 'change')
    if (!found) return deps.notFound(c)
    const { actor, unit } = found
    const form = await readForm(c)
    const typed = readTypedUnit(form)
    const wanted = { id: unit.id, typed, shown: form.get('set') ?? '' }
    const outcome = await write(actor, (trx) => changeUnit(deps, trx, actor, wanted))
    return answer(c, actor, { outcome, typed, unitId: unit.id, newId: unit.id, deed: 'rettet' })
  })

  routes.get(unitDeedPath(':id', 'luk'), async (c) => {
    const found = await findUnit(c, 'change')
    if (!found || found.unit.closedAt) return deps.notFound(c)
    const { unit, units } = found
    return c.html(<CloseUnitPage frame={adminFrame(c, deps)} unit={unit} obstacle={whyNotClosed(units, unit)} />)
  })

  routes.post(unitDeedPath(':id', 'luk'), async (c) => {
    const found = await findUnit(c, 'change')
    if (!found) return deps.notFound(c)
    const { actor, unit } = found
    const outcome = await write(actor, (trx) => closeUnit(deps, trx, actor, unit.id))
    if (outcome === 'not-found') return deps.notFound(c)
    if (outcome === 'done') return c.redirect(`${unitPath(unit.id)}?udfoert=lukket`, 303)
    return c.html(<CloseUnitPage frame={adminFrame(c, deps)} unit={unit} obstacle={outcome} />, 422)
  })

  routes.post(unitDeedPath(':id', 'aabn'), async (c) => {
    const found = await findUnit(c, 'change')
    if (!found) return deps.notFound(c)
    const { actor, unit } = found
    const outcome = await write(actor, (trx) => reopenUnit(deps, trx, actor, unit.id))
    if (outcome === 'not-found') return deps.notFound(c)
    if (outcome === 'done') return c.redirect(`${unitPath(unit.id)}?udfoert=aabnet`, 303)
    return c.html(<UnitPage frame={adminFrame(c, deps)} {...found} done={null} obstacle={outcome} />, 422)
  })

  return routes

  function write<Result>(actor: Actor, use: Parameters<typeof inOrganisation<Result>>[2]): Promise<Result> {
    return inOrganisation(deps.db, actor.acting.organisation.id, use)
  }

  function allUnits(actor: Actor): Promise<Unit[]> {
    return write(actor, (trx) => listAllUnits(trx, deps.clock.now()))
  }

  function changerOf(c: Context<AdminEnv>): Actor | null {
    const actor = actorOf(c, deps)
    return actor && mayChange(actor) ? actor : null
  }

  /** Null for what is beyond the limits as for what there is not. */
  async function findUnit(c: Context<AdminEnv>, deed: 'see' | 'change') {
    const actor = actorOf(c, deps)
    const id = readId(c.req.param('id'))
    if (!actor || !id || !(deed === 'see' ? maySee(actor, id) : mayChange(actor))) return null
    const units = withinLimits(await allUnits(actor), actor.acting.limits)
    const unit = units.find((candidate) => candidate.id === id)
    return unit ? { actor, unit, units, mayChange: mayChange(actor) } : null
  }

  async function answer(
    c: Context<AdminEnv>,
    actor: Actor,
    said: {
      outcome: SaveOutcome
      typed: ReturnType<typeof readTypedUnit>
      unitId: string | null
      newId: string
      deed: (typeof unitDeeds)[number]
    },
  ): Promise<Response> {
    const { outcome, typed, unitId, newId, deed } = said
    if (outcome.outcome === 'not-found') return deps.notFound(c)
    if (outcome.outcome === 'saved') return c.redirect(`${unitPath(outcome.id)}?udfoert=${deed}`, 303)
    const units = await allUnits(actor)
    const unit = units.find(({ id }) => id === unitId) ?? null
    const page = { units, unit, newId, typed, mistakes: outcome.mistakes }
    return c.html(<UnitFormPage frame={adminFrame(c, deps)} {...page} />, 422)
  }
}

const nothing = readTypedUnit({ get: () => null, all: () => [] })

function maySee({ acting }: Actor, unitId?: string): boolean {
  const subject = { organisationId: acting.organisation.id }
  return may(acting, 'see-units', unitId === undefined ? subject : { ...subject, unitId })
}

function mayChange({ acting }: Actor): boolean {
  return may(acting, 'change-units', { organisationId: acting.organisation.id })
}
