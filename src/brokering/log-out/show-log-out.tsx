/** Turns the state of a log-out into an answer to the browser. */
import type { Context } from 'hono'
import type { WebEnv } from '../../web/context.ts'
import type { ServiceAtLogOut } from '../pages/log-out-list.tsx'
import { LoggedOutPage } from '../pages/logged-out.page.tsx'
import { LoggedOutPartialPage } from '../pages/logged-out-partial.page.tsx'
import { LogoutProgressPage } from '../pages/logout-progress.page.tsx'
import { logOutAddress } from '../pages/sign-in-address.ts'
import { showOutbound } from '../show-outcome.tsx'
import type { WebDeps } from '../web-deps.ts'
import type { LogOutOutcome } from './continue-log-out.ts'
import { isComplete, type LogOut, patienceSeconds, type StepState } from './log-out.ts'

export async function showLogOut(c: Context<WebEnv>, deps: WebDeps, outcome: LogOutOutcome): Promise<Response> {
  const { logOut } = outcome
  if (outcome.kind === 'outbound') {
    const { nameDa, nameEn } = outcome.receiver
    return showOutbound(c, deps, outcome.outbound, c.get('language') === 'da' ? nameDa : nameEn)
  }
  const shell = deps.shell(c)
  const services = await servicesOf(deps, logOut, shell.language)
  if (outcome.kind === 'wait') {
    const next = logOutAddress(logOut.id)
    const refresh = { Refresh: `${patienceSeconds}; url=${next}` }
    return c.html(<LogoutProgressPage shell={shell} services={services} next={next} />, 200, refresh)
  }
  return c.html(
    isComplete(logOut) ? (
      <LoggedOutPage shell={shell} services={services} />
    ) : (
      <LoggedOutPartialPage shell={shell} services={services} />
    ),
  )
}

const states: Readonly<Record<StepState, ServiceAtLogOut['state']>> = {
  waiting: 'waiting',
  sent: 'asking',
  done: 'out',
  failed: 'open',
  unsupported: 'open',
}

async function servicesOf(deps: WebDeps, logOut: LogOut, language: 'da' | 'en'): Promise<ServiceAtLogOut[]> {
  const { directory } = deps.brokering
  return Promise.all(
    logOut.steps.map(async (step) => {
      const party =
        step.party === 'service'
          ? await directory.service(step.serviceId)
          : await directory.identityProvider(step.identityProviderId)
      return { name: (language === 'da' ? party?.nameDa : party?.nameEn) ?? '', state: states[step.state] }
    }),
  )
}
