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
import { findWaiting, mostDays, setWaiting } from './waiting.store.ts'

export function settingsRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(decidePaths.settings, async (c) => {
    const actor = actorOf(c, deps)
    const organisationId = actor?.acting.organisation.id
    if (!actor || !organisationId || !may(actor.acting, 'change-request-settings', { organisationId }))
      return deps.notFound(c)
    const { days } = await inOrganisation(deps.db, organisationId, (trx) =>
      findWaiting(trx, organisationId, deps.clock.now()),
    )
    const saved = c.req.query('udfoert') === 'gemt'
    return c.html(<SettingsPage frame={adminFrame(c, deps)} days={String(days)} wrong={false} saved={saved} />)
  })

  routes.post(decidePaths.settings, async (c) => {
    const actor = actorOf(c, deps)
    const organisationId = actor?.acting.organisation.id
    if (!actor || !organisationId || !may(actor.acting, 'change-request-settings', { organisationId }))
      return deps.notFound(c)
    const typed = ((await readForm(c)).get('dage') ?? '').trim().slice(0, 20)
    const days = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
    if (days < 1 || days > mostDays)
      return c.html(<SettingsPage frame={adminFrame(c, deps)} days={typed} wrong saved={false} />, 422)
    await inOrganisation(deps.db, organisationId, (trx) => setWaiting(deps, trx, actor, days))
    return c.redirect(`${decidePaths.settings}?udfoert=gemt`, 303)
  })

  return routes
}
