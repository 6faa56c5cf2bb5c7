/** One bulk change: what it will do, how far it is, or what came of it. */
import type { Child } from 'hono/jsx'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { Pager } from '../../../web/pager.tsx'
import { adminPaths, bulkPath, employeePath } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import { type BulkCounts, type BulkJob, type BulkRowShown, type RowFilter, rowFilters } from './bulk-jobs.store.ts'
import { jobName } from './bulk-start.page.tsx'
import { describeChange, describeMistake, type Names } from './describe-row.ts'
import { bulkText } from './text.ts'

export type BulkJobPageProps = {
  readonly frame: AdminFrame
  readonly job: BulkJob
  readonly counts: BulkCounts
  readonly page: {
    readonly rows: readonly BulkRowShown[]
    readonly total: number
    readonly counted: boolean
    readonly from: number | null
    readonly previous: string | null
    readonly next: string | null
  }
  readonly filter: RowFilter | null
  readonly names: Names
  /** Only whoever made it carries it out. */
  readonly mayApply: boolean
}

export function BulkJobPage(props: BulkJobPageProps) {
  const { frame, job } = props
  const text = bulkText[frame.shell.language]
  const breadcrumb = [{ name: text.title, href: adminPaths.bulk }]
  switch (job.state) {
    case 'applying':
    case 'undoing':
      return (
        <AdminLayout
          {...frame}
          title={job.state === 'applying' ? text.applyingTitle : text.undoingTitle}
          breadcrumb={breadcrumb}
        >
          <Progress {...props} />
        </AdminLayout>
      )
    case 'applied':
    case 'undone':
      return (
        <AdminLayout
          {...frame}
          title={job.state === 'applied' ? text.appliedTitle : text.undoneTitle}
          lead={jobName(frame.shell, job)}
          breadcrumb={breadcrumb}
        >
          <Outcome {...props} />
          <Rows {...props} />
        </AdminLayout>
      )
    default:
      return (
        <AdminLayout {...frame} title={text.previewTitle} lead={previewLead(props)} breadcrumb={breadcrumb}>
          <Decide {...props} />
          <Rows {...props} />
        </AdminLayout>
      )
  }
}

function format({ frame }: BulkJobPageProps, count: number): string {
  return new Intl.NumberFormat(frame.shell.language).format(count)
}

function previewLead(props: BulkJobPageProps): string {
  const { frame, job, counts } = props
  const what = jobName(frame.shell, job)
  return fillText(bulkText[frame.shell.language].previewLead, { what, total: format(props, counts.total) })
}

function Decide(props: BulkJobPageProps) {
  const { frame, job, counts, mayApply } = props
  const text = bulkText[frame.shell.language]
  const todo = counts.new + counts.changed
  return (
    <>
      {counts.mistake > 0 && (
        <div class="seb-callout">
          <p class="strong">
            {counts.mistake === 1
              ? text.oneMistake
              : fillText(text.someMistakes, { count: format(props, counts.mistake) })}
          </p>
          <p>{text.someMistakesNext}</p>
          <p>
            <a class="seb-hit" href={bulkPath(job.id, 'fejl.csv')}>
              {text.getMistakes}
            </a>
          </p>
        </div>
      )}
      <form class="seb-form" method="post" action={bulkPath(job.id, 'udfoer')}>
        <div class="seb-actions">
          {todo > 0 && mayApply ? (
            <button class="button button-primary" type="submit">
              {todo === 1 ? text.applyOne : fillText(text.apply, { count: format(props, todo) })}
            </button>
          ) : (
            todo === 0 && <p class="strong">{text.nothingToDo}</p>
          )}
          <a class="seb-hit" href={job.fileName === null ? adminPaths.employees : adminPaths.bulk}>
            {job.fileName === null ? text.choose.cancel : text.sendAgain}
          </a>
        </div>
      </form>
    </>
  )
}

