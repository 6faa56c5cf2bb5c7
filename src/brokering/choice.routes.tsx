/** The discovery page and what follows from a choice there: `/login/vaelg` and `/login/husket`. */
import { type Context, Hono } from 'hono'
import { readChoice } from '../discovery/choice.ts'
import { DiscoveryPage } from '../discovery/discovery.page.tsx'
import { discoveryAddress, discoveryFields, discoveryPaths, readDiscoveryView } from '../discovery/discovery-address.ts'
import { RememberedPage } from '../discovery/remembered.page.tsx'
import {
  lastUsedCookie,
  readLastUsed,
  readRemembered,
  rememberedCookie,
  rememberedFor,
  withChoice,
  writeLastUsed,
  writeRemembered,
} from '../discovery/remembered-choices.ts'
import type { WebEnv } from '../web/context.ts'
import { readCookie, writeCookie } from '../web/cookies.ts'
import { readForm } from '../web/form.ts'
import { advance } from './advance-sign-in.ts'
import { providerName } from './describe-refusal.ts'
import { discoveryProps } from './discovery-props.ts'
import { sameWay, type WayIn } from './next-step.ts'
import { openSignIn } from './open-sign-in.tsx'
import { signInAddress, signInPaths } from './pages/sign-in-address.ts'
import { showOutcome } from './show-outcome.tsx'
import { waysIn } from './ways-in.ts'
import type { WebDeps } from './web-deps.ts'

export function choiceRoutes(deps: WebDeps): Hono<WebEnv> {
  const { directory } = deps.brokering
  const { secure } = deps.browser
  const routes = new Hono<WebEnv>()

  routes.get(discoveryPaths.choose, async (c) => {
    const query = new URL(c.req.url).searchParams
    const open = await openSignIn(c, deps, query.get(discoveryFields.signIn))
    if (open instanceof Response) return open
    const { signIn } = open
    const over = signIn.answeredAt || deps.brokering.clock.now() >= signIn.expiresAt
    if (over) return c.redirect(signInAddress(signInPaths.refused, signIn.id), 303)
    const props = await discoveryProps(deps, open, readDiscoveryView(query), {
      language: c.get('language'),
      remembered: remembered(c, secure, signIn.serviceId),
      lastUsed: readLastUsed(readCookie(c, lastUsedCookie, secure)),
    })
    return c.html(<DiscoveryPage shell={deps.shell(c)} {...props} />)
  })

  routes.post(discoveryPaths.choose, async (c) => {
    const form = await readForm(c)
    const open = await openSignIn(c, deps, form.get(discoveryFields.signIn))
    if (open instanceof Response) return open
    const { signIn, service } = open
    const chosen = readChoice(form.get(discoveryFields.choice))
    const ways = waysIn(service, await directory.identityProvidersOf(service.id), signIn.request)
    if (!chosen || !ways.some((way) => sameWay(way, chosen)))
      return c.redirect(discoveryAddress(signIn.id, { change: true }), 303)

    const known = readRemembered(readCookie(c, rememberedCookie, secure))
    if (form.get(discoveryFields.remember)) {
      const value = writeRemembered(withChoice(known, service.id, chosen))
      writeCookie(c, rememberedCookie, value, { secure, maxAge: rememberedFor })
    }
    const last = writeLastUsed(readLastUsed(readCookie(c, lastUsedCookie, secure)), chosen)
    writeCookie(c, lastUsedCookie, last, { secure, maxAge: rememberedFor })
    const anew = signIn.answeredAt ? signIn : { ...signIn, refusal: null, authentication: null }
    return showOutcome(c, deps, await advance(deps.brokering, anew, open.visit, { chosen }))
  })

  routes.get(discoveryPaths.remembered, async (c) => {
    const shell = deps.shell(c)
    const danish = shell.language === 'da'
    const known = [...readRemembered(readCookie(c, rememberedCookie, secure))]
    const choices = await Promise.all(
      known.map(async ([serviceId, { identityProviderId, logInKind }]) => {
        const service = await directory.service(serviceId)
        const provider = await directory.identityProvider(identityProviderId)
        if (!service || !provider) return []
        const serviceName = danish ? service.nameDa : service.nameEn
        return [{ serviceId, serviceName, providerName: providerName(provider, logInKind, shell.language) }]
      }),
    )
    return c.html(<RememberedPage shell={shell} choices={choices.flat()} />)
  })

  routes.post(discoveryPaths.remembered, async (c) => {
    const form = await readForm(c)
    const serviceId = form.get(discoveryFields.service)
    const known = readRemembered(readCookie(c, rememberedCookie, secure))
    const left = serviceId ? withChoice(known, serviceId, null) : new Map()
    writeCookie(c, rememberedCookie, writeRemembered(left), { secure, maxAge: left.size > 0 ? rememberedFor : 0 })
    const signIn = form.get(discoveryFields.signIn)
    return c.redirect(signIn ? discoveryAddress(signIn, { change: true }) : discoveryPaths.remembered, 303)
  })

  return routes
}

/** What this browser is asked to remember for a service. */
export function remembered(c: Context<WebEnv>, secure: boolean, serviceId: string): WayIn | null {
  return readRemembered(readCookie(c, rememberedCookie, secure)).get(serviceId) ?? null
}
