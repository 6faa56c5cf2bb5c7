/** `/admin/kontrol/ny` and `/admin/kontrol/gentag`: a chief administrator starts a review, now or again and again. */
import { type Context, Hono } from 'hono'
import type { Actor } from '../access/admin/actor.ts'
import type { AdminEnv } from '../access/admin/admin-env.ts'
import { findLimitChoices } from '../access/admin/administrators/administrators.store.ts'
import { readId } from '../access/admin/employees/employee.store.ts'
import { adminFrame } from '../access/admin/frame.ts'
import { writeDay } from '../base/danish-time.ts'
import { rowOfForm } from '../base/ids.ts'
import type { Trx } from '../storage/database.ts'
import { inOrganisation } from '../storage/in-organisation.ts'
import { fillText } from '../web/fill.ts'
import { readForm } from '../web/form.ts'
import type { Language } from '../web/languages.ts'
import { BeginPage } from './begin.page.tsx'
import { beginReview } from './begin-review.ts'
import { RepeatPage, type TypedSchedule } from './repeat.page.tsx'
import { daysAfter } from './review.ts'
import type { ReviewDeps } from './review-deps.ts'
import { actorWho } from './reviewer.ts'
import { reviewPath, reviewPaths } from './reviews-paths.ts'
import { checkSchedule, readTypedSchedule, saveSchedule } from './save-schedule.ts'
import { findSchedule } from './schedule.store.ts'
import { reviewsText } from './text.ts'
import { type BeginMistake, checkTypedReview, readTypedReview, type TypedReview } from './typed-review.ts'

type C = Context<AdminEnv>

export function beginRoutes(deps: ReviewDeps): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get(reviewPaths.start, async (c) => {
    const actor = actorWho(c, deps, 'start-review')
    if (!actor) return deps.notFound(c)
    const choices = await within(actor, (trx) => choicesIn(trx, c.get('language')))
    const typed = suggestedReview(deps.clock.now(), c.get('language'))
    return c.html(
      <BeginPage frame={adminFrame(c, deps)} {...choices} typed={typed} mistakes={[]} formId={deps.ids.uuid()} />,
    )
  })

  routes.post(reviewPaths.start, async (c) => {
    const actor = actorWho(c, deps, 'start-review')
    const form = await readForm(c)
    const formId = readId(form.get('id'))
    if (!actor || !formId) return deps.notFound(c)
    const organisationId = actor.acting.organisation.id
    const id = rowOfForm(formId, organisationId)
    const choices = await within(actor, (trx) => choicesIn(trx, c.get('language')))
    const typed = readTypedReview(form, choices)
    const checked = checkTypedReview(typed, deps.clock.now())
    const mistakes = 'deadline' in checked ? await begin(actor, id, typed, checked) : checked.mistakes
    if (mistakes.length === 0) return c.redirect(reviewPath(id), 303)
    return c.html(<BeginPage frame={adminFrame(c, deps)} {...{ ...choices, typed, mistakes, formId }} />, 422)
  })

  routes.get(reviewPaths.repeat, async (c) => {
    const actor = actorWho(c, deps, 'start-review')
    if (!actor) return deps.notFound(c)
    const schedule = await within(actor, (trx) => findSchedule(trx, actor.acting.organisation.id))
    const typed: TypedSchedule = {
      often: String(schedule.everyMonths ?? 0),
      days: String(schedule.answerDays),
      onlySensitive: schedule.onlySensitive,
      silence: schedule.silence,
    }
    return showRepeat(c, typed, [], 200)
  })

  routes.post(reviewPaths.repeat, async (c) => {
    const actor = actorWho(c, deps, 'start-review')
    if (!actor) return deps.notFound(c)
    const typed = readTypedSchedule(await readForm(c))
    const checked = checkSchedule(typed)
    if ('mistakes' in checked) return showRepeat(c, typed, checked.mistakes, 422)
    await within(actor, (trx) => saveSchedule(deps, trx, actor, checked))
    return c.redirect(`${reviewPaths.repeat}?udfoert=gemt`, 303)
  })

  return routes

  function showRepeat(
    c: C,
    typed: TypedSchedule,
    mistakes: Parameters<typeof RepeatPage>[0]['mistakes'],
    status: 200 | 422,
  ) {
    const saved = c.req.query('udfoert') === 'gemt'
    return c.html(<RepeatPage frame={adminFrame(c, deps)} {...{ typed, mistakes, saved }} />, status)
  }

  async function begin(
    actor: Actor,
    id: string,
    { name, unitId, serviceId, onlySensitive }: TypedReview,
    { deadline, silence }: { deadline: Date; silence: 'suspend' | 'remove' },
  ): Promise<readonly BeginMistake[]> {
    const wanted = {
      id,
      name,
      unitIds: unitId ? [unitId] : null,
      serviceIds: serviceId ? [serviceId] : null,
      onlySensitive,
      deadline,
      silence,
      origin: 'chief',
      batchId: null,
    } as const
    const begun = await within(actor, (trx) => beginReview(deps, trx, actor.acting.organisation.id, actor, wanted))
    return begun === 'nothing' ? ['nothing'] : []
  }

  function within<Result>({ acting }: Actor, use: (trx: Trx) => Promise<Result>): Promise<Result> {
    return inOrganisation(deps.db, acting.organisation.id, use)
  }
}

async function choicesIn(trx: Trx, language: Language) {
  const { units, services } = await findLimitChoices(trx)
  return {
    units,
    services: services.map(({ id, nameDa, nameEn }) => ({ id, name: language === 'da' ? nameDa : nameEn })),
  }
}

const suggestedDays = 30

/** As the form begins: everything, a month to answer, and the milder silence. */
export function suggestedReview(now: Date, language: Language): TypedReview {
  const month = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Copenhagen',
  }).format(now)
  return {
    name: fillText(reviewsText[language].begin.suggested, { month }),
    unitId: null,
    serviceId: null,
    onlySensitive: false,
    deadline: writeDay(daysAfter(now, suggestedDays)),
    silence: 'suspend',
  }
}
