/** The pages of a sign-in, `/login/…`: each reads the request, calls one function, and shows what came of it. */
import { Hono } from 'hono'
import { discoveryAddress } from '../discovery/discovery-address.ts'
import type { WebEnv } from '../web/context.ts'
import { readForm } from '../web/form.ts'
import { advance } from './advance-sign-in.ts'
import { askForAccess, namedDeciders, takeInEmergency, wayToAsk, wayToEmergency } from './ask-for-access.ts'
import { cancelSignIn } from './cancel-sign-in.ts'
import { choiceRoutes, remembered } from './choice.routes.tsx'
import { describeRefusal } from './describe-refusal.ts'
import { evaluate } from './evaluate.ts'
import { loginError, openSignIn } from './open-sign-in.tsx'
import { ChooseOrganisationPage } from './pages/choose-organisation.page.tsx'
import { RefusedPage } from './pages/refused.page.tsx'
import { signInAddress, signInFields, signInPaths } from './pages/sign-in-address.ts'
import { showOutcome } from './show-outcome.tsx'
import type { SignIn } from './sign-in.ts'
import { resumeSignIn } from './start-sign-in.ts'
import { waysOn } from './ways-on.ts'
import type { WebDeps } from './web-deps.ts'

export function signInRoutes(deps: WebDeps): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.route('/', choiceRoutes(deps))

  routes.get(signInPaths.next, async (c) => {
    const open = await openSignIn(c, deps, c.req.query(signInFields.signIn))
    if (open instanceof Response) return open
    // Back from a provider without an answer: the person is to choose again, not to be sent out once more.
    if (isOutAtProvider(open.signIn)) return c.redirect(discoveryAddress(open.signIn.id, { change: true }), 303)
    const outcome = isUntouched(open.signIn)
      ? await resumeSignIn(
          deps.brokering,
          open.service,
          open.signIn,
          open.visit,
          remembered(c, deps.browser.secure, open.service.id),
        )
      : await advance(deps.brokering, open.signIn, open.visit)
    return showOutcome(c, deps, outcome)
  })

  routes.get(signInPaths.again, async (c) => {
    const open = await openSignIn(c, deps, c.req.query(signInFields.signIn))
    if (open instanceof Response) return open
    const { identityProviderId, logInKind } = open.signIn
    if (!identityProviderId || !logInKind) return c.redirect(discoveryAddress(open.signIn.id, { change: true }), 303)
    const anew = { ...open.signIn, refusal: null, authentication: null }
    const chosen = { identityProviderId, logInKind }
    return showOutcome(c, deps, await advance(deps.brokering, anew, open.visit, { chosen }))
  })

  routes.get(signInPaths.organisation, async (c) => {
    const open = await openSignIn(c, deps, c.req.query(signInFields.signIn))
    if (open instanceof Response) return open
    const { signIn, service } = open
    const provider =
      signIn.identityProviderId && (await deps.brokering.directory.identityProvider(signIn.identityProviderId))
    if (!provider || !signIn.authentication || signIn.answeredAt || signIn.refusal) {
      return c.redirect(signInAddress(signInPaths.next, signIn.id), 303)
    }
    const { verdict } = await evaluate(deps.brokering, service, provider, signIn, signIn.authentication)
    if (verdict.outcome !== 'choose-account') return c.redirect(signInAddress(signInPaths.next, signIn.id), 303)
    const shell = deps.shell(c)
    const danish = shell.language === 'da'
    const accounts = verdict.choices.map(({ candidate: { account }, roles }) => ({
      accountId: account.id,
      organisation: account.organisation.name,
      unit: account.unit?.name ?? null,
      roles: roles.map(({ assignment: { role } }) => (danish ? role.nameDa : role.nameEn)),
    }))
    const name = { name: danish ? service.nameDa : service.nameEn, shortName: service.shortName }
    return c.html(<ChooseOrganisationPage shell={shell} service={name} signIn={signIn.id} accounts={accounts} />)
  })

  routes.post(signInPaths.organisation, async (c) => {
    const form = await readForm(c)
    const open = await openSignIn(c, deps, form.get(signInFields.signIn))
    if (open instanceof Response) return open
    // An account that is not among the person's own simply matches nothing, and the choice is shown again.
    const chosen = { ...open.signIn, accountId: form.get(signInFields.account) }
    return showOutcome(c, deps, await advance(deps.brokering, chosen, open.visit))
  })

  routes.get(signInPaths.refused, async (c) => {
    const open = await openSignIn(c, deps, c.req.query(signInFields.signIn))
    if (open instanceof Response) return open
    const { signIn, service } = open
    const shell = deps.shell(c)
    const reason = signIn.answeredAt ? 'already-answered' : (signIn.refusal ?? expiredReason(signIn, deps))
    if (!reason) return c.redirect(signInAddress(signInPaths.next, signIn.id), 303)
    const described = await describeRefusal(deps.brokering, signIn, service, reason, shell.language)
    const { checks } = described
    const ask = await wayToAsk(deps.brokering, open, described)
    const facts = { ...described.facts, administrators: await namedDeciders(deps.brokering, service, described) }
    const emergency = await wayToEmergency(deps.brokering, open, described)
    const name = { name: shell.language === 'da' ? service.nameDa : service.nameEn, shortName: service.shortName }
    const ways = [
      ...(ask ? [ask] : []),
      ...(emergency ? [emergency] : []),
      ...waysOn(signIn, service, reason, name.name),
    ]
    const at = deps.brokering.clock.now()
    return c.html(
      <RefusedPage
        shell={shell}
        service={name}
        {...{ reason, facts, checks, ways, at }}
        reference={signIn.reference}
      />,
      403,
    )
  })

  routes.post(signInPaths.ask, async (c) => {
    const form = await readForm(c)
    const open = await openSignIn(c, deps, form.get(signInFields.signIn))
    if (open instanceof Response) return open
    const { signIn } = open
    return signIn.refusal ? askForAccess(c, deps, open) : c.redirect(signInAddress(signInPaths.next, signIn.id), 303)
  })

  routes.post(signInPaths.emergency, async (c) => {
    const form = await readForm(c)
    const open = await openSignIn(c, deps, form.get(signInFields.signIn))
    if (open instanceof Response) return open
    const { signIn } = open
    return signIn.refusal ? takeInEmergency(c, deps, open) : c.redirect(signInAddress(signInPaths.next, signIn.id), 303)
  })

  routes.post(signInPaths.cancel, async (c) => {
    const form = await readForm(c)
    const open = await openSignIn(c, deps, form.get(signInFields.signIn))
    if (open instanceof Response) return open
    const outcome = await cancelSignIn(deps.brokering, open.signIn, open.service, open.visit)
    if (!outcome) return loginError(c, deps, 'already-answered', open.signIn.reference, open.service)
    return showOutcome(c, deps, outcome)
  })

  return routes
}

function isOutAtProvider(signIn: SignIn): boolean {
  return signIn.upstreamMessageId !== null && !signIn.authentication && !signIn.refusal && !signIn.answeredAt
}

function isUntouched(signIn: SignIn): boolean {
  return !signIn.identityProviderId && !signIn.authentication && !signIn.refusal && !signIn.answeredAt
}

function expiredReason(signIn: SignIn, deps: WebDeps): 'too-late' | null {
  return deps.brokering.clock.now() >= signIn.expiresAt ? 'too-late' : null
}
