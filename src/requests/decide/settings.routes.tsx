/** `/admin/anmodninger/indstillinger`: chief administrators say how long a request waits before they have it too. */
import { Hono } from 'hono'
import { actorOf } from '../../access/admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { may } from '../../access/may.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { readForm } from '../../web/form.ts'
import { decidePaths } from './decide-paths.ts'
import { SettingsPage } from './settings.page.tsx'
import { findTakesRequests, setTakesRequests } from './taking-requests.store.ts'
import { findWaiting, mostDays, setWaiting } from './waiting.store.ts'

export function settingsRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(decidePaths.settings, async (c) => {
    const actor = actorOf(c, deps)
    const organisationId = actor?.acting.organisation.id
    if (!actor || !organisationId || !may(actor.acting, 'change-request-settings', { organisationId }))
      return deps.notFound(c)
    const { days, takesRequests } = await settingsOf(organisationId)
    const saved = c.req.query('udfoert') === 'gemt'
    const page = { frame: adminFrame(c, deps), takesRequests, saved }
    return c.html(<SettingsPage {...page} days={String(days)} wrong={false} />)
  })

  routes.post(decidePaths.settings, async (c) => {
    const actor = actorOf(c, deps)
    const organisationId = actor?.acting.organisation.id
    if (!actor || !organisationId || !may(actor.acting, 'change-request-settings', { organisationId }))
      return deps.notFound(c)
    const form = await readForm(c)
    const takes = form.get('tager')
    if (takes === 'ja' || takes === 'nej') {
      await inOrganisation(deps.db, organisationId, (trx) => setTakesRequests(deps, trx, actor, takes === 'ja'))
      return c.redirect(`${decidePaths.settings}?udfoert=gemt`, 303)
    }
    const typed = (form.get('dage') ?? '').trim().slice(0, 20)
    const days = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
    if (days < 1 || days > mostDays) {
      const { takesRequests } = await settingsOf(organisationId)
      const page = { frame: adminFrame(c, deps), takesRequests, saved: false }
      return c.html(<SettingsPage {...page} days={typed} wrong />, 422)
    }
    await inOrganisation(deps.db, organisationId, (trx) => setWaiting(deps, trx, actor, days))
    return c.redirect(`${decidePaths.settings}?udfoert=gemt`, 303)
  })

  return routes

  function settingsOf(organisationId: string) {
    return inOrganisation(deps.db, organisationId, async (trx) => ({
      ...(await findWaiting(trx, organisationId, deps.clock.now())),
      takesRequests: await findTakesRequests(trx, organisationId),
    }))
  }
}
