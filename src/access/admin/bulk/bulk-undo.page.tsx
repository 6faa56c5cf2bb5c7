/** "Fortryd masseændringen?": how much becomes what it was, and what stays since somebody has decided otherwise after. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { adminPaths, bulkPath } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import type { BulkJob } from './bulk-jobs.store.ts'
import { jobName } from './bulk-start.page.tsx'
import { bulkText } from './text.ts'

export type BulkUndoPageProps = {
  readonly frame: AdminFrame
  readonly job: BulkJob
  readonly count: number
  /** The rows that stay, the first of them by name. */
  readonly kept: { readonly count: number; readonly some: readonly { number: number; person: string }[] }
}

export function BulkUndoPage({ frame, job, count, kept }: BulkUndoPageProps) {
  const { language } = frame.shell
  const text = bulkText[language]
  const number = new Intl.NumberFormat(language)
  const more = kept.count - kept.some.length
  return (
    <AdminLayout
      {...frame}
      title={text.undoTitle}
      breadcrumb={[
        { name: text.title, href: adminPaths.bulk },
        { name: jobName(frame.shell, job), href: bulkPath(job.id) },
      ]}
    >
      <form class="seb-form" method="post" action={bulkPath(job.id, 'fortryd')}>
        <div class="seb-callout">
          <h2>{text.consequences}</h2>
          <ul>
            <li>{count > 0 ? fillText(text.undoCount, { count: number.format(count) }) : text.undoNothing}</li>
            {count > 0 && <li>{text.undoLast}</li>}
            {kept.count > 0 && (
              <li>
                {fillText(text.undoKept, { count: number.format(kept.count) })}
                <ul>
                  {kept.some.map((row) => (
                    <li>
                      {text.row} {row.number}: {row.person}
                    </li>
                  ))}
                  {more > 0 && <li>{fillText(text.andMore, { count: number.format(more) })}</li>}
                </ul>
              </li>
            )}
          </ul>
        </div>
        <div class="seb-actions">
          {count > 0 && (
            <button class="button button-primary" type="submit">
              {text.undo}
            </button>
          )}
          <a class="seb-hit" href={bulkPath(job.id)}>
            {text.undoKeep}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}
