/** `/admin/tjenester`: what an organisation may use, and asking for more. */
import { type Context, Hono } from 'hono'
import type { Trx } from '../../storage/database.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { readForm } from '../../web/form.ts'
import { type Actor, actorOf } from '../admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../admin/admin-env.ts'
import { readId } from '../admin/employees/employee.store.ts'
import { adminFrame } from '../admin/frame.ts'
import { nothingWrong, type Wrong } from '../management/fields.tsx'
import { findGrantableService, type GrantableService } from '../management/grants/grantable.store.ts'
import { plain } from '../management/typed.ts'
import { may } from '../may.ts'
import { AskForServicePage } from './ask.page.tsx'
import { askForService, letChiefsAsk, withdrawServiceRequest } from './ask-for-service.ts'
import { ChooseNewServicePage } from './choose-service.page.tsx'
import { askForServicePath, newServicePaths, ownRequestPath } from './new-service-paths.ts'
import { OwnRequestPage } from './own-request.page.tsx'
import {
  type AskingKind,
  askingKinds,
  checkRequest,
  emptyRequest,
  readTypedRequest,
  type TypedRequest,
} from './service-request.ts'
import {
  findChiefsAsk,
  findServiceRequest,
  listAskable,
  listOwnRequests,
  listOwnServices,
} from './service-requests.store.ts'
import { ServicesPage } from './services.page.tsx'
import { newServiceText } from './text.ts'

interface Asker extends Actor {
  as: AskingKind
}

