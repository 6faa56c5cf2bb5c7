/** `/admin/kontrol`: reviews are started, answered and reported on; each route parses, asks may(), calls, renders. */
import { type Context, Hono } from 'hono'
import type { Actor } from '../access/admin/actor.ts'
import type { AdminEnv } from '../access/admin/admin-env.ts'
import { readId } from '../access/admin/employees/employee.store.ts'
import { adminFrame } from '../access/admin/frame.ts'
import { requireViewer } from '../access/admin/require-viewer.tsx'
import { may } from '../access/may.ts'
import { recordEvents } from '../audit/record-events.ts'
import { readCursor } from '../base/cursor.ts'
import type { Trx } from '../storage/database.ts'
import { inOrganisation } from '../storage/in-organisation.ts'
import { type FormFields, readForm } from '../web/form.ts'
import { answerItems, type ItemAnswer, keepSomeOfRest } from './answer-items.ts'
import { beginRoutes } from './begin.routes.tsx'
import { everywhereRoutes } from './everywhere.routes.tsx'
import { findChiefs } from './freeze.store.ts'
import { countItems, listItems, type Reviewer } from './items.store.ts'
import { reportRoutes } from './report.routes.tsx'
import { type Done, ItemListPage, ReviewPage } from './review.page.tsx'
import type { Review } from './review.ts'
import type { ReviewDeps } from './review-deps.ts'
import { actorWho, readerWho } from './reviewer.ts'
import { ReviewsPage } from './reviews.page.tsx'
import { findReview, listReviews } from './reviews.store.ts'
import { reviewPath, reviewPaths } from './reviews-paths.ts'
import { findSchedule } from './schedule.store.ts'
import { unitNames } from './unit-names.ts'

type C = Context<AdminEnv>

/** So many are kept in a transaction: few enough that others are served meanwhile. */
const keptAtOnce = 500
/** And so many in one go; what is left waits for the next press. */
const mostKept = 20_000

