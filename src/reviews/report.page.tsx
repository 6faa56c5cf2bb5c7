/** What came of a review, to read, print or take along. */
import { lastDay } from '../access/admin/employees/last-day.ts'
import type { AdminFrame } from '../access/admin/frame.ts'
import { AdminLayout } from '../web/admin-layout.tsx'
import { fillText } from '../web/fill.ts'
import { formatDate, formatDateTime } from '../web/format.ts'
import { formatHours } from '../web/format-weekly-hours.ts'
import type { Language } from '../web/languages.ts'
import { scopeText } from './item-table.tsx'
import type { ReviewItem } from './items.store.ts'
import type { Review } from './review.ts'
import { standingOf } from './review-state.ts'
import { reviewPath, reviewPaths } from './reviews-paths.ts'
import { reviewsText } from './text.ts'

export type ReportPageProps = {
  readonly frame: AdminFrame
  readonly organisation: { readonly cvr: string; readonly name: string }
  readonly review: Review
  readonly items: readonly ReviewItem[]
  readonly units: ReadonlyMap<string, string>
  readonly now: Date
}

/** More make a page that no browser prints; a file has all of them. */
const mostShown = 1000

export function ReportPage(props: ReportPageProps) {
  const { frame, organisation, review, items, now } = props
  const { language } = frame.shell
  const text = reviewsText[language].report
  const number = new Intl.NumberFormat(language)
  const standings = Map.groupBy(items, (item) => standingOf({ ...item, ...review }, now))
  const { decisions } = reviewsText[language].page
  const facts = [
    [text.organisation, `${organisation.name}, CVR ${organisation.cvr}`],
    [text.about, aboutWords(review, language)],
    [text.startedBy, startedByWords(review, language)],
    [text.silence, reviewsText[language].begin.silences[review.silence]],
    [text.result, [...standings].map(([one, all]) => `${decisions[one]}: ${number.format(all.length)}`).join('. ')],
  ] as const
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.title, { name: review.name })}
      lead={fillText(text.lead, {
        started: formatDate(review.startedAt, language),
        deadline: formatDate(lastDay(review.deadline), language),
        now: formatDateTime(now, language),
      })}
      breadcrumb={[{ name: reviewsText[language].title, href: reviewPaths.list }]}
    >
      <section class="seb-panel" aria-label={text.result}>
        <dl class="seb-facts">
          {facts.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div class="seb-section">
        <div class="seb-actions">
          <a class="button button-primary" href={reviewPath(review.id, 'rapport.json')}>
            {text.signed}
          </a>
          <a class="button button-secondary" href={reviewPath(review.id, 'rapport.csv')}>
            {text.csv}
          </a>
        </div>
        <p class="quiet">
          {text.signedHint} {text.printHint}
        </p>
      </div>
      {items.length > mostShown && (
        <p class="strong">
          {fillText(text.showsFirst, { count: number.format(mostShown), total: number.format(items.length) })}
        </p>
      )}
      <table class="seb-table">
        <caption class="sr-only">{text.result}</caption>
        <thead>
          <tr>
            {[text.columns.name, text.columns.role, text.columns.reasons, text.columns.decision].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.slice(0, mostShown).map((item) => {
            const cells = reportCells(props, item)
            return (
              <tr>
                <th scope="row">
                  <span class="seb-name">{cells.name}</span>
                  <small>{cells.unit}</small>
                </th>
                <td data-title={text.columns.role}>
                  <span>
                    {cells.role}
                    <small>{[cells.service, cells.scope].filter(Boolean).join('. ')}</small>
                  </span>
                </td>
                <td data-title={text.columns.reasons}>
                  <span>{cells.reasons || '–'}</span>
                </td>
                <td data-title={text.columns.decision}>
                  <span>
                    {cells.decision}
                    {cells.by && (
                      <small>
                        {cells.by}, {cells.at}
                      </small>
                    )}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </AdminLayout>
  )
}

/** By column, in order. */
export function reportCells(
  {
    frame,
    review,
    units,
    now,
  }: Pick<ReportPageProps, 'review' | 'units' | 'now'> & { frame: { shell: { language: Language } } },
  item: ReviewItem,
) {
  const { language } = frame.shell
  const text = reviewsText[language]
  const da = language === 'da'
  return {
    name: item.name,
    unit: item.unitName ?? text.page.noUnit,
    service: da ? item.serviceDa : item.serviceEn,
    role: da ? item.roleDa : item.roleEn,
    scope: scopeText(item, units),
    until: [
      item.validUntil ? formatDate(lastDay(item.validUntil), language) : '',
      item.hours ? formatHours(item.hours, language) : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
    reasons: item.reasons.map((reason) => text.reasons[reason]).join('. '),
    decision: text.page.decisions[standingOf({ ...item, ...review }, now)],
    by: item.decidedBy ?? '',
    at: item.decidedAt ? formatDateTime(item.decidedAt, language) : '',
  }
}

function aboutWords({ unitIds, serviceIds, onlySensitive }: Review, language: Language): string {
  const text = reviewsText[language].report
  const where = unitIds || serviceIds ? text.part : text.everything
  return onlySensitive ? `${where}. ${text.onlySensitive}` : where
}

function startedByWords({ origin, startedBy }: Review, language: Language): string {
  const text = reviewsText[language].report
  if (origin === 'schedule') return text.bySchedule
  return origin === 'system-management' ? text.bySystemManagement : (startedBy ?? '')
}
