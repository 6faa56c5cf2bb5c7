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
import { answerItems, type ItemAnswer } from './answer-items.ts'
import { beginRoutes } from './begin.routes.tsx'
import { everywhereRoutes } from './everywhere.routes.tsx'
import { findChiefs } from './freeze.store.ts'
import { findToAnswer, listItems, type Reviewer } from './items.store.ts'
import { keepRest } from './keep-rest.ts'
import { reportRoutes } from './report.routes.tsx'
import { RestPage } from './rest.page.tsx'
import { findRest } from './rest.store.ts'
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
      const toAnswer = await findToAnswer(trx, review.id, reviewer)
      await tellViewed(trx, review, actor)
      return {
        review,
        ...toAnswer,
        keeping: await findRest(trx, review.id, actor),
        units: await unitNames(trx, [...toAnswer.unusual, ...toAnswer.rest]),
      }
    })
    if (!found) return deps.notFound(c)
    const page = { frame: adminFrame(c, deps), now: deps.clock.now(), done: doneOf(c) }
    return c.html(<ReviewPage {...page} {...found} mayReadReport={readerWho(c, deps) !== null} />)
  })

  routes.post(reviewPath(':id'), async (c) => {
    const form = await readForm(c)
    const typed = typedAnswers(form)
    const done = await withReview(c, async (trx, review, actor) => {
      const answers = await answerItems(deps, trx, actor, review, typed)
      if (form.get('resten') !== 'behold') return { answers, more: false }
      const { kept, more } = await keepRest(deps, trx, actor, review)
      // What was kept of many is told when all of it has been.
      return { answers: { ...answers, kept: answers.kept + (more ? 0 : kept) }, more }
    })
    return done ? backTo(c, { ...done.answers, changed: 0 }, done.more ? 'resten' : undefined) : deps.notFound(c)
  })

  routes.get(reviewPath(':id', 'resten'), async (c) => {
    const found = await withReview(c, async (trx, review, actor) => ({
      review,
      rest: await findRest(trx, review.id, actor),
    }))
    if (!found) return deps.notFound(c)
    const { review, rest } = found
    const answers = doneOf(c) ?? nothingDone
    if (!rest || rest.finished) return backTo(c, { ...answers, kept: answers.kept + (rest?.kept ?? 0) })
    // Without scripts a page that waits asks again by itself.
    c.header('Refresh', '2')
    return c.html(<RestPage frame={adminFrame(c, deps)} review={review} rest={rest} />)
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

const outcomes = ['kept', 'changed', 'removed', 'restored', 'already', 'gone', 'too-late', 'conflict'] as const

function backTo(c: C, answers: Done, part?: 'resten'): Response {
  const some = outcomes.flatMap((outcome) => (answers[outcome] > 0 ? [[outcome, String(answers[outcome])]] : []))
  return c.redirect(`${reviewPath(c.req.param('id') ?? '', part)}?${new URLSearchParams(some)}`, 303)
}

const nothingDone: Done = {
  kept: 0,
  changed: 0,
  removed: 0,
  restored: 0,
  already: 0,
  gone: 0,
  'too-late': 0,
  conflict: 0,
}

/** What the form before came to, as the address says it: numbers only. */
function doneOf(c: C): Done | null {
  const answers = { ...nothingDone }
  for (const outcome of outcomes) {
    const text = c.req.query(outcome) ?? ''
    if (/^\d{1,6}$/.test(text)) answers[outcome] = Number(text)
  }
  return Object.values(answers).some((number) => number > 0) ? answers : null
}
