/** `/mig/vaek` and `/admin/administratorer/:id/vaek`: who steps in while an administrator is away. */
import { type Context, Hono } from 'hono'
import { writeDay } from '../../../base/danish-time.ts'
import { rowOfForm } from '../../../base/ids.ts'
import type { Trx } from '../../../storage/database.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { readForm } from '../../../web/form.ts'
import { may } from '../../may.ts'
import { type Actor, actorOf } from '../actor.ts'
import type { AdminDeps, AdminEnv } from '../admin-env.ts'
import { awayPath, ownAwayPath } from '../admin-paths.ts'
import { findAdministrator } from '../administrators/administrators.store.ts'
import { readId } from '../employees/employee.store.ts'
import { adminFrame } from '../frame.ts'
import { readLine } from '../read-line.ts'
import { requireViewer } from '../require-viewer.tsx'
import { AwayPage } from './away.page.tsx'
import { type Away, findAway } from './away.store.ts'
import { type FieldMistake, readTypedStandIn, type TypedStandIn } from './check-stand-in.ts'
import { nameStandIn, stopStandIn } from './save-stand-in.ts'

/** One's own absence, beside what else is one's own. */
export function ownAwayRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  routes.use(ownAwayPath, requireViewer(deps))
  return awayRoutes(deps, routes, ownAwayPath, async (c) => {
    const actor = actorOf(c, deps)
    if (!actor) return null
    const { accountId, organisation } = actor.acting
    const subject = { organisationId: organisation.id, accountId }
    if (!may(actor.acting, 'name-own-stand-in', subject)) return null
    const byChief = actor.acting.kind === 'chief-administrator'
    return { actor, accountId, byChief, own: true, path: ownAwayPath }
  })
}

/** Somebody else's: a chief administrator names who steps in for one who cannot. */
export function othersAwayRoutes(deps: AdminDeps): Hono<AdminEnv> {
  return awayRoutes(deps, new Hono<AdminEnv>(), awayPath(':id'), async (c) => {
    const actor = actorOf(c, deps)
    const accountId = readId(c.req.param('id'))
    if (!actor || !accountId) return null
    const { organisation } = actor.acting
    if (!may(actor.acting, 'appoint-administrator', { organisationId: organisation.id, accountId })) return null
    return { actor, accountId, byChief: true, own: false, path: awayPath(accountId) }
  })
}

interface Asked {
  actor: Actor
  accountId: string
  byChief: boolean
  own: boolean
  path: string
}

function awayRoutes(
  deps: AdminDeps,
  routes: Hono<AdminEnv>,
  address: string,
  askedOf: (c: Context<AdminEnv>) => Promise<Asked | null>,
): Hono<AdminEnv> {
  routes.get(address, async (c) => {
    const asked = await askedOf(c)
    if (!asked) return deps.notFound(c)
    const now = deps.clock.now()
    const search = readLine(c.req.query('soeg') ?? null, 100)
    const away = await within(asked, (trx) => findAway(trx, { ...asked, search, now }))
    if (!away) return deps.notFound(c)
    const today = writeDay(now)
    return c.html(page(c, asked, { away, search, typed: { from: today, until: '', standIn: '' }, mistakes: [] }))
  })

  routes.post(address, async (c) => {
    const asked = await askedOf(c)
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    const stopped = readId(form.get('stop'))
    if (!asked || (!formId && !stopped)) return deps.notFound(c)
    if (stopped) {
      const done = await within(asked, (trx) => stopStandIn(deps, trx, asked.actor, { ...asked, standInId: stopped }))
      return done ? c.redirect(`${asked.path}?udfoert=stoppet`, 303) : deps.notFound(c)
    }
    const typed = readTypedStandIn(form)
    const standInId = rowOfForm(formId ?? '', asked.accountId)
    const outcome = await within(asked, (trx) => nameStandIn(deps, trx, asked.actor, { ...asked, standInId, typed }))
    if (!outcome) return deps.notFound(c)
    if (outcome.mistakes.length === 0) return c.redirect(`${asked.path}?udfoert=gemt`, 303)
    return c.html(page(c, asked, { ...outcome, search: '', typed }), 422)
  })

  return routes

  /** Nobody decides about themselves with another account either. */
  function within<Result>({ actor, accountId, own }: Asked, use: (trx: Trx) => Promise<Result>) {
    return inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const about = own ? null : await findAdministrator(trx, accountId, deps.clock.now())
      return about?.personId === actor.personId ? null : use(trx)
    })
  }

  function page(
    c: Context<AdminEnv>,
    { byChief, own, path }: Asked,
    shown: { away: Away; search: string; typed: TypedStandIn; mistakes: readonly FieldMistake[] },
  ) {
    const done = c.req.query('udfoert')
    return (
      <AwayPage
        frame={adminFrame(c, deps)}
        {...shown}
        {...{ byChief, own, path }}
        now={deps.clock.now()}
        formId={deps.ids.uuid()}
        done={done === 'gemt' || done === 'stoppet' ? done : null}
      />
    )
  }
}
