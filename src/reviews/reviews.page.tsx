/** "Kontrol": the reviews of the organisation, how far each is, and what waits for whoever looks. */

import { lastDay } from '../access/admin/employees/last-day.ts'
import type { AdminFrame } from '../access/admin/frame.ts'
import { AdminLayout } from '../web/admin-layout.tsx'
import { fillText } from '../web/fill.ts'
import { formatDate } from '../web/format.ts'
import type { ListedReview } from './reviews.store.ts'
import { reviewPath, reviewPaths } from './reviews-paths.ts'
import type { Schedule } from './schedule.store.ts'
import { reviewsText } from './text.ts'

export type ReviewsPageProps = {
  readonly frame: AdminFrame
  readonly reviews: readonly ListedReview[]
  readonly mayStart: boolean
  /** Who does not answer gets the reports only. */
  readonly answers: boolean
  readonly schedule: Schedule
}

export function ReviewsPage({ frame, reviews, mayStart, answers, schedule }: ReviewsPageProps) {
  const { language } = frame.shell
  const text = reviewsText[language]
  const number = new Intl.NumberFormat(language)
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      actions={
        mayStart && (
          <a class="button button-primary" href={reviewPaths.start}>
            {text.start}
          </a>
        )
      }
    >
      {reviews.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.deadline}</th>
              <th scope="col">{text.answered}</th>
              {answers && <th scope="col">{text.yours}</th>}
            </tr>
          </thead>
          <tbody>
            {reviews.map(({ id, name, deadline, total, waiting, mine }) => (
              <tr>
                <th scope="row">
                  <a class="seb-name seb-hit" href={answers ? reviewPath(id) : reviewPath(id, 'rapport')}>
                    {name}
                  </a>
                </th>
                <td data-title={text.deadline}>
                  <span class="nowrap">{formatDate(lastDay(deadline), language)}</span>
                </td>
                <td data-title={text.answered}>
                  <span>
                    {fillText(text.ofTotal, { count: number.format(total - waiting), total: number.format(total) })}
                  </span>
                </td>
                {answers && (
                  <td data-title={text.yours}>
                    <span>{mine === 0 ? text.nothingYours : <strong>{number.format(mine)}</strong>}</span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <section class="seb-section" aria-labelledby="gentag">
        <h2 id="gentag">{text.repeat}</h2>
        <p>
          {schedule.everyMonths === null || schedule.nextAt === null
            ? text.repeatsNever
            : fillText(text.repeatsEvery, {
                months: schedule.everyMonths,
                date: formatDate(schedule.nextAt, language),
              })}
        </p>
        {mayStart && (
          <p>
            <a class="seb-hit" href={reviewPaths.repeat}>
              {text.change}
              <span class="sr-only">: {text.repeat}</span>
            </a>
          </p>
        )}
      </section>
    </AdminLayout>
  )
}
