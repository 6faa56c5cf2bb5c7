/** `/mig`: everybody with an account sees their own access, and ends their own sessions. Nobody sees another's here. */
import { Hono } from 'hono'
import { recordEvents } from '../../audit/record-events.ts'
import { endSession } from '../../people/sessions.store.ts'
import { sebClassicId } from '../../services/service.ts'
import { readForm } from '../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../admin/admin-env.ts'
import { adminFrame } from '../admin/frame.ts'
import { requireViewer } from '../admin/require-viewer.tsx'
import { isOfOrganisation } from '../capacities/capacity.ts'
import { may } from '../may.ts'
import { findAuthorisations, findCandidates } from '../roles/door.store.ts'
import { findRights } from '../roles/rights.store.ts'
import type { Viewer } from '../viewer.ts'
import { minePaths } from './mine-paths.ts'
import { MyAccessPage, type MyRight } from './my-access.page.tsx'
import {
  findEventsAboutMe,
  findMyAccounts,
  findMyIdentities,
  findMySessions,
  findMyUnitNames,
  findUse,
} from './my-access.store.ts'
import { StaffAccessPage } from './staff-access.page.tsx'

export function mineRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const { db, clock } = deps
  const routes = new Hono<AdminEnv>()

  for (const path of [minePaths.home, `${minePaths.home}/*`])
    routes.use(path, requireViewer(deps), async (c, next) => {
      const viewer = c.get('viewer')
      const atHome = c.req.path === minePaths.home && may(viewer.acting, 'see-own-capacities', {})
      return mayLook(viewer) || atHome ? next() : deps.notFound(c)
    })

  routes.get(minePaths.home, async (c) => {
    const { personId, name, sessionId, assurance, sight, acting, capacities } = c.get('viewer')
    const now = clock.now()
    if (!isOfOrganisation(acting)) {
      const page = { acting, capacities, identities: await findMyIdentities(db, personId, sight) }
      return c.html(<StaffAccessPage frame={adminFrame(c, deps)} {...page} />)
    }
    const accounts = await findMyAccounts(db, personId, sight)
    const accountIds = accounts.map(({ id }) => id)
    const [rights, candidates, authorisations, use, sessions, identities, events] = await Promise.all([
      findRights(db, accountIds),
      findCandidates(db, personId, sebClassicId),
      findAuthorisations(db, personId, now),
      findUse(db, accountIds),
      findMySessions(db, personId, { limits: deps.limits.session, now, sight }),
      findMyIdentities(db, personId, sight),
      findEventsAboutMe(db, personId, { accountIds, sight }),
    ])
    const educationCodes = authorisations.map(({ educationCode }) => educationCode)
    const mine = rights.flatMap((right): MyRight[] => {
      const { accountId } = right.assignment
      const account = candidates.find((candidate) => candidate.account.id === accountId)?.account
      const lastUsedAt = use.get(`${accountId} ${right.service.id}`) ?? null
      return account
        ? [{ right, facts: { now, account, grant: right.grant, assurance, educationCodes }, lastUsedAt }]
        : []
    })
    const numbers = rights.flatMap(({ assignment }) => Object.values(assignment.scopes).flat())
    const unitNames = await findMyUnitNames(db, accountIds, numbers)
    const page = { person: name, rights: mine, accounts, sessions, identities, events, unitNames }
    return c.html(
      <MyAccessPage frame={adminFrame(c, deps)} {...page} thisSessionId={sessionId} isNarrow={sight.only !== null} />,
    )
  })

  routes.post(minePaths.endSession, async (c) => {
    const { personId, sessionId, sight } = c.get('viewer')
    const now = clock.now()
    const asked = (await readForm(c)).get('session')
    // Only one's own, and never the one in use: for that there is log-out, which reaches the services too.
    const shown = await findMySessions(db, personId, { limits: deps.limits.session, now, sight })
    const own = shown.filter(({ id }) => id !== sessionId)
    const ending = asked === 'andre' ? own : own.filter(({ id }) => id === asked)
    if (ending.length > 0)
      await db.transaction().execute(async (trx) => {
        for (const { id } of ending) await endSession(trx, id, now, 'ended by the person')
        await recordEvents(
          deps,
          trx,
          ending.map(({ id }) => ({
            action: 'session.ended',
            outcome: 'success' as const,
            actor: { kind: 'person' as const, id: personId },
            object: { kind: 'session', id },
            source: deps.visit(c).source,
          })),
        )
      })
    return c.redirect(`${minePaths.home}#logget-ind`, 303)
  })

  return routes
}

function mayLook({ acting }: Viewer): boolean {
  return isOfOrganisation(acting) && may(acting, 'see-own-access', { accountId: acting.accountId })
}
