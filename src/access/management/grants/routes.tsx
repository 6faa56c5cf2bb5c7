/** `/forvaltning/…/tjenester`: what organisations may use, given and taken back by system management. */
import { type Context, Hono } from 'hono'
import { readForm } from '../../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { shownCounts } from '../counted.ts'
import { takeBackPath } from '../management-paths.ts'
import { changing, managerOf } from '../manager.ts'
import { after } from '../organisations/routes.tsx'
import { TakeBackPage } from './take-back.page.tsx'
import { findRunningGrant, takeBackGrant } from './take-back-grant.ts'

export function grantRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(takeBackPath(':id', ':grant'), (c) => takeBack(c, null))

  routes.post(takeBackPath(':id', ':grant'), async (c) => takeBack(c, (await readForm(c)).get('set') ?? ''))

  return routes

  /** `agreedTo` is the effect that was shown; null where nothing is asked yet. With another effect it is shown again. */
  async function takeBack(c: Context<AdminEnv>, agreedTo: string | null): Promise<Response> {
    const manager = managerOf(c, deps, 'grant-service')
    const organisationId = readId(c.req.param('id'))
    const grantId = readId(c.req.param('grant'))
    if (!organisationId || !grantId || !manager) return deps.notFound(c)
    const found = await changing(deps.db, async (trx) => {
      const grant = await findRunningGrant(trx, organisationId, grantId, deps.clock.now())
      if (!grant) return null
      const done = agreedTo === shownCounts(grant.loss)
      if (done) await takeBackGrant(deps, trx, grant, manager)
      const { name } = await trx
        .selectFrom('organisation')
        .select('name')
        .where('id', '=', organisationId)
        .executeTakeFirstOrThrow()
      return { grant, done, organisation: name }
    })
    // A form that is sent twice finds the grant gone, and leads where the first did.
    if (!found) return agreedTo === null ? deps.notFound(c) : c.redirect(after(organisationId, 'taget-tilbage'), 303)
    const { grant, done, organisation } = found
    if (done) return c.redirect(after(organisationId, 'taget-tilbage'), 303)
    const changed = agreedTo !== null
    const page = <TakeBackPage frame={adminFrame(c, deps)} {...{ grant, organisation, changed }} />
    return c.html(page, changed ? 422 : 200)
  }
}
