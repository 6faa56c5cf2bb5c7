/** Change requests: system management decides about all of them, an owner sees those of their service and takes their own back. */
import { type Context, Hono } from 'hono'
import { readPart } from '../../../../services/service-parts.store.ts'
import { readForm } from '../../../../web/form.ts'
import type { Language } from '../../../../web/languages.ts'
import type { AdminEnv } from '../../../admin/admin-env.ts'
import { readId } from '../../../admin/employees/employee.store.ts'
import { adminFrame } from '../../../admin/frame.ts'
import { may } from '../../../may.ts'
import { nameOf } from '../changed-meanwhile.ts'
import { crumbsOf } from '../facts/facts-form.page.tsx'
import { textMistake, typedText } from '../form/text-mistake.ts'
import { findPlace, type Place, type ServiceDeps } from '../place.ts'
import { roleNames } from '../roles/role-effect.store.ts'
import { below, changeRequestPath, changeRequestsPath, ownerPath, servicePath } from '../services-paths.ts'
import { withdrawRequest } from './ask-for-change.ts'
import { findRequest, listRequests, otherRequests, partOf } from './change-requests.store.ts'
import { type DecideOutcome, decideRequest } from './decide-request.ts'
import { mergeChanges } from './field-changes.ts'
import { longestReason } from './reason-field.tsx'
import { type RequestMistake, RequestPage } from './request.page.tsx'
import { RequestsPage } from './requests.page.tsx'
import type { ChangeActor } from './save-changes.ts'
import { changesText } from './text.ts'

export function decideRoutes(deps: ServiceDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(changeRequestsPath, async (c) => {
    if (!may(c.get('viewer').acting, 'decide-change-request', {})) return deps.notFound(c)
    return listPage(deps, c, { serviceId: null, address: changeRequestPath, breadcrumb: [], own: false })
  })

  routes.get(changeRequestPath(':aendring'), (c) => requestPage(c, { reason: '', mistake: null }))

  routes.post(changeRequestPath(':aendring'), async (c) => {
    const { acting, personId } = c.get('viewer')
    const form = await readForm(c)
    const id = readId(c.req.param('aendring'))
    const step = form.get('trin')
    if (!id || !may(acting, 'decide-change-request', {})) return deps.notFound(c)
    if (step !== 'godkend' && step !== 'afvis') return requestPage(c, { reason: '', mistake: null })
    const reason = typedText(form, 'svar')
    const wrong = textMistake(reason, { longest: longestReason, needed: false })
    if (wrong) return requestPage(c, { reason, mistake: wrong === 'too-long' ? wrong : 'unreadable' })
    const decision = { to: step === 'godkend' ? ('approved' as const) : ('rejected' as const), reason }
    const by: ChangeActor = { personId, source: deps.visit(c).source }
    const decided = await deps.db.transaction().execute(async (trx) => {
      const request = await findRequest(trx, id, null)
      if (!request) return null
      const outcome = await decideRequest(deps, trx, request, decision, by)
      // The same form a second time finds its own answer.
      const again = outcome === 'decided' && request.status === decision.to && request.decidedById === personId
      return { outcome: again ? ('done' as const) : outcome, serviceId: request.serviceId }
    })
    if (!decided) return deps.notFound(c)
    if (decided.outcome === 'done') {
      const done = step === 'godkend' ? 'godkendt' : 'afvist'
      return c.redirect(`${servicePath(decided.serviceId)}?udfoert=${done}`, 303)
    }
    return requestPage(c, { reason, mistake: mistakeOf(decided.outcome) })
  })

  return routes

  async function requestPage(c: Context<AdminEnv>, form: { reason: string; mistake: RequestMistake | null }) {
    const { acting, personId } = c.get('viewer')
    const id = readId(c.req.param('aendring'))
    if (!id || !may(acting, 'decide-change-request', {})) return deps.notFound(c)
    const { language } = deps.shell(c)
    const found = await describeRequest(deps, id, null, language)
    if (!found) return deps.notFound(c)
    const breadcrumb = [{ name: changesText[language].title, href: changeRequestsPath }]
    const mayDo = found.request.requestedById === personId ? 'nothing' : 'decide'
    const page = (
      <RequestPage
        frame={adminFrame(c, deps)}
        {...found}
        {...form}
        address={changeRequestPath}
        breadcrumb={breadcrumb}
        may={mayDo}
      />
    )
    return c.html(page, form.mistake ? 422 : 200)
  }
}

