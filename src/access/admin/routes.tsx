/** The administration, `/admin/…`: who is looking is known before any page; each route parses, asks may(), calls, renders. */
import { Hono } from 'hono'
import { readForm } from '../../web/form.ts'
import { breachRoutes } from '../conflicts/breaches.routes.tsx'
import { endingRoutes } from '../endings/routes.tsx'
import { newServiceRoutes } from '../new-service/routes.tsx'
import { accountHoursRoutes } from './account-hours/routes.tsx'
import type { AdminDeps, AdminEnv } from './admin-env.ts'
import { adminPaths } from './admin-paths.ts'
import { administratorRoutes } from './administrators/routes.tsx'
import { assignRoutes } from './assign/routes.tsx'
import { othersAwayRoutes } from './away/routes.tsx'
import { bulkRoutes } from './bulk/routes.tsx'
import { employeeBundleRoutes } from './bundles/employee-routes.tsx'
import { bundleRoutes } from './bundles/routes.tsx'
import { changeRoutes } from './change/routes.tsx'
import { chooseCapacity } from './choose-capacity.ts'
import { decideRoutes } from './decide/routes.tsx'
import { employeeRoutes } from './employees/routes.tsx'
import { exportRoutes } from './export/routes.tsx'
import { adminFrame } from './frame.ts'
import { inviteRoutes } from './invite/routes.tsx'
import { firstPage } from './menu.ts'
import { moveRoutes } from './move/routes.tsx'
import { numbersRoutes } from './numbers/routes.tsx'
import { overviewRoutes } from './overview/routes.tsx'
import { ChooseCapacityPage } from './pages/choose-capacity.page.tsx'
import { requireViewer } from './require-viewer.tsx'
import { roleRoutes } from './roles/routes.tsx'
import { simulatorRoutes } from './simulator/routes.tsx'
import { unitRoutes } from './units/routes.tsx'

export function adminRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  routes.use('/admin', requireViewer(deps))
  routes.use('/admin/*', requireViewer(deps))

  routes.get(adminPaths.chooseCapacity, (c) => {
    const { capacities, acting } = c.get('viewer')
    return c.html(<ChooseCapacityPage frame={adminFrame(c, deps)} capacities={capacities} actingKey={acting.key} />)
  })

  routes.post(adminPaths.chooseCapacity, async (c) => {
    const viewer = c.get('viewer')
    const form = await readForm(c)
    // A capacity that is not among the person's own matches nothing, and nothing changes.
    const chosen = viewer.capacities.find(({ key }) => key === form.get('som'))
    if (!chosen) return c.redirect(adminPaths.chooseCapacity, 303)
    await chooseCapacity(c, deps, chosen)
    return c.redirect(firstPage(chosen), 303)
  })

  routes.route('/', overviewRoutes(deps))
  routes.route('/', inviteRoutes(deps))
  routes.route('/', employeeRoutes(deps))
  routes.route('/', endingRoutes(deps))
  routes.route('/', accountHoursRoutes(deps))
  routes.route('/', assignRoutes(deps))
  routes.route('/', simulatorRoutes(deps))
  routes.route('/', administratorRoutes(deps))
  routes.route('/', othersAwayRoutes(deps))
  routes.route('/', decideRoutes(deps))
  routes.route('/', changeRoutes(deps))
  routes.route('/', numbersRoutes(deps))
  routes.route('/', unitRoutes(deps))
  // Before the page of a role, which takes whatever stands there for a role.
  routes.route('/', bundleRoutes(deps))
  routes.route('/', employeeBundleRoutes(deps))
  routes.route('/', roleRoutes(deps))
  routes.route('/', moveRoutes(deps))
  routes.route('/', bulkRoutes(deps))
  routes.route('/', exportRoutes(deps))
  routes.route('/', newServiceRoutes(deps))
  routes.route('/', breachRoutes(deps))

  return routes
}
