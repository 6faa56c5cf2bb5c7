/** `/admin/noedadgang`: what waits to be judged, the oldest first, and what has been. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import type { Page } from '../../storage/keyset.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDate, formatDateTime } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import { Pager } from '../../web/pager.tsx'
import type { ListedEmergency } from '../emergencies.store.ts'
import { isGoingOn, reviewDue, reviewState } from '../emergency.ts'
import { emergencyPaths, reviewPath } from '../emergency-paths.ts'
import { emergencyText } from '../text.ts'

export type EmergencyListPageProps = {
  readonly frame: AdminFrame
  readonly list: Page<ListedEmergency>
  readonly waiting: boolean
  readonly now: Date
}

export function EmergencyListPage({ frame, list, waiting, now }: EmergencyListPageProps) {
  const text = emergencyText[frame.shell.language].review
  const done = `${emergencyPaths.review}?vis=gennemgaaet`
  const tabs = [
    [text.waiting, emergencyPaths.review, waiting],
    [text.done, done, !waiting],
  ] as const
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      <nav aria-label={text.tabs}>
        <ul class="seb-tabs plain-list">
          {tabs.map(([name, href, current]) => (
            <li>
              <a href={href} {...(current ? { 'aria-current': 'page' } : {})}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.rows.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{waiting ? text.none : text.noneDone}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <Table {...{ frame, list, waiting, now }} />
      )}
      <Pager shell={frame.shell} page={list} list={waiting ? emergencyPaths.review : done} />
    </AdminLayout>
  )
}

function Table({ frame: { shell }, list, now }: EmergencyListPageProps) {
  const { language } = shell
  const text = emergencyText[language].review
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.title}</caption>
      <thead>
        <tr>
          {[text.who, text.what, text.when, text.state].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((emergency) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={reviewPath(emergency.id)}>
                {emergency.person}
              </a>
            </th>
            <td data-title={text.what}>
              <span>
                {emergency.role[language]}
                <small>{emergency.service[language]}</small>
              </span>
            </td>
            <td data-title={text.when}>
              <span>{formatDateTime(emergency.takenAt, language)}</span>
            </td>
            <td data-title={text.state}>
              <State {...{ shell, emergency, now }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function State({ shell, emergency, now }: { shell: AdminFrame['shell']; emergency: ListedEmergency; now: Date }) {
  const { language, assets } = shell
  const text = emergencyText[language]
  const review = reviewState(emergency, now)
  if (emergency.verdict) return <span>{text.own.verdicts[emergency.verdict]}</span>
  const due = fillText(text.review.due, { due: formatDate(reviewDue(emergency), language) })
  return (
    <span>
      {isGoingOn(emergency, now) && (
        <>
          {fillText(text.review.goingOn, { until: formatDateTime(emergency.endsAt, language) })}
          <br />
        </>
      )}
      {review === 'overdue' ? (
        <span class="seb-state seb-state--bad">
          <Icon sprite={assets.icons} name="error" />
          <span>{text.review.overdue}</span>
        </span>
      ) : (
        due
      )}
    </span>
  )
}
