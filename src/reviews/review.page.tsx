/** One review, for whoever answers: what stands out first, each with its reason; the rest confirmed as one; then what was answered. */

import { lastDay } from '../access/admin/employees/last-day.ts'
import type { AdminFrame } from '../access/admin/frame.ts'
import type { Page } from '../storage/keyset.ts'
import { AdminLayout } from '../web/admin-layout.tsx'
import { fillText } from '../web/fill.ts'
import { formatDate } from '../web/format.ts'
import { Pager } from '../web/pager.tsx'
import type { Answers } from './answer-items.ts'
import { ItemTable } from './item-table.tsx'
import type { ItemFilter, ReviewCounts, ReviewItem } from './items.store.ts'
import { RestProgress } from './rest.page.tsx'
import type { Rest } from './rest.store.ts'
import type { Review } from './review.ts'
import { reviewPath, reviewPaths } from './reviews-paths.ts'
import { reviewsText } from './text.ts'

/** Also what was changed on a page of its own. */
export type Done = Answers & { readonly changed: number }

export type ReviewPageProps = {
  readonly frame: AdminFrame
  readonly review: Review
  readonly counts: ReviewCounts
  readonly now: Date
  readonly unusual: readonly ReviewItem[]
  readonly rest: readonly ReviewItem[]
  /** What a number in a data scope is called. */
  readonly units: ReadonlyMap<string, string>
  readonly mayReadReport: boolean
  /** The rest that is being kept, or was; null: nobody has asked. */
  readonly keeping: Pick<Rest, 'wanted' | 'kept' | 'finished'> | null
  /** What just came of what was sent; null: nothing was. */
  readonly done: Done | null
}

export function ReviewPage(props: ReviewPageProps) {
  const { frame, review, counts, now, mayReadReport } = props
  const { language } = frame.shell
  const text = reviewsText[language].page
  const number = new Intl.NumberFormat(language)
  const answered = counts.total - counts.waiting
  const words = fillText(text.progress, { answered: number.format(answered), total: number.format(counts.total) })
  const over = review.removesAt !== null && review.removesAt <= now
  const mine = counts.unusual + counts.rest
  return (
    <AdminLayout
      {...frame}
      title={review.name}
      lead={terms(props)}
      breadcrumb={[{ name: reviewsText[language].title, href: reviewPaths.list }]}
      actions={
        mayReadReport && (
          <a class="button button-secondary" href={reviewPath(review.id, 'rapport')}>
            {text.report}
          </a>
        )
      }
    >
      <WhatWasDone {...props} />
      <p class="strong num">{words}</p>
      <progress class="seb-progress" value={answered} max={Math.max(counts.total, 1)} aria-label={words} />
      {mine === 0 || over ? (
        <div class="seb-empty">
          <p class="strong">{text.allDone}</p>
          <p>{text.allDoneNext}</p>
        </div>
      ) : (
        <ToAnswer {...props} />
      )}
      <div class="seb-section">
        {counts.waiting > mine && (
          <p class="quiet">{fillText(text.waitsOthers, { count: number.format(counts.waiting - mine) })}</p>
        )}
        <p>
          <a class="seb-hit" href={`${reviewPath(review.id)}?vis=besvaret`}>
            {text.showAnswered}
          </a>
        </p>
      </div>
    </AdminLayout>
  )
}

/** Until when, and what silence does. */
function terms({ frame, review, now }: ReviewPageProps): string {
  const { language } = frame.shell
  const text = reviewsText[language].page
  const { deadline, removesAt, silence } = review
  if (removesAt && removesAt <= now) return fillText(text.ended, { date: formatDate(removesAt, language) })
  const first = fillText(deadline <= now ? text.deadlinePassed : text.beforeDeadline, {
    date: formatDate(lastDay(deadline), language),
  })
  if (deadline <= now && silence === 'suspend') return first
  const date = removesAt ? formatDate(removesAt, language) : ''
  return `${first} ${fillText(text.silences[silence], { date })}`
}

