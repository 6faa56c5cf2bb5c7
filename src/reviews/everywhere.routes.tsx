/** `/forvaltning/kontrol`, `/forvaltning/kontrol/ny`: what is asked for here is begun by a job, an organisation at a time; their own administrators answer. */
import { type Context, Hono } from 'hono'
import type { AdminEnv } from '../access/admin/admin-env.ts'
import { readId } from '../access/admin/employees/employee.store.ts'
import { adminFrame } from '../access/admin/frame.ts'
import { requireViewer } from '../access/admin/require-viewer.tsx'
import { managed, managerOf } from '../access/management/manager.ts'
import { organisationKinds } from '../access/management/organisations/organisation.store.ts'
import { managementText } from '../access/management/text.ts'
import { recordEvents } from '../audit/record-events.ts'
import { rowOfForm } from '../base/ids.ts'
import { readForm } from '../web/form.ts'
import { suggestedReview } from './begin.routes.tsx'
import { BeginEverywherePage } from './begin-everywhere.page.tsx'
import { EverywherePage } from './everywhere.page.tsx'
import { anyOrganisation, insertEverywhere, listEverywhere } from './everywhere.store.ts'
import type { ReviewDeps } from './review-deps.ts'
import { reviewPaths } from './reviews-paths.ts'
import { type BeginMistake, checkTypedReview, readTypedReview, type TypedReview } from './typed-review.ts'

export function everywhereRoutes(deps: ReviewDeps): Hono<AdminEnv> {
  const { db, clock } = deps
  const routes = new Hono<AdminEnv>()
  for (const path of [reviewPaths.everywhere, reviewPaths.startEverywhere]) routes.use(path, requireViewer(deps))

  routes.get(reviewPaths.everywhere, async (c) => {
    if (!managerOf(c, deps, 'start-reviews-everywhere')) return deps.notFound(c)
    const asked = await listEverywhere(db)
    // Without scripts a page that waits asks again by itself.
    if (asked.some(({ begun, total }) => begun < total)) c.header('Refresh', '2')
    return c.html(<EverywherePage frame={adminFrame(c, deps)} asked={asked} />)
  })

  routes.get(reviewPaths.startEverywhere, (c) => {
    if (!managerOf(c, deps, 'start-reviews-everywhere')) return deps.notFound(c)
    const typed = suggestedReview(clock.now(), c.get('language'))
    return show(c, { typed, kind: null, mistakes: [], formId: deps.ids.uuid() })
  })

  routes.post(reviewPaths.startEverywhere, async (c) => {
    const manager = managerOf(c, deps, 'start-reviews-everywhere')
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!manager || !formId) return deps.notFound(c)
    const kind = organisationKinds.find((one) => one === form.get('art')) ?? null
    const typed = readTypedReview(form, { units: [], services: await findServices() })
    const checked = checkTypedReview(typed, clock.now())
    if (!('deadline' in checked)) return show(c, { typed, kind, mistakes: checked.mistakes, formId })
    if (!(await anyOrganisation(db, kind))) return show(c, { typed, kind, mistakes: ['nothing'], formId })
    const { name, serviceId, onlySensitive } = typed
    const { deadline, silence } = checked
    const id = rowOfForm(formId, manager.personId)
    const terms = { name, serviceIds: serviceId ? [serviceId] : null, onlySensitive, deadline, silence, kind }
    await db.transaction().execute(async (trx) => {
      const organisations = await insertEverywhere(trx, { id, ...terms, madeBy: manager.personId }, clock.now())
      if (organisations === 0) return
      const object = { kind: 'review-everywhere', id }
      await recordEvents(deps, trx, [
        managed(manager, { action: 'review.asked', object, details: { ...terms, organisations } }),
      ])
    })
    return c.redirect(reviewPaths.everywhere, 303)
  })

  return routes

  async function show(
    c: Context<AdminEnv>,
    shown: { typed: TypedReview; kind: string | null; mistakes: readonly BeginMistake[]; formId: string },
  ): Promise<Response> {
    const language = c.get('language')
    const { kinds: names } = managementText[language]
    const kinds = organisationKinds.map((kind) => ({ id: kind, name: names[kind] }))
    const services = (await findServices()).map(({ id, name_da: da, name_en: en }) => ({
      id,
      name: language === 'da' ? da : en,
    }))
    const page = { ...shown, kinds, services }
    return c.html(<BeginEverywherePage frame={adminFrame(c, deps)} {...page} />, shown.mistakes.length > 0 ? 422 : 200)
  }

  function findServices() {
    return db
      .selectFrom('service')
      .select(['id', 'name_da', 'name_en'])
      .where('enabled', '=', true)
      .where('access', '=', 'role')
      .orderBy('name_da')
      .execute()
  }
}
