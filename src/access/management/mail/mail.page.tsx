/** "Mails, der ikke kom frem": what the mail server would not take, and whether it is tried again. Nobody's address. */
import type { TroubledMail } from '../../../mail/mails.store.ts'
import type { NoticeBook } from '../../../notices/notice-kind.ts'
import { noticeText } from '../../../notices/text.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDateTime } from '../../../web/format.ts'
import { Icon } from '../../../web/icons.tsx'
import type { Language } from '../../../web/languages.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { mailTroubleText } from './text.ts'

export type MailTroublePageProps = {
  readonly frame: AdminFrame
  readonly mails: readonly TroubledMail[]
  /** For the names of what people are told. */
  readonly book: NoticeBook
}

export function MailTroublePage({ frame, mails, book }: MailTroublePageProps) {
  const text = mailTroubleText[frame.shell.language]
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      {mails.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <Table frame={frame} mails={mails} book={book} />
      )}
    </AdminLayout>
  )
}

/** By its own name, else by what it is about. */
function nameOf(kind: string, book: NoticeBook, language: Language): string {
  const kinds: Readonly<Record<string, string>> = mailTroubleText[language].kinds
  const topics: Readonly<Record<string, string>> = noticeText[language].topics
  const topic = book[kind]?.topic
  return kinds[kind] ?? (topic === undefined ? undefined : topics[topic]) ?? kind
}

function Table({ frame: { shell }, mails, book }: MailTroublePageProps) {
  const { language, assets } = shell
  const text = mailTroubleText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.title}</caption>
      <thead>
        <tr>
          {[text.what, text.organisation, text.at, text.state, text.answer].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {mails.map(({ kind, organisation, at, attempts, dueAt, answer }) => (
          <tr>
            <th scope="row">{nameOf(kind, book, language)}</th>
            <td data-title={text.organisation}>
              <span>{organisation ?? text.seb}</span>
            </td>
            <td data-title={text.at}>
              <span>{formatDateTime(at, language)}</span>
            </td>
            <td data-title={text.state}>
              <span class={dueAt ? 'seb-state seb-state--warn' : 'seb-state seb-state--bad'}>
                <Icon sprite={assets.icons} name={dueAt ? 'time' : 'error'} />
                <span>
                  {dueAt
                    ? fillText(text.again, { time: formatDateTime(dueAt, language), attempts })
                    : fillText(text.givenUp, { attempts })}
                </span>
              </span>
            </td>
            <td data-title={text.answer}>
              <span>{answer ?? '–'}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
