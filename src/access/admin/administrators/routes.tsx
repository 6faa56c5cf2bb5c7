/** `/admin/administratorer`: chief administrators see, appoint, change and remove those of their organisation. */
import { type Context, Hono } from 'hono'
import type { Trx } from '../../../storage/database.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { type FormFields, readForm } from '../../../web/form.ts'
import { findAppointed } from '../../appointments/deciders.store.ts'
import { chiefsWithout, wantedChiefs } from '../../appointments/orphan-guard.ts'
import { isOfOrganisation, type OrganisationCapacity } from '../../capacities/capacity.ts'
import { may } from '../../may.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { adminPaths } from '../admin-paths.ts'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { AdministratorFormPage, type TypedTerms } from './administrator-form.page.tsx'
import { AdministratorsPage } from './administrators.page.tsx'
import {
  type Administrator,
  findAdministrator,
  findCandidates,
  findLimitChoices,
  type LimitChoices,
  listAdministrators,
} from './administrators.store.ts'
import { AppointPage } from './appoint.page.tsx'
import type { MistakeKey } from './mistake.tsx'
import { RemoveAdministratorPage } from './remove-administrator.page.tsx'
import { type AppointmentTerms, type ChangeOutcome, saveAppointment } from './save-appointment.ts'

export function administratorRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const one = `${adminPaths.administrators}/:id`

  routes.get(adminPaths.administrators, async (c) => {
    const acting = chiefOf(c)
    if (!acting) return deps.notFound(c)
    const { organisation } = acting
    const now = deps.clock.now()
    const found = await inOrganisation(deps.db, organisation.id, async (trx) => ({
      administrators: await listAdministrators(trx, now),
      choices: await findLimitChoices(trx),
      chiefs: await chiefsWithout(trx, { organisationId: organisation.id, accountId: null, now }),
      appointed: await findAppointed(trx, organisation.id, now),
    }))
    const { administrators, choices, chiefs, appointed } = found
    const props = {
      administrators,
      choices,
      away: new Map(appointed.map(({ accountId, away }) => [accountId, away])),
      ownPersonId: c.get('viewer').personId,
      tooFewChiefs: chiefs < wantedChiefs,
    }
    return c.html(<AdministratorsPage frame={adminFrame(c, deps)} {...props} />)
  })

  routes.get(adminPaths.appoint, async (c) => {
    const acting = chiefOf(c)
    if (!acting) return deps.notFound(c)
    const { personId } = c.get('viewer')
    const query = (c.req.query('soeg') ?? '').trim().slice(0, 100)
    const found = await inOrganisation(deps.db, acting.organisation.id, (trx) =>
      findCandidates(trx, query, deps.clock.now()),
    )
    const candidates = found.filter((candidate) => candidate.personId !== personId)
    return c.html(<AppointPage frame={adminFrame(c, deps)} query={query} candidates={candidates} />)
  })

  routes.get(one, async (c) => {
    const found = await findForForm(c)
    if (!found) return deps.notFound(c)
    const { administrator, choices } = found
    const { appointment } = administrator
    const typed = {
      level: appointment?.level ?? 'administrator',
      unitIds: appointment?.unitIds ?? [],
      serviceIds: appointment?.serviceIds ?? [],
    }
    return c.html(
      <AdministratorFormPage frame={adminFrame(c, deps)} {...{ administrator, choices, typed }} mistake={null} />,
    )
  })

  routes.post(one, async (c) => {
    const found = await findForForm(c)
    if (!found) return deps.notFound(c)
    const { administrator, choices } = found
    const form = await readForm(c)
    const typed = typedIn(form, choices)
    const terms = termsOf(typed)
    const outcome = typeof terms === 'string' ? terms : await save(c, found, form, terms)
    if (outcome === 'done') return c.redirect(adminPaths.administrators, 303)
    const mistake = mistakeOf(outcome)
    if (!mistake) return deps.notFound(c)
    const latest = (await findForForm(c))?.administrator ?? administrator
    const page = (
      <AdministratorFormPage frame={adminFrame(c, deps)} {...{ choices, typed, mistake }} administrator={latest} />
    )
    return c.html(page, 422)
  })

  routes.get(`${one}/fjern`, async (c) => {
    const administrator = (await findForForm(c))?.administrator
    if (!administrator?.appointment) return deps.notFound(c)
    return c.html(<RemoveAdministratorPage frame={adminFrame(c, deps)} administrator={administrator} mistake={null} />)
  })

  routes.post(`${one}/fjern`, async (c) => {
    const found = await findForForm(c)
    if (!found) return deps.notFound(c)
    const outcome = await save(c, found, await readForm(c), null)
    if (outcome === 'done') return c.redirect(adminPaths.administrators, 303)
    const mistake = mistakeOf(outcome)
    const administrator = (await findForForm(c))?.administrator
    if (!mistake || !administrator) return deps.notFound(c)
    return c.html(<RemoveAdministratorPage frame={adminFrame(c, deps)} {...{ administrator, mistake }} />, 422)
  })

  return routes

  interface Found {
    acting: OrganisationCapacity
    administrator: Administrator
    choices: LimitChoices
  }

  /** Null for oneself, for whom one may not decide about, and for whom there is not: nobody can tell which. */
  async function findForForm(c: Context<AdminEnv>): Promise<Found | null> {
    const acting = chiefOf(c)
    const accountId = readId(c.req.param('id'))
    if (!acting || !accountId) return null
    if (!may(acting, 'appoint-administrator', { organisationId: acting.organisation.id, accountId })) return null
    const read = async (trx: Trx) => ({
      administrator: await findAdministrator(trx, accountId, deps.clock.now()),
      choices: await findLimitChoices(trx),
    })
    const { administrator, choices } = await inOrganisation(deps.db, acting.organisation.id, read)
    if (!administrator || administrator.personId === c.get('viewer').personId) return null
    return { acting, administrator, choices }
  }

  function save(
    c: Context<AdminEnv>,
    { acting, administrator }: Found,
    form: FormFields,
    terms: AppointmentTerms | null,
  ): Promise<ChangeOutcome> {
    const change = {
      accountId: administrator.accountId,
      organisationId: acting.organisation.id,
      by: { personId: c.get('viewer').personId, source: deps.visit(c).source },
      shown: form.get('set') ?? '',
    }
    return inOrganisation(deps.db, acting.organisation.id, (trx) => saveAppointment(deps, trx, change, terms))
  }
}

