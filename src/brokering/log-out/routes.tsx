/** `/login/log-ud`: ask, log out, be led round the services, and see how it went. */
import { Hono } from 'hono'
import { isUuid } from '../../base/ids.ts'
import { findSession, participantsOf } from '../../people/sessions.store.ts'
import type { WebEnv } from '../../web/context.ts'
import { forgetSession, knownBrowser, visitOf } from '../browser.ts'
import { loginError } from '../open-sign-in.tsx'
import { LogOutConfirmPage } from '../pages/log-out-confirm.page.tsx'
import { LoggedOutPage } from '../pages/logged-out.page.tsx'
import { logOutAddress, signInFields, signInPaths } from '../pages/sign-in-address.ts'
import type { WebDeps } from '../web-deps.ts'
import { continueLogOut } from './continue-log-out.ts'
import { findLogOut, findLogOutUnderWay } from './log-outs.store.ts'
import { showLogOut } from './show-log-out.tsx'
import { startLogOut } from './start-log-out.ts'
import { tiedToBrowser } from './tied-to-browser.ts'

export function logOutPages(deps: WebDeps): Hono<WebEnv> {
  const { brokering, browser } = deps
  const routes = new Hono<WebEnv>()

  routes.get(signInPaths.logOut, async (c) => {
    const shell = deps.shell(c)
    const { sessionTokenHash, browserHash } = visitOf(c, browser)
    const session = sessionTokenHash ? await findSession(brokering.db, sessionTokenHash) : null
    if (!session || session.endedAt) {
      // Back from a service that kept silent: the log-out goes on, rather than being called complete.
      const underWay = browserHash && (await findLogOutUnderWay(brokering.db, browserHash, brokering.clock.now()))
      if (underWay) return c.redirect(logOutAddress(underWay), 303)
      return c.html(<LoggedOutPage shell={shell} services={[]} />)
    }
    const parts = await participantsOf(brokering.db, session.id)
    const services = await Promise.all(parts.map(({ serviceId }) => brokering.directory.service(serviceId)))
    const names = services.flatMap((service) =>
      service ? [shell.language === 'da' ? service.nameDa : service.nameEn] : [],
    )
    return c.html(<LogOutConfirmPage shell={shell} services={names} />)
  })

  routes.post(signInPaths.logOut, async (c) => {
    const visit = knownBrowser(c, browser)
    const session = visit.sessionTokenHash ? await findSession(brokering.db, visit.sessionTokenHash) : null
    forgetSession(c, browser)
    const logOut = session ? await startLogOut(brokering, session.id, null, visit, 'own') : null
    // On by GET, so that no redirect of a service is held against the form (CSP form-action).
    return c.redirect(logOut ? logOutAddress(logOut.id) : signInPaths.logOut, 303)
  })

  routes.get(signInPaths.logOutNext, async (c) => {
    const visit = knownBrowser(c, browser)
    const id = c.req.query(signInFields.logOut) ?? ''
    const found = isUuid(id) ? await findLogOut(brokering.db, id) : null
    const logOut = found && (await tiedToBrowser(brokering, found, visit))
    if (!logOut || brokering.clock.now() >= logOut.expiresAt) return c.redirect(signInPaths.logOut, 303)
    if (logOut.browserHash !== visit.browserHash) {
      return loginError(c, deps, 'cookie-lost', logOut.reference, null)
    }
    return showLogOut(c, deps, await continueLogOut(brokering, logOut, visit))
  })

  return routes
}