/** Those of one service, below it. System management reads them there too, and decides where all of them stand. */
export function requestRoutes(deps: ServiceDeps, as: Place['as']): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  const base = as === 'owner' ? ownerPath : servicePath(':id')

  routes.get(below.requests(base), async (c) => {
    const place = await findPlace(c, deps, as)
    if (!place) return deps.notFound(c)
    const { language } = deps.shell(c)
    return listPage(deps, c, {
      serviceId: place.service.id,
      address: as === 'owner' ? (id) => below.request(place.base, id) : changeRequestPath,
      breadcrumb: crumbsOf(place, nameOf(place.service, language), language),
      own: as === 'owner',
    })
  })

  if (as === 'management') return routes

  routes.get(below.request(base, ':aendring'), (c) => requestPage(c, null))

  routes.post(below.request(base, ':aendring'), async (c) => {
    const place = await findPlace(c, deps, as)
    const form = await readForm(c)
    const id = readId(c.req.param('aendring'))
    if (!place || !id) return deps.notFound(c)
    if (form.get('trin') !== 'traek-tilbage') return requestPage(c, null)
    const done = await deps.db.transaction().execute(async (trx) => {
      const request = await findRequest(trx, id, place.service.id)
      return request && withdrawRequest(deps, trx, request, place.actor)
    })
    if (done === null) return deps.notFound(c)
    return done ? c.redirect(`${place.base}?udfoert=trukket-tilbage`, 303) : requestPage(c, 'decided')
  })

  return routes

  async function requestPage(c: Context<AdminEnv>, mistake: RequestMistake | null) {
    const place = await findPlace(c, deps, as)
    const id = readId(c.req.param('aendring'))
    if (!place || !id) return deps.notFound(c)
    const { language } = deps.shell(c)
    const found = await describeRequest(deps, id, place.service.id, language)
    if (!found) return deps.notFound(c)
    const address = (other: string) => below.request(place.base, other)
    const breadcrumb = [
      ...crumbsOf(place, nameOf(place.service, language), language),
      { name: changesText[language].title, href: below.requests(place.base) },
    ]
    const page = (
      <RequestPage
        frame={adminFrame(c, deps)}
        {...found}
        {...{ address, breadcrumb, mistake }}
        may="withdraw"
        reason=""
      />
    )
    return c.html(page, mistake ? 422 : 200)
  }
}

type List = Pick<Parameters<typeof RequestsPage>[0], 'address' | 'breadcrumb' | 'own'> & { serviceId: string | null }

async function listPage(deps: ServiceDeps, c: Context<AdminEnv>, { serviceId, ...list }: List) {
  const [open, decided] = await Promise.all(
    [true, false].map((waiting) => listRequests(deps.db, { open: waiting, serviceId })),
  )
  return c.html(<RequestsPage frame={adminFrame(c, deps)} open={open ?? []} decided={decided ?? []} {...list} />)
}

function describeRequest(deps: ServiceDeps, id: string, serviceId: string | null, language: Language) {
  return deps.db.transaction().execute(async (trx) => {
    const request = await findRequest(trx, id, serviceId)
    if (!request) return null
    const part = partOf(request)
    const current = request.status === 'open' ? await readPart(trx, part) : null
    return {
      request,
      merged: current && mergeChanges(current, request.changes),
      others: await otherRequests(trx, part, id),
      words: { roles: await roleNames(trx, request.serviceId, language), summarise: deps.metadata.summarise },
    }
  })
}

function mistakeOf(outcome: Exclude<DecideOutcome, 'done'>): RequestMistake {
  return typeof outcome === 'string' ? outcome : outcome.kind
}
