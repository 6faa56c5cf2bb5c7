/** "Beskeder": what SEB has told somebody, the newest first, with the way to where it is acted on. */
import { noticePath, noticePaths, topicPath } from '../../../notices/notice-paths.ts'
import type { Subject } from '../../../notices/notices.store.ts'
import { noticeText } from '../../../notices/text.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDateTime } from '../../../web/format.ts'
import { Pager, type PagerProps } from '../../../web/pager.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { myNoticesText } from './text.ts'

export interface ShownNotice {
  id: string
  subject: string
  body: string
  /** Null: there is nowhere to go. */
  link: string | null
  organisation: string | null
  createdAt: Date
  readAt: Date | null
}

export type NoticesPageProps = {
  readonly frame: AdminFrame
  readonly page: Omit<PagerProps['page'], 'rows'> & { readonly rows: readonly ShownNotice[] }
  /** The newest that has not been read, on this page; null: there is none. */
  readonly unreadUpTo: string | null
  /** Only what is about this is shown; null: everything. */
  readonly subject: Subject | null
}

export function NoticesPage({ frame, page, unreadUpTo, subject }: NoticesPageProps) {
  const { language } = frame.shell
  const text = myNoticesText[language]
  const topics: Readonly<Record<string, string>> = noticeText[language].topics
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      actions={
        <>
          {unreadUpTo && subject === null && (
            <form method="post" action={noticePaths.list}>
              <button class="button button-secondary" type="submit" name="til" value={unreadUpTo}>
                {text.allRead}
              </button>
            </form>
          )}
          <a class="button button-secondary" href={noticePaths.settings}>
            {text.settings}
          </a>
        </>
      }
    >
      {subject && (
        <p>
          {fillText(text.only, { topic: topics[subject.topic] ?? subject.topic })}{' '}
          <a href={noticePaths.list}>{text.all}</a>
        </p>
      )}
      {page.rows.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <ul class="seb-list plain-list">
          {page.rows.map((notice) => (
            <Row frame={frame} notice={notice} />
          ))}
        </ul>
      )}
      <Pager
        shell={frame.shell}
        page={page}
        list={subject ? topicPath(subject.audience, subject.topic) : noticePaths.list}
      />
    </AdminLayout>
  )
}

function Row({ frame: { shell }, notice }: { frame: AdminFrame; notice: ShownNotice }) {
  const { language } = shell
  const text = myNoticesText[language]
  const { id, subject, body, link, organisation, createdAt, readAt } = notice
  return (
    <li class="seb-told" id={id}>
      <h2>
        {subject} {readAt === null && <span class="seb-badge">{text.fresh}</span>}
      </h2>
      <p class="seb-told__say">{body}</p>
      <p class="quiet seb-told__say">
        <time datetime={createdAt.toISOString()}>{formatDateTime(createdAt, language)}</time>
        {organisation && `, ${organisation}`}
        {readAt && `. ${fillText(text.read, { time: formatDateTime(readAt, language) })}`}
      </p>
      <div class="seb-actions">
        {link !== null && (
          <a class="seb-hit" href={noticePath(id)}>
            {link}
            <span class="sr-only">{fillText(text.markReadWhat, { subject })}</span>
          </a>
        )}
        {readAt === null && (
          <form method="post" action={noticePaths.list}>
            <button class="seb-textbutton" type="submit" name="besked" value={id}>
              {text.markRead}
              <span class="sr-only">{fillText(text.markReadWhat, { subject })}</span>
            </button>
          </form>
        )}
      </div>
    </li>
  )
}
