/** `/forvaltning/organisationer`: system management sees every organisation and takes services back; nobody else knows of it. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../audit/record-events.ts'
import { readForm } from '../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../admin/admin-env.ts'
import { readId } from '../admin/employees/employee.store.ts'
import { adminFrame } from '../admin/frame.ts'
import { requireViewer } from '../admin/require-viewer.tsx'
import { may } from '../may.ts'
import { managementPaths, organisationPath } from './management-paths.ts'
import { OrganisationPage } from './organisation.page.tsx'
import { OrganisationsPage } from './organisations.page.tsx'
import { describeOrganisation, listOrganisations } from './organisations.store.ts'
import { shownLoss, TakeBackPage } from './take-back.page.tsx'
import { findRunningGrant, takeBackGrant } from './take-back-grant.ts'

export function managementRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const one = `${managementPaths.organisations}/:id`
  const takeBack = `${one}/tjenester/:grant/tag-tilbage`
  routes.use('/forvaltning/*', requireViewer(deps))

  routes.get(managementPaths.organisations, async (c) => {
    if (!may(c.get('viewer').acting, 'see-all-organisations', {})) return deps.notFound(c)
    const page = Number(c.req.query('side'))
    const query = {
      text: (c.req.query('soeg') ?? '').trim().slice(0, 100),
      page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
    }
    const list = await listOrganisations(deps.db, query, deps.clock.now())
    return c.html(<OrganisationsPage frame={adminFrame(c, deps)} list={list} query={query} />)
  })

  routes.get(one, async (c) => {
    const { acting } = c.get('viewer')
    const id = readId(c.req.param('id'))
    if (!id || !may(acting, 'see-all-organisations', { organisationId: id })) return deps.notFound(c)
    const now = deps.clock.now()
    const organisation = await deps.db.transaction().execute(async (trx) => {
      const found = await describeOrganisation(trx, id, now)
      // The page names the administrators, and reading about people is an event.
      if (found)
        await recordEvents(deps, trx, [
          {
            action: 'organisation.viewed',
            outcome: 'success',
            actor: { kind: 'person', id: c.get('viewer').personId },
            organisationId: id,
            object: { kind: 'organisation', id },
            source: deps.visit(c).source,
          },
        ])
      return found
    })
    if (!organisation) return deps.notFound(c)
    const mayGrant = may(acting, 'grant-service', { organisationId: id })
    return c.html(<OrganisationPage frame={adminFrame(c, deps)} {...{ organisation, mayGrant, now }} />)
  })

  routes.get(takeBack, (c) => answer(c, null))

  routes.post(takeBack, async (c) => answer(c, (await readForm(c)).get('set') ?? ''))

  return routes

  /** `agreedTo` is the effect that was shown; null where nothing is asked yet. With another effect it is shown again. */
  async function answer(c: Context<AdminEnv>, agreedTo: string | null): Promise<Response> {
    const { acting, personId } = c.get('viewer')
    const organisationId = readId(c.req.param('id'))
    const grantId = readId(c.req.param('grant'))
    if (!organisationId || !grantId || !may(acting, 'grant-service', { organisationId })) return deps.notFound(c)
    const found = await deps.db.transaction().execute(async (trx) => {
      const grant = await findRunningGrant(trx, organisationId, grantId, deps.clock.now())
      if (!grant) return null
      const done = agreedTo === shownLoss(grant)
      if (done) await takeBackGrant(deps, trx, grant, { personId, source: deps.visit(c).source })
      const { name } = await trx
        .selectFrom('organisation')
        .select('name')
        .where('id', '=', organisationId)
        .executeTakeFirstOrThrow()
      return { grant, done, organisation: name }
    })
    // A form that is sent twice finds the grant gone, and leads where the first did.
    if (!found) return agreedTo === null ? deps.notFound(c) : c.redirect(organisationPath(organisationId), 303)
    const { grant, done, organisation } = found
    if (done) return c.redirect(organisationPath(organisationId), 303)
    const changed = agreedTo !== null
    const page = <TakeBackPage frame={adminFrame(c, deps)} {...{ grant, organisation, changed }} />
    return c.html(page, changed ? 422 : 200)
  }
}