function WhatWasDone({ frame, done }: ReviewPageProps) {
  const { language } = frame.shell
  const text = reviewsText[language].page
  if (!done) return null
  const number = new Intl.NumberFormat(language)
  const sentences = (
    ['kept', 'changed', 'removed', 'restored', 'already', 'gone', 'too-late', 'conflict'] as const
  ).flatMap((outcome) => {
    const count = done[outcome]
    if (count === 0) return []
    const { one, many } = text.outcomes[outcome]
    return [count === 1 ? one : fillText(many, { count: number.format(count) })]
  })
  if (sentences.length === 0) return null
  return (
    <div class="seb-callout seb-done" role="status">
      <p class="strong">{sentences.join(' ')}</p>
    </div>
  )
}

function ToAnswer(props: ReviewPageProps) {
  const { frame, review, counts, unusual, rest, keeping } = props
  const underWay = keeping !== null && !keeping.finished
  const offersRest = counts.rest > 0 && !underWay
  const { language } = frame.shell
  const text = reviewsText[language].page
  const number = new Intl.NumberFormat(language)
  const restWords = { count: number.format(counts.rest) }
  return (
    <form method="post" action={reviewPath(review.id)}>
      <section class="seb-section" aria-labelledby="foerst">
        <h2 id="foerst">{text.unusualTitle}</h2>
        {counts.unusual === 0 ? (
          <p class="quiet">{text.unusualNone}</p>
        ) : (
          <>
            {counts.unusual > unusual.length && (
              <p>
                {fillText(text.unusualMore, {
                  shown: number.format(unusual.length),
                  count: number.format(counts.unusual),
                })}
              </p>
            )}
            <ItemTable {...props} items={unusual} kind="unusual" />
            <p class="quiet">{text.removesAtOnce}</p>
          </>
        )}
      </section>
      {underWay && (
        <section class="seb-section" aria-labelledby="beholdes">
          <h2 id="beholdes">{text.restTitle}</h2>
          <RestProgress {...{ frame, review }} rest={keeping} href={reviewPath(review.id, 'resten')} />
        </section>
      )}
      {offersRest && (
        <section class="seb-section" aria-labelledby="resten">
          <h2 id="resten">{text.restTitle}</h2>
          <p>{text.restLead}</p>
          <ItemTable {...props} items={rest} kind="rest" />
          {counts.rest > rest.length && (
            <p>
              <a class="seb-hit" href={`${reviewPath(review.id)}?vis=resten`}>
                {fillText(text.restMore, restWords)}
              </a>
            </p>
          )}
        </section>
      )}
      <div class="seb-actions">
        {offersRest && (
          <button class="button button-primary" type="submit" name="resten" value="behold">
            {fillText(counts.unusual > 0 ? text.saveAndKeepRest : text.keepRest, restWords)}
          </button>
        )}
        {counts.unusual > 0 && (
          <button class={offersRest ? 'button button-secondary' : 'button button-primary'} type="submit">
            {text.save}
          </button>
        )}
      </div>
    </form>
  )
}

export type ItemListPageProps = Omit<ReviewPageProps, 'unusual' | 'rest' | 'counts' | 'keeping' | 'mayReadReport'> & {
  readonly filter: ItemFilter
  readonly items: Page<ReviewItem>
}

/** All that does not stand out, or all that has been answered. */
export function ItemListPage(props: ItemListPageProps) {
  const { frame, review, filter, items } = props
  const { language } = frame.shell
  const text = reviewsText[language]
  const list = `${reviewPath(review.id)}?vis=${filter === 'rest' ? 'resten' : 'besvaret'}`
  return (
    <AdminLayout
      {...frame}
      title={filter === 'rest' ? text.page.allRest : text.page.answeredTitle}
      breadcrumb={[
        { name: text.title, href: reviewPaths.list },
        { name: review.name, href: reviewPath(review.id) },
      ]}
    >
      {items.rows.length === 0 ? (
        <p class="quiet">{filter === 'rest' ? text.page.restNone : text.page.noneAnswered}</p>
      ) : (
        <ItemTable {...props} items={items.rows} kind={filter} />
      )}
      <Pager shell={frame.shell} page={items} list={list} />
    </AdminLayout>
  )
}
