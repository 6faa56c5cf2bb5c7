/** `/admin/noedadgang…`: administrators look at what was taken in an emergency, and say whether it was right. */
import { type Context, Hono } from 'hono'
import { type Actor, actorOf } from '../../access/admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { readLine } from '../../access/admin/read-line.ts'
import { requireViewer } from '../../access/admin/require-viewer.tsx'
import { nothingWrong, type Wrong } from '../../access/management/fields.tsx'
import { may } from '../../access/may.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { readCursor } from '../../base/cursor.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { fillText } from '../../web/fill.ts'
import { readForm } from '../../web/form.ts'
import { type Verdict, verdicts } from '../emergency.ts'
import { emergencyPaths, reviewPath } from '../emergency-paths.ts'
import { emergencyText } from '../text.ts'
import { judgeEmergency } from './judge-emergency.ts'
import { EmergencyListPage } from './list.page.tsx'
import { ReviewPage } from './review.page.tsx'
import { countLately, findReviewable, listReviewable } from './reviewable.store.ts'

const lookBackDays = 90

export function reviewRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const { db, clock } = deps
  const routes = new Hono<AdminEnv>()
  routes.use(emergencyPaths.review, requireViewer(deps))
  routes.use(`${emergencyPaths.review}/*`, requireViewer(deps))

  routes.get(emergencyPaths.review, async (c) => {
    const actor = reviewerOf(c)
    if (!actor) return deps.notFound(c)
    const get = (name: string) => c.req.query(name)
    const waiting = get('vis') !== 'gennemgaaet'
    const list = await inOrganisation(db, actor.acting.organisation.id, async (trx) => {
      const found = await listReviewable(trx, actor.acting, waiting, readCursor(get, readId))
      if (found.rows.length > 0) await recordEvents(deps, trx, [looked(actor, 'emergency-accesses', null)])
      return found
    })
    return c.html(<EmergencyListPage frame={adminFrame(c, deps)} {...{ list, waiting, now: clock.now() }} />)
  })

  routes.get(reviewPath(':id'), (c) =>
    show(c, { told: 'klar' in c.req.query() ? emergencyText[c.get('language')].review.saved : null }),
  )

  routes.post(reviewPath(':id'), async (c) => {
    const actor = reviewerOf(c)
    const id = readId(c.req.param('id'))
    const fields = await readForm(c)
    if (!actor || !id) return deps.notFound(c)
    const verdict = verdicts.find((one) => one === fields.get('svar')) ?? null
    const words = readLine(fields.get('besked'), 1000)
    const text = emergencyText[c.get('language')].review
    const wrong = {
      ...(verdict === null && { svar: text.wrong.verdict }),
      ...(verdict === 'not-justified' && words === '' && { besked: text.wrong.words }),
    }
    if (verdict === null || Object.keys(wrong).length > 0) return show(c, { typed: { verdict, words }, wrong })
    const moved = await inOrganisation(db, actor.acting.organisation.id, (trx) =>
      judgeEmergency(deps, trx, actor, { id, verdict, words }),
    )
    if (!moved) return deps.notFound(c)
    if (moved.moved || moved.because === 'same') return c.redirect(`${reviewPath(id)}?klar`, 303)
    return show(c, { typed: { verdict, words }, first: moved.because === 'reviewed', status: 409 })
  })

  return routes

  async function show(
    c: Context<AdminEnv>,
    shown: {
      typed?: { verdict: Verdict | null; words: string }
      wrong?: Wrong
      told?: string | null
      /** Somebody else was first. */
      first?: boolean
      status?: 409
    },
  ): Promise<Response> {
    const actor = reviewerOf(c)
    const id = readId(c.req.param('id'))
    if (!actor || !id) return deps.notFound(c)
    const { typed = { verdict: null, words: '' }, wrong = nothingWrong, first = false } = shown
    const found = await inOrganisation(db, actor.acting.organisation.id, async (trx) => {
      const emergency = await findReviewable(trx, actor.acting, id)
      if (!emergency) return null
      await recordEvents(deps, trx, [looked(actor, 'account', emergency.accountId)])
      const since = new Date(clock.now().getTime() - lookBackDays * 86_400_000)
      return { emergency, lately: await countLately(trx, emergency, since) }
    })
    if (!found) return deps.notFound(c)
    const text = emergencyText[c.get('language')].review
    const reviewer = found.emergency.reviewer ?? text.somebody
    const told = first ? fillText(text.already, { reviewer }) : (shown.told ?? null)
    const isOwn = found.emergency.personId === actor.personId
    const status = shown.status ?? (Object.keys(wrong).length > 0 ? 422 : 200)
    return c.html(<ReviewPage frame={adminFrame(c, deps)} {...{ ...found, isOwn, typed, wrong, told }} />, status)
  }

  function reviewerOf(c: Context<AdminEnv>): Actor | null {
    const actor = actorOf(c, deps)
    return actor && may(actor.acting, 'review-emergency', { organisationId: actor.acting.organisation.id })
      ? actor
      : null
  }
}

/** Reading about people is an event. */
function looked({ acting, personId, source }: Actor, kind: string, id: string | null) {
  return {
    action: 'emergency-access.viewed',
    outcome: 'success' as const,
    actor: { kind: 'person' as const, id: personId },
    organisationId: acting.organisation.id,
    ...(id !== null && { object: { kind, id } }),
    source,
  }
}
