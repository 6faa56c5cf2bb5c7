/** "Mails, der ikke kom frem": what the mail server would not take, and whether it is tried again. Nobody's address. */
import type { TroubledMail } from '../../../mail/mails.store.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDateTime } from '../../../web/format.ts'
import { Icon } from '../../../web/icons.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { mailTroubleText } from './text.ts'

export type MailTroublePageProps = {
  readonly frame: AdminFrame
  readonly mails: readonly TroubledMail[]
}

export function MailTroublePage({ frame, mails }: MailTroublePageProps) {
  const text = mailTroubleText[frame.shell.language]
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      {mails.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <Table frame={frame} mails={mails} />
      )}
    </AdminLayout>
  )
}

function Table({ frame: { shell }, mails }: MailTroublePageProps) {
  const { language, assets } = shell
  const text = mailTroubleText[language]
  const kinds: Readonly<Record<string, string>> = text.kinds
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
            <th scope="row">{kinds[kind] ?? kind}</th>
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
