/** What is done to one organisation: its units, its first chief administrator, closing and opening it. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../../audit/record-events.ts'
import { readForm } from '../../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import type { Action } from '../../may.ts'
import { shownCounts } from '../counted.ts'
import { nothingWrong, type Wrong } from '../fields.tsx'
import { organisationDeedPath, unitPath } from '../management-paths.ts'
import { changing, type Manager, managed, managerOf } from '../manager.ts'
import { plain } from '../typed.ts'
import { appointEmployee, appointNewcomer, findChiefCandidates, readTypedChief } from './appoint-first-chief.ts'
import { ChiefPage } from './chief.page.tsx'
import { ClosePage } from './close.page.tsx'
import { liveSessions, rightsOfOrganisation, setOrganisationStatus } from './close-organisation.ts'
import { findOrganisationFacts, type OrganisationFacts } from './organisation.store.ts'
import { after } from './routes.tsx'
import { emptyUnit, findUnit, possibleParents, readTypedUnit, saveUnit, unitStandsInstead } from './save-unit.ts'
import { organisationsText } from './text.ts'
import { UnitFormPage } from './unit-form.page.tsx'

interface Found {
  manager: Manager
  organisation: OrganisationFacts
}

export function organisationDeedRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(unitPath(':id', ':enhed'), async (c) => {
    const found = await find(c, 'change-organisations')
    const isNew = c.req.param('enhed') === 'ny'
    const unitId = isNew ? deps.ids.uuid() : readId(c.req.param('enhed'))
    if (!found || !unitId) return deps.notFound(c)
    const { organisation } = found
    const unit = isNew ? null : await findUnit(deps.db, organisation.id, unitId)
    if (!isNew && !unit) return deps.notFound(c)
    const parents = await possibleParents(deps.db, organisation.id, unitId)
    const props = { organisation, unit, unitId, parents, typed: unit ?? emptyUnit, wrong: nothingWrong, stands: [] }
    return c.html(<UnitFormPage frame={adminFrame(c, deps)} {...props} />)
  })

  routes.post(unitPath(':id', ':enhed'), async (c) => {
    const found = await find(c, 'change-organisations')
    const form = await readForm(c)
    const isNew = c.req.param('enhed') === 'ny'
    const unitId = readId(isNew ? form.get('id') : c.req.param('enhed'))
    if (!found || !unitId) return deps.notFound(c)
    const { manager, organisation } = found
    const typed = readTypedUnit(form)
    const language = c.get('language')
    const shown = form.get('set') ?? ''
    const wanted = { organisationId: organisation.id, unitId, isNew, typed, shown, language }
    const saved = await changing(deps.db, (trx) => saveUnit(deps, trx, manager, wanted))
    if (!saved) return deps.notFound(c)
    if (saved.outcome === 'saved') return c.redirect(after(organisation.id, 'enhed-gemt'), 303)
    const [unit, parents] = await Promise.all([
      findUnit(deps.db, organisation.id, unitId),
      possibleParents(deps.db, organisation.id, unitId),
    ])
    const stands = saved.outcome === 'meanwhile' ? unitStandsInstead(saved.unit, typed, parents, language) : []
    const wrong = saved.outcome === 'wrong' ? saved.wrong : nothingWrong
    const props = { organisation, unit, unitId, parents, typed, wrong, stands }
    return c.html(<UnitFormPage frame={adminFrame(c, deps)} {...props} />, 422)
  })

  routes.get(organisationDeedPath(':id', 'overbrugeradministrator'), async (c) => {
    const found = await find(c, 'appoint-first-chief')
    if (!found) return deps.notFound(c)
    const text = plain(c.req.query('soeg') ?? '')
      .trim()
      .slice(0, 100)
    const typed = { name: '', email: '', professionalUuid: '', rid: '' }
    return chief(c, found, { text, newId: deps.ids.uuid(), typed, wrong: nothingWrong })
  })

  routes.post(organisationDeedPath(':id', 'overbrugeradministrator'), async (c) => {
    const found = await find(c, 'appoint-first-chief')
    const form = await readForm(c)
    const chosen = readId(form.get('konto'))
    const newId = readId(form.get('id'))
    if (!found || !(chosen ?? newId)) return deps.notFound(c)
    const { manager, organisation } = found
    const language = c.get('language')
    const organisationId = organisation.id
    const typed = readTypedChief(form)
    const outcome = await changing(deps.db, async (trx) => {
      if (organisation.status === 'closed') return { wrong: { navn: organisationsText[language].wrong.closed } }
      const appointed = chosen
        ? await appointEmployee(deps, trx, manager, { organisationId, accountId: chosen })
        : await appointNewcomer(deps, trx, manager, { organisationId, accountId: newId ?? '', typed, language })
      if (appointed === 'appointed')
        await deps.cases.chiefAppointed(trx, { organisationId, byPersonId: manager.personId })
      return appointed
    })
    if (outcome === 'appointed') return c.redirect(after(organisationId, 'udpeget'), 303)
    if (outcome === 'not-found') return deps.notFound(c)
    const wrong = outcome === 'has-chief' ? { soeg: organisationsText[language].hasChief } : outcome.wrong
    return chief(c, found, { text: '', newId: newId ?? deps.ids.uuid(), typed, wrong, status: 422 })
  })

  for (const [path, to] of [['luk', 'closed'] as const, ['aabn', 'active'] as const]) {
    routes.get(organisationDeedPath(':id', path), (c) => setStatus(c, to, null))
    routes.post(organisationDeedPath(':id', path), async (c) => setStatus(c, to, (await readForm(c)).get('set') ?? ''))
  }

  return routes

  async function find(c: Context<AdminEnv>, action: Action): Promise<Found | null> {
    const manager = managerOf(c, deps, action)
    const id = readId(c.req.param('id'))
    const organisation = manager && id ? await findOrganisationFacts(deps.db, id) : null
    return manager && organisation ? { manager, organisation } : null
  }

  /** The page names employees, and reading about people is an event. */
  async function chief(
    c: Context<AdminEnv>,
    { manager, organisation }: Found,
    page: { text: string; newId: string; typed: ReturnType<typeof readTypedChief>; wrong: Wrong; status?: 200 | 422 },
  ) {
    const { text, newId, typed, wrong, status = 200 } = page
    const candidates = await deps.db.transaction().execute(async (trx) => {
      const found = await findChiefCandidates(trx, organisation.id, { text, now: deps.clock.now() })
      const object = { kind: 'organisation', id: organisation.id }
      await recordEvents(deps, trx, [
        managed(manager, { action: 'employees.viewed', organisationId: organisation.id, object }),
      ])
      return found
    })
    const props = { organisation, query: text, candidates, newId, typed, wrong }
    return c.html(<ChiefPage frame={adminFrame(c, deps)} {...props} />, status)
  }

  /** `agreedTo` is the effect that was shown; null where nothing is asked yet. With another effect it is shown again. */
  async function setStatus(c: Context<AdminEnv>, to: 'active' | 'closed', agreedTo: string | null) {
    const found = await find(c, 'change-organisations')
    if (!found) return deps.notFound(c)
    const { manager, organisation } = found
    const organisationId = organisation.id
    const done = after(organisationId, to === 'closed' ? 'lukket' : 'aabnet')
    // One that has been merged into another stays closed.
    if (organisation.mergedInto) return deps.notFound(c)
    if (organisation.status === to) return agreedTo === null ? deps.notFound(c) : c.redirect(done, 303)
    const now = deps.clock.now()
    const effect = await changing(deps.db, async (trx) => {
      const rights = await rightsOfOrganisation(trx, organisationId, now)
      const sessions = await liveSessions(trx, organisationId, { now, limits: deps.limits.session })
      // Sessions come and go while one reads: they are told of, and not part of what is agreed to.
      const agreed = agreedTo === shownCounts(rights)
      if (agreed) await setOrganisationStatus(deps, trx, manager, { organisationId, to, rights })
      return { rights, sessions, agreed }
    })
    if (effect.agreed) return c.redirect(done, 303)
    const props = { organisation, to, ...effect, changed: agreedTo !== null }
    return c.html(<ClosePage frame={adminFrame(c, deps)} {...props} />, agreedTo === null ? 200 : 422)
  }
}
