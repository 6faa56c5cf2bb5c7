/** `/mig/anmodninger`: what one has asked for, where each is now, and what one can do with it. */
import { type Context, Hono } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { findMyUnitNames } from '../../access/mine/my-access.store.ts'
import { withoutUnprintable } from '../../base/plain-text.ts'
import { readForm } from '../../web/form.ts'
import { askFrame } from '../asking/ask-frame.ts'
import { type AskEnv, requireAsker } from '../asking/asker.tsx'
import { wrongReason } from '../asking/check-draft.ts'
import { askPaths, requestPath } from '../request-paths.ts'
import { stateNow } from '../request-state.ts'
import { withdrawRequest } from '../withdraw-request.ts'
import { answerQuestion } from './answer-question.ts'
import { MyRequestPage, type MyRequestPageProps } from './my-request.page.tsx'
import { MyRequestsPage } from './my-requests.page.tsx'
import { findMyRequest, findToldSteps, listMyRequests } from './my-requests.store.ts'
import { mineText } from './text.ts'
import { whereaboutsOf } from './where.ts'

export function myRequestRoutes(deps: AdminDeps): Hono<AskEnv> {
  const { db, clock } = deps
  const routes = new Hono<AskEnv>()
  for (const path of [askPaths.requests, `${askPaths.requests}/*`]) routes.use(path, requireAsker(deps))

  routes.get(askPaths.requests, async (c) => {
    const asker = c.get('asker')
    const requests = await listMyRequests(db, asker)
    return c.html(
      <MyRequestsPage frame={askFrame(c, deps)} requests={requests} me={asker.personId ?? ''} now={clock.now()} />,
    )
  })

  routes.get(requestPath(':id'), (c) => {
    const told = Object.keys(mineText.da.told).find((one) => c.req.query(one) !== undefined)
    return show(c, { told: (told ?? null) as MyRequestPageProps['told'] })
  })

  routes.post(requestPath(':id', 'svar'), async (c) => {
    const found = await mine(c)
    if (!found) return deps.notFound(c)
    const words = withoutUnprintable((await readForm(c)).get('hvorfor') ?? '').trim()
    const mistake = wrongReason(words)
    if (mistake) return show(c, { answer: { typed: words, mistake } }, 422)
    const { source } = deps.visit(c)
    const answer = { id: found.id, by: found.by, source, words }
    const outcome = await db.transaction().execute((trx) => answerQuestion(deps, trx, answer))
    if (outcome === 'not-found') return deps.notFound(c)
    if (outcome === 'over') return show(c, { over: 'answer', answer: { typed: words, mistake: null } }, 409)
    return c.redirect(`${requestPath(found.id)}?svaret`, 303)
  })

  routes.post(requestPath(':id', 'traek-tilbage'), async (c) => {
    const found = await mine(c)
    if (!found) return deps.notFound(c)
    const { source } = deps.visit(c)
    const outcome = await db
      .transaction()
      .execute((trx) => withdrawRequest(deps, trx, { id: found.id, by: found.by, source }))
    if (outcome === 'not-found') return deps.notFound(c)
    if (outcome !== 'withdrawn') return show(c, { over: 'withdraw' }, 409)
    return c.redirect(`${requestPath(found.id)}?trukket-tilbage`, 303)
  })

  // Only ever to the address that the service has registered.
  routes.get(requestPath(':id', 'videre'), async (c) => {
    const found = await mine(c)
    if (!found) return deps.notFound(c)
    const { request } = found
    const address = stateNow(request, clock.now()) === 'approved' ? request.service?.address : null
    return c.redirect(address ?? requestPath(found.id), 303)
  })

  return routes

  async function mine(c: Context<AskEnv>) {
    const asker = c.get('asker')
    const id = readId(c.req.param('id'))
    const request = id ? await findMyRequest(db, asker, id) : null
    return id && request && asker.personId ? { id, request, by: asker.personId } : null
  }

  async function show(
    c: Context<AskEnv>,
    shown: Partial<Pick<MyRequestPageProps, 'told' | 'answer' | 'over'>>,
    status: 200 | 409 | 422 = 200,
  ) {
    const found = await mine(c)
    if (!found) return deps.notFound(c)
    const { request, by } = found
    const now = clock.now()
    const numbers = Object.values(request.scopes).flat()
    const [steps, where, unitNames] = await Promise.all([
      findToldSteps(db, request, by),
      whereaboutsOf(db, request, now),
      findMyUnitNames(db, [request.accountId], numbers),
    ])
    const page = { request, steps, where, unitNames, now }
    const nothing = { told: null, answer: { typed: '', mistake: null }, over: null }
    return c.html(<MyRequestPage frame={askFrame(c, deps)} {...page} {...nothing} {...shown} />, status)
  }
}