function Progress(props: BulkJobPageProps) {
  const { frame, job, counts } = props
  const text = bulkText[frame.shell.language]
  const undoing = job.state === 'undoing'
  const total = undoing ? counts.done : counts.new + counts.changed
  const done = undoing ? counts.undone + counts.kept : counts.done + counts.left
  const words = fillText(text.progress, { done: format(props, done), total: format(props, total) })
  return (
    <div class="seb-panel" role="status">
      <p class="strong num">{words}</p>
      <progress class="seb-progress" value={done} max={Math.max(total, 1)} aria-label={words} />
      <p>{text.progressNext}</p>
      <a class="seb-hit" href={bulkPath(job.id)}>
        {text.refresh}
      </a>
    </div>
  )
}

function Outcome(props: BulkJobPageProps) {
  const { frame, job, counts } = props
  const text = bulkText[frame.shell.language]
  const undone = job.state === 'undone'
  const left = undone ? counts.kept : counts.left
  const done = undone ? counts.undone : counts.done
  return (
    <>
      <div class="seb-callout seb-done" role="status">
        <p class="strong">{fillText(undone ? text.undone : text.applied, { count: format(props, done) })}</p>
        {left > 0 && <p>{fillText(undone ? text.undoneKept : text.someLeft, { count: format(props, left) })}</p>}
      </div>
      {!undone && counts.done > 0 && (
        <p>
          <a class="button button-secondary" href={bulkPath(job.id, 'fortryd')}>
            {text.undo}
          </a>
        </p>
      )}
    </>
  )
}

function Rows(props: BulkJobPageProps) {
  const { frame, job, counts, page, filter } = props
  const { shell } = frame
  const text = bulkText[shell.language]
  const link = (value: RowFilter | null) => `${bulkPath(job.id)}${value === null ? '' : `?vis=${value}`}`
  const shown: [RowFilter | null, string, number][] = [
    [null, text.all, counts.total],
    ...rowFilters.map((name): [RowFilter, string, number] => [name, text.outcomes[name], counts[name]]),
  ]
  return (
    <section class="seb-section" aria-label={text.rows}>
      <nav aria-label={text.rows}>
        <ul class="seb-actions seb-shown plain-list">
          {shown
            .filter(([name, , count]) => count > 0 || name === null)
            .map(([name, title, count]) => (
              <li>
                <a class="seb-hit" href={link(name)} {...(name === filter ? { 'aria-current': 'true' as const } : {})}>
                  {title} <span class="seb-count">{format(props, count)}</span>
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <table class="seb-table">
        <caption class="sr-only">{filter === null ? text.all : text.outcomes[filter]}</caption>
        <thead>
          <tr>
            <th scope="col" class="r">
              {text.row}
            </th>
            <th scope="col">{text.employee}</th>
            <th scope="col">{text.change}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <Row {...props} row={row} />
          ))}
        </tbody>
      </table>
      <Pager shell={shell} page={page} list={link(filter)} />
    </section>
  )
}

function Row(props: BulkJobPageProps & { row: BulkRowShown }) {
  const { frame, names, row } = props
  const { language } = frame.shell
  const text = bulkText[language]
  const stopped = row.outcome === 'mistake' || row.result === 'left'
  const words: Child = stopped
    ? row.mistake && (
        <strong class="seb-mistake">
          {text.outcomes[row.result === 'left' ? 'left' : 'mistake']}: {describeMistake(row.mistake, language)}
        </strong>
      )
    : row.changes.length === 0
      ? text.becomes.nothing
      : row.changes.map((change) => <p>{describeChange(change, names, language)}</p>)
  return (
    <tr>
      <td data-title={text.row} class="r">
        <span>{row.number}</span>
      </td>
      <th scope="row">
        {row.accountId ? (
          <a class="seb-name seb-hit" href={employeePath(row.accountId)}>
            {row.person}
          </a>
        ) : (
          <span class="seb-name">{row.person}</span>
        )}
        {row.result === 'kept' && <small>{text.outcomes.kept}</small>}
      </th>
      <td data-title={text.change}>
        <span>{words}</span>
      </td>
    </tr>
  )
}
