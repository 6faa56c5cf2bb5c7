/** "Dagens arbejde": what waits and what ends, each with the way to it; warnings above, the latest changes below. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fill } from '../../../web/fill.ts'
import { formatDate, formatDateTime } from '../../../web/format.ts'
import { Icon } from '../../../web/icons.tsx'
import type { FirstEnding } from '../../endings/first-endings.store.ts'
import { endingsText } from '../../endings/text.ts'
import { adminPaths, employeePath, extendRolePath } from '../admin-paths.ts'
import { lastDay } from '../employees/last-day.ts'
import { straightOn } from '../employees/read-query.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import { inviteText } from '../invite/text.ts'
import { administratorGuide, guideParts, guideTasks } from './guide-address.ts'
import { type Change, type Work, workKinds } from './overview.store.ts'
import { overviewText } from './text.ts'

export type OverviewPageProps = {
  readonly frame: AdminFrame
  readonly now: Date
  readonly work: Work
  /** That wait for the one who looks. */
  readonly requests: number
  /** Roles that wait for an answer in periodic control; null: none. */
  readonly review: { readonly count: number; readonly path: string } | null
  readonly changes: readonly Change[]
  /** The roles that end first. */
  readonly endings: readonly FirstEnding[]
  /** Person id → name, for whoever did something. */
  readonly names: ReadonlyMap<string, string>
  /** The person who looks. */
  readonly ownPersonId: string
  /** How many chief administrators have logged in lately, where that is too few. */
  readonly fewChiefs: number | null
  readonly mayAppoint: boolean
  readonly mayCreate: boolean
}

export function OverviewPage(props: OverviewPageProps) {
  const { frame, now, mayCreate } = props
  const { language } = frame.shell
  const text = overviewText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={formatDate(now, language)}
      actions={
        mayCreate && (
          <a class="button button-primary" href={adminPaths.createEmployee}>
            {inviteText[language].create}
          </a>
        )
      }
    >
      <FewChiefs {...props} />
      <FindEmployee {...props} />
      <section aria-labelledby="venter">
        <h2 id="venter">{text.waits}</h2>
        <Waiting {...props} />
      </section>
      {props.endings.length > 0 && (
        <section class="seb-section" aria-labelledby="slutter">
          <h2 id="slutter">{text.endings}</h2>
          <Endings {...props} />
        </section>
      )}
      <section class="seb-section" aria-labelledby="saadan">
        <h2 id="saadan">{text.howTo.title}</h2>
        <ul class="plain-list seb-list">
          {guideTasks.map((task) => (
            <li>
              <a class="seb-hit" href={`${administratorGuide}#${guideParts[task]}`}>
                {text.howTo.tasks[task]}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section class="seb-section" aria-labelledby="sket">
        <h2 id="sket">{text.lately}</h2>
        <Lately {...props} />
      </section>
    </AdminLayout>
  )
}

function FewChiefs({ frame: { shell }, fewChiefs, mayAppoint }: OverviewPageProps) {
  const text = overviewText[shell.language].fewChiefs
  if (fewChiefs === null) return null
  return (
    <section class="seb-callout seb-callout--warn" aria-labelledby="for-faa">
      <Icon sprite={shell.assets.icons} name="warning" />
      <h2 id="for-faa">{fewChiefs === 0 ? text.none : text.one}</h2>
      <p>
        {text.effect} {mayAppoint && <a href={adminPaths.appoint}>{text.appoint}</a>}
      </p>
    </section>
  )
}

/** Leads to the one who is found, and to the list where there are several. */
function FindEmployee({ frame }: OverviewPageProps) {
  const text = overviewText[frame.shell.language]
  return (
    <form class="seb-seek" method="get" action={adminPaths.employees}>
      <input type="hidden" name={straightOn} value="1" />
      <div>
        <label class="form-label" for="soeg">
          {text.find}
        </label>
        <input class="form-input" type="search" id="soeg" name="soeg" required />
      </div>
      <button class="button button-secondary" type="submit">
        {text.findNow}
      </button>
    </form>
  )
}

function Waiting({ frame, work, requests, review }: OverviewPageProps) {
  const { language } = frame.shell
  const text = overviewText[language]
  const some = workKinds.filter((kind) => work[kind] > 0)
  if (some.length === 0 && requests === 0 && !review)
    return (
      <div class="seb-empty">
        <p class="strong">{text.nothing}</p>
        <p>{text.nothingNext}</p>
      </div>
    )
  const number = new Intl.NumberFormat(language)
  return (
    <ul class="plain-list seb-list seb-work">
      {requests > 0 && (
        <li>
          <a class="seb-work__item" href={`${adminPaths.requests}?mine=1`}>
            <strong>{number.format(requests)}</strong>
            <span>{requests === 1 ? text.requests.one : text.requests.many}</span>
          </a>
        </li>
      )}
      {review && (
        <li>
          <a class="seb-work__item" href={review.path}>
            <strong>{number.format(review.count)}</strong>
            <span>{review.count === 1 ? text.review.one : text.review.many}</span>
          </a>
        </li>
      )}
      {some.map((kind) => (
        <li>
          <a class="seb-work__item" href={`${adminPaths.employees}?status=${kind}`}>
            <strong>{number.format(work[kind])}</strong>
            <span>{work[kind] === 1 ? text.work[kind].one : text.work[kind].many}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Endings({ frame, endings }: OverviewPageProps) {
  const { language } = frame.shell
  const text = overviewText[language]
  return (
    <ul class="seb-list plain-list">
      {endings.map(({ accountId, roleId, assignmentId, person, role, service, until }) => (
        <li class="seb-line">
          <p>
            {fill(text.ending, {
              person: <a href={employeePath(accountId)}>{person}</a>,
              role: role[language],
              service: service[language],
              date: formatDate(lastDay(until), language),
            })}
          </p>
          <a class="button button-secondary" href={extendRolePath(accountId, roleId, assignmentId)}>
            {endingsText[language].extendRole}
            <span class="sr-only">
              : {person}, {role[language]}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Lately({ frame, changes, names, ownPersonId }: OverviewPageProps) {
  const { language } = frame.shell
  const text = overviewText[language]
  if (changes.length === 0) return <p class="quiet">{text.noChanges}</p>
  return (
    <ol class="seb-time plain-list">
      {changes.map(({ at, action, actorId, accountId, person, role }) => (
        <li>
          <time datetime={at.toISOString()}>{formatDateTime(at, language)}</time>
          <span>
            {fill(text.changes[action], {
              actor: <strong>{actorId === ownPersonId ? text.you : nameOf(names, actorId, language)}</strong>,
              person: <a href={employeePath(accountId)}>{person}</a>,
              role: role ? (language === 'da' ? role.nameDa : role.nameEn) : text.someRole,
            })}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** An operator, or somebody whom this organisation does not know. */
function nameOf(names: ReadonlyMap<string, string>, id: string | null, language: 'da' | 'en'): string {
  return names.get(id ?? '') ?? employeesText[language].operator
}