export function reviewRoutes(deps: ReviewDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()
  for (const path of [reviewPaths.list, `${reviewPaths.list}/*`]) routes.use(path, requireViewer(deps))
  routes.route('/', beginRoutes(deps))
  routes.route('/', reportRoutes(deps))
  routes.route('/', everywhereRoutes(deps))

  routes.get(reviewPaths.list, async (c) => {
    const actor = actorWho(c, deps, 'review-access')
    const organisationId = actor?.acting.organisation.id ?? readerWho(c, deps)?.organisation.id
    if (organisationId === undefined) return deps.notFound(c)
    const found = await inOrganisation(deps.db, organisationId, async (trx) => ({
      reviews: await listReviews(trx, actor && (await reviewerOf(trx, actor))),
      schedule: await findSchedule(trx, organisationId),
    }))
    const mayStart = actor !== null && may(actor.acting, 'start-review', { organisationId })
    return c.html(<ReviewsPage frame={adminFrame(c, deps)} {...found} mayStart={mayStart} answers={actor !== null} />)
  })

  routes.get(reviewPath(':id'), async (c) => {
    const shown = c.req.query('vis')
    if (shown === 'resten' || shown === 'besvaret') return showList(c, shown === 'resten' ? 'rest' : 'answered')
    const found = await withReview(c, async (trx, review, actor) => {
      const reviewer = await reviewerOf(trx, actor)
      const unusual = await listItems(trx, review.id, reviewer, { filter: 'unusual', cursor: null })
      const rest = await listItems(trx, review.id, reviewer, { filter: 'rest', cursor: null })
      await tellViewed(trx, review, actor)
      return {
        review,
        counts: await countItems(trx, review.id, reviewer),
        unusual,
        rest,
        units: await unitNames(trx, [...unusual.rows, ...rest.rows]),
      }
    })
    if (!found) return deps.notFound(c)
    const page = { frame: adminFrame(c, deps), now: deps.clock.now(), done: doneOf(c) }
    return c.html(<ReviewPage {...page} {...found} mayReadReport={readerWho(c, deps) !== null} />)
  })

  routes.post(reviewPath(':id'), async (c) => {
    const form = await readForm(c)
    const typed = typedAnswers(form)
    const answers = await withReview(c, (trx, review, actor) => answerItems(deps, trx, actor, review, typed))
    if (!answers) return deps.notFound(c)
    const kept = form.get('resten') === 'behold' ? await keepRest(c) : 0
    return backTo(c, { ...answers, kept: answers.kept + kept, changed: 0 })
  })

  routes.post(reviewPath(':id', 'fortryd'), async (c) => {
    const assignmentId = readId((await readForm(c)).get('rolle'))
    const undone: ItemAnswer[] = assignmentId ? [{ assignmentId, answer: 'undo' }] : []
    const answers = await withReview(c, (trx, review, actor) => answerItems(deps, trx, actor, review, undone))
    return answers ? backTo(c, { ...answers, changed: 0 }) : deps.notFound(c)
  })

  return routes

  async function showList(c: C, filter: 'rest' | 'answered'): Promise<Response> {
    const cursor = readCursor((name) => c.req.query(name), readId)
    const found = await withReview(c, async (trx, review, actor) => {
      const items = await listItems(trx, review.id, await reviewerOf(trx, actor), { filter, cursor })
      await tellViewed(trx, review, actor)
      return { review, items, units: await unitNames(trx, items.rows) }
    })
    if (!found) return deps.notFound(c)
    const page = { frame: adminFrame(c, deps), now: deps.clock.now(), done: null }
    return c.html(<ItemListPage {...page} {...found} filter={filter} />)
  }

  /** A process that dies in between leaves what it had not come to waiting, and no half of anything. */
  async function keepRest(c: C): Promise<number> {
    let kept = 0
    while (kept < mostKept) {
      const some = await withReview(c, (trx, review, actor) => keepSomeOfRest(deps, trx, actor, review, keptAtOnce))
      if (!some) break
      kept += some
    }
    return kept
  }

  async function withReview<Result>(
    c: C,
    use: (trx: Trx, review: Review, actor: Actor) => Promise<Result>,
  ): Promise<Result | null> {
    const actor = actorWho(c, deps, 'review-access')
    const id = readId(c.req.param('id'))
    if (!actor || !id) return null
    return inOrganisation(deps.db, actor.acting.organisation.id, async (trx) => {
      const review = await findReview(trx, id)
      return review && use(trx, review, actor)
    })
  }

  async function reviewerOf(trx: Trx, { acting, personId }: Actor): Promise<Reviewer> {
    return { acting, personId, chiefs: await findChiefs(trx, deps.clock.now()) }
  }

  /** Reading about people is an event. */
  function tellViewed(trx: Trx, review: Review, { personId, acting, source }: Actor): Promise<void> {
    return recordEvents(deps, trx, [
      {
        action: 'review.viewed',
        outcome: 'success',
        actor: { kind: 'person', id: personId },
        organisationId: acting.organisation.id,
        object: { kind: 'review', id: review.id },
        source,
      },
    ])
  }
}

/** Of what was shown, what was answered. */
function typedAnswers(form: FormFields): ItemAnswer[] {
  return form.all('vist').flatMap((shown) => {
    const assignmentId = readId(shown)
    const typed = form.get(`rolle-${shown}`)
    const answer = typed === 'keep' || typed === 'remove' ? typed : null
    return assignmentId && answer ? [{ assignmentId, answer }] : []
  })
}

const outcomes = ['kept', 'changed', 'removed', 'restored', 'already', 'gone', 'too-late'] as const

function backTo(c: C, answers: Done): Response {
  const some = outcomes.flatMap((outcome) => (answers[outcome] > 0 ? [[outcome, String(answers[outcome])]] : []))
  return c.redirect(`${reviewPath(c.req.param('id') ?? '')}?${new URLSearchParams(some)}`, 303)
}

/** What the form before came to, as the address says it: numbers only. */
function doneOf(c: C): Done | null {
  const count = (outcome: (typeof outcomes)[number]) => {
    const text = c.req.query(outcome) ?? ''
    return /^\d{1,6}$/.test(text) ? Number(text) : 0
  }
  const answers = {
    kept: count('kept'),
    changed: count('changed'),
    removed: count('removed'),
    restored: count('restored'),
    already: count('already'),
    gone: count('gone'),
    'too-late': count('too-late'),
  }
  return Object.values(answers).some((number) => number > 0) ? answers : null
}
