/** `/forvaltning/organisationer/:id/laeg-sammen`: one organisation is merged into another, once, with the effect agreed to. */
import { type Context, Hono } from 'hono'
import { readForm } from '../../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { chiefsWithout } from '../../appointments/orphan-guard.ts'
import { mergePath } from '../management-paths.ts'
import { changing, managerOf } from '../manager.ts'
import { plain } from '../typed.ts'
import { liveSessions } from './close-organisation.ts'
import { ChooseMergePage, MergePage, shownMerge } from './merge.page.tsx'
import { effectOfMerging, mergeOrganisations } from './merge-organisations.ts'
import { findOrganisationFacts } from './organisation.store.ts'
import { listOrganisations } from './organisation-list.store.ts'
import { after } from './routes.tsx'

export function mergeRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(mergePath(':id'), async (c) => {
    const id = readId(c.req.param('id'))
    if (!managerOf(c, deps, 'change-organisations') || !id) return deps.notFound(c)
    const organisation = await findOrganisationFacts(deps.db, id)
    if (organisation?.status !== 'active') return deps.notFound(c)
    const query = plain(c.req.query('soeg') ?? '')
      .trim()
      .slice(0, 100)
    const open = { text: query, kind: null, status: 'active' } as const
    const { rows } = query === '' ? { rows: [] } : await listOrganisations(deps.db, open, null, deps.clock.now())
    const found = rows.filter((row) => row.id !== id)
    return c.html(<ChooseMergePage frame={adminFrame(c, deps)} {...{ organisation, query, found }} />)
  })

  routes.get(mergePath(':id', ':med'), (c) => merge(c, null))

  routes.post(mergePath(':id', ':med'), async (c) => merge(c, (await readForm(c)).get('set') ?? ''))

  return routes

  /** `agreedTo` is the effect that was shown; null where nothing is asked yet. With another effect it is shown again. */
  async function merge(c: Context<AdminEnv>, agreedTo: string | null): Promise<Response> {
    const manager = managerOf(c, deps, 'change-organisations')
    const fromId = readId(c.req.param('id'))
    const intoId = readId(c.req.param('med'))
    if (!manager || !fromId || !intoId || fromId === intoId) return deps.notFound(c)
    const now = deps.clock.now()
    const answer = await changing(deps.db, async (trx) => {
      const organisation = await findOrganisationFacts(trx, fromId)
      const into = await findOrganisationFacts(trx, intoId)
      if (agreedTo !== null && organisation?.mergedInto?.id === intoId) return 'done'
      if (organisation?.status !== 'active' || into?.status !== 'active') return null
      const orphaned = (await chiefsWithout(trx, { organisationId: intoId, accountId: null, now })) === 0
      const effect = await effectOfMerging(trx, { fromId, intoId }, now)
      if (!orphaned && agreedTo === shownMerge(effect)) {
        await mergeOrganisations(deps, trx, manager, { fromId, intoId }, effect)
        return 'done'
      }
      const sessions = await liveSessions(trx, fromId, { now, limits: deps.limits.session })
      return { organisation, into, effect, sessions, orphaned }
    })
    if (answer === 'done') return c.redirect(after(intoId, 'lagt-sammen'), 303)
    if (!answer) return deps.notFound(c)
    const changed = agreedTo !== null
    return c.html(<MergePage frame={adminFrame(c, deps)} {...answer} changed={changed} />, changed ? 422 : 200)
  }
}
