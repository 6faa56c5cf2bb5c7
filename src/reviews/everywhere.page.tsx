/** `/forvaltning/kontrol`: the reviews that system management has asked many organisations for, and how many have begun. */
import type { AdminFrame } from '../access/admin/frame.ts'
import { AdminLayout } from '../web/admin-layout.tsx'
import { fillText } from '../web/fill.ts'
import { formatDate } from '../web/format.ts'
import type { AskedEverywhere } from './everywhere.store.ts'
import { reviewPaths } from './reviews-paths.ts'
import { reviewsText } from './text.ts'

export type EverywherePageProps = {
  readonly frame: AdminFrame
  readonly asked: readonly AskedEverywhere[]
}

export function EverywherePage({ frame, asked }: EverywherePageProps) {
  const text = reviewsText[frame.shell.language].everywhere
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      actions={
        <a class="button button-primary" href={reviewPaths.startEverywhere}>
          {reviewsText[frame.shell.language].start}
        </a>
      }
    >
      {asked.length === 0 ? (
        <div class="seb-empty">
          <p>{text.noneAsked}</p>
        </div>
      ) : (
        <Asked {...{ frame, asked }} />
      )}
    </AdminLayout>
  )
}

function Asked({ frame, asked }: EverywherePageProps) {
  const { language } = frame.shell
  const { everywhere: text, begin } = reviewsText[language]
  const number = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB')
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.earlier}</caption>
      <thead>
        <tr>
          {[text.title, begin.deadline, text.organisations].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {asked.map(({ name, deadline, begun, nothing, total }) => (
          <tr>
            <th scope="row">
              <span class="seb-name">{name}</span>
            </th>
            <td data-title={begin.deadline}>
              <span>{formatDate(new Date(deadline.getTime() - 1), language)}</span>
            </td>
            <td data-title={text.organisations}>
              <span>
                {fillText(text.progress, { begun: number.format(begun), total: number.format(total) })}
                {begun < total && (
                  <progress
                    class="seb-progress"
                    value={begun}
                    max={total}
                    aria-label={`${text.organisations}: ${name}`}
                  />
                )}
                {nothing > 0 && <small>{fillText(text.nothing, { count: number.format(nothing) })}</small>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
