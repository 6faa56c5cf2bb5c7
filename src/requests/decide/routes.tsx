/** `/admin/anmodninger`: the queue, one request on one page, and the ways to answer it. */
import { type Context, Hono } from 'hono'
import { type Actor, actorOf } from '../../access/admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { readTypedAssignment } from '../../access/admin/assign/check-assignment.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { listUnits } from '../../access/admin/employees/employees.store.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { readLine } from '../../access/admin/read-line.ts'
import { requireViewer } from '../../access/admin/require-viewer.tsx'
import { conflictFields } from '../../access/conflicts/allow-conflicts.ts'
import { may } from '../../access/may.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { readCursor } from '../../base/cursor.ts'
import { inOrganisation } from '../../storage/in-organisation.ts'
import { type FormFields, readForm } from '../../web/form.ts'
import type { RequestStepKind } from '../request.ts'
import { AnswerPage } from './answer.page.tsx'
import { decidePath, decidePaths } from './decide-paths.ts'
import { type DecideOutcome, type Decision, decideRequest } from './decide-request.ts'
import { type DescribedRequest, describeRequest } from './described.store.ts'
import { LessPage } from './less.page.tsx'
import { readList } from './list-address.ts'
import { QueuePage } from './queue.page.tsx'
import { listAskedServices, listQueue, readQueueQuery } from './queue.store.ts'
import { type DecisionMistake, RequestPage } from './request.page.tsx'
import { settingsRoutes } from './settings.routes.tsx'
import { severalRoutes } from './several.routes.tsx'
import { typedTerms } from './terms.ts'
import { readWords, wordsMistake } from './typed-words.ts'
import { findWaiting } from './waiting.store.ts'
import { findWouldGive } from './would-give.ts'