export function newServiceRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(newServicePaths.own, async (c) => {
    const asker = askerOf(c)
    if (!asker) return deps.notFound(c)
    const organisationId = asker.acting.organisation.id
    const now = deps.clock.now()
    const found = await inOrganisation(deps.db, organisationId, async (trx) => ({
      services: await listOwnServices(trx, organisationId, now),
      requests: await listOwnRequests(trx, organisationId, now),
      chiefsAsk: await findChiefsAsk(trx, organisationId),
    }))
    const props = {
      ...found,
      mayAsk: asker.as !== 'chief-administrator' || found.chiefsAsk,
      decidesWhoAsks: may(asker.acting, 'let-chiefs-ask', { organisationId }),
      linksToRoles: may(asker.acting, 'see-roles', { organisationId }),
    }
    return c.html(<ServicesPage frame={adminFrame(c, deps)} {...props} />)
  })

  routes.post(newServicePaths.chiefs, async (c) => {
    const asker = askerOf(c)
    const organisationId = asker?.acting.organisation.id
    if (!asker || !organisationId || !may(asker.acting, 'let-chiefs-ask', { organisationId })) return deps.notFound(c)
    const asked = (await readForm(c)).get('soeger')
    if (asked === 'ja' || asked === 'nej')
      await inOrganisation(deps.db, organisationId, (trx) => letChiefsAsk(deps, trx, asker, asked === 'ja'))
    return c.redirect(newServicePaths.own, 303)
  })

  routes.get(newServicePaths.choose, async (c) => {
    const asker = askerOf(c)
    if (!asker) return deps.notFound(c)
    const organisationId = asker.acting.organisation.id
    const query = plain(c.req.query('soeg') ?? '')
      .trim()
      .slice(0, 100)
    const found = await inOrganisation(deps.db, organisationId, async (trx) => ({
      services: await listAskable(trx, { organisationId, text: query, now: deps.clock.now() }),
      mayAsk: await mayAsk(trx, asker),
    }))
    return c.html(<ChooseNewServicePage frame={adminFrame(c, deps)} query={query} {...found} />)
  })

  routes.get(askForServicePath(':tjeneste'), async (c) => {
    const found = await findForForm(c)
    if (!found) return deps.notFound(c)
    if (!found.allowed) return c.redirect(newServicePaths.choose, 303)
    if (!found.askable) return c.redirect(newServicePaths.own, 303)
    return form(c, found.service, { formId: deps.ids.uuid(), typed: emptyRequest(), wrong: nothingWrong, status: 200 })
  })

  routes.post(askForServicePath(':tjeneste'), async (c) => {
    const found = await findForForm(c)
    const sent = await readForm(c)
    const formId = readId(sent.get('id'))
    if (!found || !formId) return deps.notFound(c)
    if (!found.allowed) return c.redirect(newServicePaths.choose, 303)
    const { asker, service } = found
    const language = c.get('language')
    const typed = readTypedRequest(sent, service)
    const checked = checkRequest(service, typed, { now: deps.clock.now(), language })
    const again = (wrong: Wrong) => form(c, service, { formId, typed, wrong, status: 422 })
    if (!checked.ok) return again(checked.wrong)
    const outcome = await inOrganisation(deps.db, asker.acting.organisation.id, (trx) =>
      askForService(deps, trx, asker, {
        formId,
        as: asker.as,
        serviceId: service.id,
        name: c.get('viewer').name,
        terms: checked.terms,
        language,
      }),
    )
    if (outcome.asked) return c.redirect(ownRequestPath(outcome.id), 303)
    const text = newServiceText[language].wrong
    return again({ roller: outcome.why === 'waits' ? text.waits : text.notOffered })
  })

  routes.get(ownRequestPath(':id'), async (c) => {
    const asker = askerOf(c)
    const id = readId(c.req.param('id'))
    if (!asker || !id) return deps.notFound(c)
    const organisationId = asker.acting.organisation.id
    const now = deps.clock.now()
    const found = await inOrganisation(deps.db, organisationId, async (trx) => {
      const request = await findServiceRequest(trx, id, now)
      if (!request) return null
      const service = await findGrantableService(trx, request.serviceId, now)
      return { request, service, mayAsk: await mayAsk(trx, asker) }
    })
    if (!found) return deps.notFound(c)
    const givesRoles = may(asker.acting, 'assign-role', { organisationId })
    return c.html(<OwnRequestPage frame={adminFrame(c, deps)} {...found} givesRoles={givesRoles} />)
  })

  routes.post(ownRequestPath(':id', 'traek-tilbage'), async (c) => {
    const asker = askerOf(c)
    const id = readId(c.req.param('id'))
    if (!asker || !id) return deps.notFound(c)
    const done = await inOrganisation(deps.db, asker.acting.organisation.id, async (trx) => {
      if (!(await findServiceRequest(trx, id, deps.clock.now()))) return false
      if (await mayAsk(trx, asker)) await withdrawServiceRequest(deps, trx, asker, id)
      return true
    })
    return done ? c.redirect(ownRequestPath(id), 303) : deps.notFound(c)
  })

  return routes

  function askerOf(c: Context<AdminEnv>): Asker | null {
    const actor = actorOf(c, deps)
    const as = askingKinds.find((kind) => kind === actor?.acting.kind)
    if (!actor || !as) return null
    return may(actor.acting, 'ask-for-service', { organisationId: actor.acting.organisation.id })
      ? { ...actor, as }
      : null
  }

  async function mayAsk(trx: Trx, { as, acting }: Asker): Promise<boolean> {
    return as !== 'chief-administrator' || findChiefsAsk(trx, acting.organisation.id)
  }

  /** Null for a service that no organisation is given. */
  async function findForForm(c: Context<AdminEnv>) {
    const asker = askerOf(c)
    const serviceId = readId(c.req.param('tjeneste'))
    if (!asker || !serviceId) return null
    const organisationId = asker.acting.organisation.id
    const now = deps.clock.now()
    return inOrganisation(deps.db, organisationId, async (trx) => {
      const service = await findGrantableService(trx, serviceId, now)
      if (!service) return null
      const [askable] = await listAskable(trx, { organisationId, text: '', serviceId, now })
      return { asker, service, allowed: await mayAsk(trx, asker), askable: askable?.requestId === null }
    })
  }

  function form(
    c: Context<AdminEnv>,
    service: GrantableService,
    { status, ...props }: { formId: string; typed: TypedRequest; wrong: Wrong; status: 200 | 422 },
  ) {
    return c.html(<AskForServicePage frame={adminFrame(c, deps)} service={service} {...props} />, status)
  }
}