/** Whoever may appoint in the organisation they act for. */
function chiefOf(c: Context<AdminEnv>): OrganisationCapacity | null {
  const { acting } = c.get('viewer')
  if (!isOfOrganisation(acting)) return null
  return may(acting, 'appoint-administrator', { organisationId: acting.organisation.id }) ? acting : null
}

/** What is not a unit or a service of the organisation is not a choice of the form, and counts as not said. */
function typedIn(form: FormFields, { units, services }: LimitChoices): TypedTerms {
  const among = (ids: readonly string[], choices: readonly { id: string }[]) =>
    choices.map(({ id }) => id).filter((id) => ids.includes(id))
  return {
    level: form.get('niveau'),
    unitIds: among(form.all('enhed'), units),
    serviceIds: among(form.all('tjeneste'), services),
  }
}

function termsOf({ level, unitIds, serviceIds }: TypedTerms): AppointmentTerms | MistakeKey {
  const limited = unitIds.length > 0 || serviceIds.length > 0
  if (level === 'chief') return limited ? 'chief-limited' : { level, unitIds: null, serviceIds: null }
  if (level !== 'administrator') return 'level'
  return {
    level,
    unitIds: unitIds.length > 0 ? [...unitIds] : null,
    serviceIds: serviceIds.length > 0 ? [...serviceIds] : null,
  }
}

function mistakeOf(outcome: MistakeKey | ChangeOutcome): MistakeKey | null {
  return outcome === 'done' || outcome === 'unknown' ? null : outcome
}
