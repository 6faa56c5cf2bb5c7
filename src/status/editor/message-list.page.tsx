/** `/desk/drift`: drafts, what goes on and is to come, what is over; and where a message is begun. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import type { ProviderLogIns } from '../measured/log-ins.store.ts'
import { ProviderFigures } from '../measured/provider-figures.tsx'
import { phaseOf, type StatusMessage } from '../message.ts'
import { SignOf } from '../sign.tsx'
import { signOfMessage } from '../status-words.ts'
import { updateDue } from '../update-due.ts'
import { editMessagePath, editorPaths } from './editor-paths.ts'
import { editorText } from './text.ts'

export type MessageListPageProps = {
  readonly frame: AdminFrame
  readonly messages: readonly StatusMessage[]
  readonly seen: readonly ProviderLogIns[]
  readonly now: Date
  /** What has just been done. */
  readonly done: string | null
}

export function MessageListPage({ frame, messages, seen, now, done }: MessageListPageProps) {
  const { language } = frame.shell
  const text = editorText[language]
  const isDraft = ({ state }: StatusMessage) => state === 'draft'
  const isOver = (message: StatusMessage) => !isDraft(message) && phaseOf(message, now) === 'over'
  const begin = [
    [text.writeIncident, 'incident'],
    [text.writeWindow, 'window'],
    [text.writeNotice, 'notice'],
  ] as const
  const groups = [
    { title: text.drafts, rows: messages.filter(isDraft) },
    { title: text.current, rows: messages.filter((message) => !isDraft(message) && !isOver(message)) },
    { title: text.past, rows: messages.filter(isOver) },
  ]
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p>{done}</p>
        </div>
      )}
      <h2>{text.write}</h2>
      <p class="seb-actions">
        {begin.map(([name, template]) => (
          <a class="button button-secondary" href={`${editorPaths.new}?slags=${template}`}>
            {name}
          </a>
        ))}
      </p>
      {messages.length === 0 && (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      )}
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <section class="seb-section">
            <h2>{title}</h2>
            <Table {...{ frame, title, rows, now }} />
          </section>
        ))}
      <ProviderFigures language={language} seen={seen} />
    </AdminLayout>
  )
}

type TableProps = Pick<MessageListPageProps, 'frame' | 'now'> & { title: string; rows: readonly StatusMessage[] }

function Table({ frame: { shell }, title, rows, now }: TableProps) {
  const { language } = shell
  const text = editorText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{title}</caption>
      <thead>
        <tr>
          {[text.message, text.state, text.updated, text.due].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((message) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={editMessagePath(message.id)}>
                {message.title[language]}
              </a>
              {message.measuredPart && <small>{text.measured}</small>}
            </th>
            <td data-title={text.state}>
              {message.state === 'draft' ? (
                <span>{text.draft}</span>
              ) : (
                <SignOf shell={shell} sign={signOfMessage(message, now, language)} />
              )}
            </td>
            <td data-title={text.updated}>
              <span>{formatDateTime(message.updatedAt, language)}</span>
            </td>
            <td data-title={text.due}>
              <span>{dueOf(message, now, language)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function dueOf(message: StatusMessage, now: Date, language: 'da' | 'en'): string {
  const due = updateDue(message, now)
  if (!due) return '–'
  const text = editorText[language]
  return fillText(due < now ? text.overdue : text.dueBy, { time: formatDateTime(due, language) })
}
