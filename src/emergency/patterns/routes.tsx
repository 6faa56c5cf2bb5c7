/** `/forvaltning/noedadgang` and `/tjenesteejer/noedadgang`: all of it, or what concerns one's own service. */
import { Hono } from 'hono'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { requireViewer } from '../../access/admin/require-viewer.tsx'
import { may } from '../../access/may.ts'
import { listPatterns } from '../emergencies.store.ts'
import { emergencyPaths } from '../emergency-paths.ts'
import { PatternsPage } from './patterns.page.tsx'

const lookBackDays = 90
const mostRows = 500

export function patternRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  for (const path of [emergencyPaths.patternsOfAll, emergencyPaths.patternsOfOwner]) {
    routes.use(path, requireViewer(deps))
    routes.get(path, async (c) => {
      const { acting } = c.get('viewer')
      const service = acting.kind === 'service-owner' ? acting.service : null
      const isOwners = path === emergencyPaths.patternsOfOwner
      const allowed = may(acting, 'see-emergency-patterns', service ? { serviceId: service.id } : {})
      if (!allowed || isOwners !== (service !== null)) return deps.notFound(c)
      const since = new Date(deps.clock.now().getTime() - lookBackDays * 86_400_000)
      const patterns = await listPatterns(deps.db, { since, serviceId: service?.id ?? null, most: mostRows })
      return c.html(<PatternsPage frame={adminFrame(c, deps)} patterns={patterns} />)
    })
  }

  return routes
}
