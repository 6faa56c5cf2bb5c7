/** `/forvaltning/nye-tjenester`: system management reads what organisations ask for, and answers. */
import { type Context, Hono } from 'hono'
import { cutText } from '../../base/plain-text.ts'
import { readForm } from '../../web/form.ts'
import type { AdminDeps, AdminEnv } from '../admin/admin-env.ts'
import { readId } from '../admin/employees/employee.store.ts'
import { adminFrame } from '../admin/frame.ts'
import { nothingWrong, type Wrong } from '../management/fields.tsx'
import { findGrantableService } from '../management/grants/grantable.store.ts'
import { changing, managerOf } from '../management/manager.ts'
import { plain } from '../management/typed.ts'
import { answerWithGrant, refuseServiceRequest } from './answer-service-request.ts'
import { ManagedRequestPage } from './managed-request.page.tsx'
import { ManagedRequestsPage } from './managed-requests.page.tsx'
import { managedRequestPath, newServicePaths } from './new-service-paths.ts'
import { longestWhy } from './service-request.ts'
import { findServiceRequest, listAllRequests } from './service-requests.store.ts'
import { newServiceText } from './text.ts'

export function managedServiceRequestRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(newServicePaths.managed, async (c) => {
    if (!managerOf(c, deps, 'grant-service')) return deps.notFound(c)
    const requests = await listAllRequests(deps.db, deps.clock.now())
    return c.html(<ManagedRequestsPage frame={adminFrame(c, deps)} {...requests} />)
  })

  routes.get(managedRequestPath(':id'), (c) => show(c, { answer: '', wrong: nothingWrong, status: 200 }))

  routes.post(managedRequestPath(':id', 'afvis'), async (c) => {
    const manager = managerOf(c, deps, 'grant-service')
    const id = readId(c.req.param('id'))
    if (!manager || !id || !(await findServiceRequest(deps.db, id, deps.clock.now()))) return deps.notFound(c)
    const answer = cutText(plain((await readForm(c)).get('begrundelse') ?? '').trim(), longestWhy)
    const text = newServiceText[c.get('language')].wrong
    if (answer === '') return show(c, { answer, wrong: { begrundelse: text.answer }, status: 422 })
    const refused = await changing(deps.db, async (trx) => {
      if (await refuseServiceRequest(deps, trx, manager, { id, answer })) return true
      // The same form again.
      const stands = await findServiceRequest(trx, id, deps.clock.now())
      return stands?.state === 'refused' && stands.answer === answer
    })
    if (refused) return c.redirect(managedRequestPath(id), 303)
    return show(c, { answer, wrong: { svaret: text.first }, status: 422 })
  })

  routes.post(managedRequestPath(':id', 'givet'), async (c) => {
    const manager = managerOf(c, deps, 'grant-service')
    const id = readId(c.req.param('id'))
    if (!manager || !id) return deps.notFound(c)
    const found = await changing(deps.db, async (trx) => {
      const request = await findServiceRequest(trx, id, deps.clock.now())
      if (request?.has)
        await answerWithGrant(deps, trx, manager, {
          serviceId: request.serviceId,
          organisationIds: [request.organisationId],
        })
      return request !== null
    })
    return found ? c.redirect(managedRequestPath(id), 303) : deps.notFound(c)
  })

  return routes

  async function show(
    c: Context<AdminEnv>,
    { status, ...props }: { answer: string; wrong: Wrong; status: 200 | 422 },
  ): Promise<Response> {
    const id = readId(c.req.param('id'))
    if (!managerOf(c, deps, 'grant-service') || !id) return deps.notFound(c)
    const now = deps.clock.now()
    const request = await findServiceRequest(deps.db, id, now)
    if (!request) return deps.notFound(c)
    const service = await findGrantableService(deps.db, request.serviceId, now)
    return c.html(
      <ManagedRequestPage frame={adminFrame(c, deps)} request={request} service={service} {...props} />,
      status,
    )
  }
}