export function decideRequestRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  for (const path of [decidePaths.queue, `${decidePaths.queue}/*`]) routes.use(path, requireViewer(deps))
  routes.route('/', severalRoutes(deps))
  routes.route('/', settingsRoutes(deps))

  routes.get(decidePaths.queue, async (c) => {
    const actor = actorOf(c, deps)
    const organisationId = actor?.acting.organisation.id
    if (!actor || !organisationId || !may(actor.acting, 'see-requests', { organisationId })) return deps.notFound(c)
    const now = deps.clock.now()
    const { limits } = actor.acting
    const query = readQueueQuery((name) => c.req.query(name), readId)
    const cursor = readCursor((name) => c.req.query(name), readId)
    const found = await inOrganisation(deps.db, organisationId, async (trx) => {
      const { since } = await findWaiting(trx, organisationId, now)
      return {
        list: await listQueue(trx, query, { actor, now, escalatedSince: since }, cursor),
        services: await listAskedServices(trx, limits),
        units: await listUnits(trx, limits),
      }
    })
    const page = {
      query,
      now,
      ownPersonId: actor.personId,
      maySet: may(actor.acting, 'change-request-settings', { organisationId }),
      done: doneOf(c.req.query('udfoert')),
      noneTicked: c.req.query('valg') === 'ingen',
    }
    return c.html(<QueuePage frame={adminFrame(c, deps)} {...found} {...page} />)
  })

  routes.get(decidePath(':id'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    await record(found)
    return requestPage(c, found, { mistake: null, words: '', wordsMistake: null }, 200)
  })

  routes.post(decidePath(':id'), async (c) => {
    const found = await find(c)
    const form = await readForm(c)
    if (!found) return deps.notFound(c)
    const words = readWords(form)
    const mistake = wordsMistake(words, { needed: false })
    if (mistake) return requestPage(c, found, { mistake: null, words, wordsMistake: mistake }, 422)
    return decide(c, found, form, { kind: 'approve', typed: null, exception: exceptionIn(form), words })
  })

  for (const way of ['spoerg', 'afvis'] as const) {
    routes.get(decidePath(':id', way), async (c) => {
      const found = await find(c)
      if (!found) return deps.notFound(c)
      const page = { described: found.described, list: readList(c.req.query('liste')), wouldGive: null, way }
      return c.html(<AnswerPage frame={adminFrame(c, deps)} {...page} words="" wordsMistake={null} />)
    })

    routes.post(decidePath(':id', way), async (c) => {
      const found = await find(c)
      const form = await readForm(c)
      if (!found) return deps.notFound(c)
      const words = readWords(form)
      const mistake = wordsMistake(words, { needed: true })
      if (!mistake) return decide(c, found, form, { kind: way === 'spoerg' ? 'return' : 'reject', words })
      const page = { described: found.described, list: readList(form.get('liste')), wouldGive: null, way, words }
      return c.html(<AnswerPage frame={adminFrame(c, deps)} {...page} wordsMistake={mistake} />, 422)
    })
  }

  routes.get(decidePath(':id', 'mindre'), async (c) => {
    const found = await find(c)
    if (!found) return deps.notFound(c)
    return lessPage(c, found, null) ?? c.redirect(decidePath(found.described.request.id), 303)
  })

  routes.post(decidePath(':id', 'mindre'), async (c) => {
    const found = await find(c)
    const form = await readForm(c)
    if (!found) return deps.notFound(c)
    const { ground } = found.described
    const assignable = ground.stands ? ground.assignable : null
    if (!assignable) return decide(c, found, form, { kind: 'approve', typed: null, exception: '', words: '' })
    const words = readWords(form)
    const mistake = wordsMistake(words, { needed: false })
    const typed = readTypedAssignment(form, assignable.assignable, assignable.units)
    if (mistake) {
      const fields = { typed, mistakes: [], words, wordsMistake: mistake, exception: exceptionIn(form) }
      return lessPage(c, found, fields) ?? deps.notFound(c)
    }
    return decide(c, found, form, { kind: 'approve', typed, exception: exceptionIn(form), words })
  })

  return routes

  interface Found {
    actor: Actor
    described: DescribedRequest
  }

  async function find(c: Context<AdminEnv>): Promise<Found | null> {
    const actor = actorOf(c, deps)
    const id = readId(c.req.param('id'))
    if (!actor || !id) return null
    const { organisation } = actor.acting
    if (!may(actor.acting, 'see-requests', { organisationId: organisation.id })) return null
    const described = await inOrganisation(deps.db, organisation.id, (trx) =>
      describeRequest(trx, actor, id, deps.clock.now()),
    )
    return described && { actor, described }
  }

  /** That somebody looked at what another asks for is told to those it is about. */
  function record({ actor, described: { request, employee } }: Found): Promise<void> {
    return inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
      recordEvents(deps, trx, [
        {
          action: 'access-request.viewed',
          outcome: 'success',
          actor: { kind: 'person', id: actor.personId },
          organisationId: request.organisationId,
          object: { kind: 'account', id: employee.account.id },
          source: actor.source,
          details: { request: request.id, capacity: actor.acting.kind },
        },
      ]),
    )
  }

  async function decide(c: Context<AdminEnv>, found: Found, form: FormFields, decision: Decision) {
    const { actor, described } = found
    const { id } = described.request
    const version = Number(/^\d{1,9}$/.exec(form.get('version') ?? '')?.[0] ?? 0)
    const outcome = await inOrganisation(deps.db, actor.acting.organisation.id, (trx) =>
      decideRequest(deps, trx, actor, { id, version, decision }),
    )
    if (!outcome) return deps.notFound(c)
    const list = readList(form.get('liste'))
    if (outcome.outcome === 'decided' || outcome.outcome === 'done-already') {
      const query = new URLSearchParams(list)
      query.set('udfoert', outcome.outcome === 'decided' ? outcome.step : stepOf(decision, described))
      return c.redirect(`${decidePaths.queue}?${query}`, 303)
    }
    const { words } = decision
    // As it is now, and not as it was before.
    const latest = (await find(c)) ?? found
    if (outcome.outcome !== 'mistakes')
      return requestPage(c, latest, { mistake: mistakeOf(outcome), words, wordsMistake: null }, 422)
    const typed = decision.kind === 'approve' ? decision.typed : null
    const exception = decision.kind === 'approve' ? decision.exception : ''
    const { mistakes, conflicts } = outcome
    const fields = { typed, mistakes, conflicts, words, wordsMistake: null, exception }
    const shown = { mistake: 'changed-meanwhile' as const, words, wordsMistake: null }
    return lessPage(c, latest, fields) ?? requestPage(c, latest, shown, 422)
  }

  async function requestPage(
    c: Context<AdminEnv>,
    { actor, described }: Found,
    shown: Pick<Parameters<typeof RequestPage>[0], 'mistake' | 'words' | 'wordsMistake'>,
    status: 200 | 422,
  ) {
    const { personId } = actor
    const wouldGive = await findWouldGive(deps, described, { shell: deps.shell(c), now: deps.clock.now(), personId })
    const mine = { ownPersonId: personId, limits: actor.acting.limits, exception: '' }
    const page = { described, wouldGive, list: readList(c.req.query('liste')), ...mine, ...shown }
    return c.html(<RequestPage frame={adminFrame(c, deps)} {...page} />, status)
  }

  /** Null where there is nothing of which less can be given. */
  function lessPage(c: Context<AdminEnv>, { actor, described }: Found, form: TypedLess | null) {
    const { ground, most, request } = described
    if (!ground.stands || !ground.assignable || described.state !== 'submitted') return null
    const typed = form?.typed ?? typedTerms(most, request.reason, deps.clock.now())
    const page = {
      described,
      assignable: ground.assignable,
      typed,
      list: readList(c.req.query('liste')),
      wouldGive: null,
      mistakes: form?.mistakes ?? [],
      conflicts: form?.conflicts ?? described.conflicts,
      exception: form?.exception ?? '',
      limits: actor.acting.limits,
      words: form?.words ?? '',
      wordsMistake: form?.wordsMistake ?? null,
    }
    return c.html(<LessPage frame={adminFrame(c, deps)} {...page} />, form ? 422 : 200)
  }
}

type LessProps = Parameters<typeof LessPage>[0]
type TypedLess = Pick<LessProps, 'mistakes' | 'words' | 'wordsMistake' | 'exception'> & {
  /** Null: as it was asked for. */
  typed: LessProps['typed'] | null
  conflicts?: LessProps['conflicts']
}

const exceptionIn = (form: FormFields) => readLine(form.get(conflictFields.reason), 500)

function stepOf({ kind }: Decision, { request, role }: DescribedRequest): RequestStepKind {
  if (kind !== 'approve') return kind === 'return' ? 'returned' : 'rejected'
  return request.state === 'submitted' && role?.sensitive ? 'first-approved' : 'approved'
}

const doneSteps = ['approved', 'first-approved', 'returned', 'rejected'] as const

function doneOf(text: string | undefined): RequestStepKind | null {
  return doneSteps.find((step) => step === text) ?? null
}

function mistakeOf(
  outcome: Exclude<DecideOutcome, { outcome: 'decided' | 'done-already' | 'mistakes' }>,
): DecisionMistake {
  switch (outcome.outcome) {
    case 'changed-meanwhile':
      return outcome.outcome
    case 'ground-gone':
      return outcome.lost
    case 'not-moved':
      return outcome.notMoved.why === 'not-asker' ? 'own-request' : outcome.notMoved.why
  }
}
