/** "Ændringsønsker": those that wait, oldest first, and those that were answered. */
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import { fillText } from '../../../../web/fill.ts'
import { formatDateTime } from '../../../../web/format.ts'
import type { Language } from '../../../../web/languages.ts'
import type { AdminFrame } from '../../../admin/frame.ts'
import type { ListedRequest } from './change-requests.store.ts'
import { changesText } from './text.ts'

export type RequestsPageProps = {
  readonly frame: AdminFrame
  readonly open: readonly ListedRequest[]
  readonly decided: readonly ListedRequest[]
  /** Where a request is read. */
  readonly address: (id: string) => string
  readonly breadcrumb: readonly { readonly name: string; readonly href: string }[]
  /** Of one service, for its owner. */
  readonly own: boolean
}

export function RequestsPage({ frame, open, decided, address, breadcrumb, own }: RequestsPageProps) {
  const text = changesText[frame.shell.language]
  return (
    <AdminLayout {...frame} title={text.title} lead={own ? text.ownLead : text.lead} breadcrumb={breadcrumb}>
      {open.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.openNone}</p>
          <p>{text.openNoneNext}</p>
        </div>
      ) : (
        <Table {...{ frame, address }} requests={open} title={text.open} />
      )}
      {decided.length > 0 && <Table {...{ frame, address }} requests={decided} title={text.decided} />}
    </AdminLayout>
  )
}

type TableProps = Pick<RequestsPageProps, 'frame' | 'address'> & {
  readonly requests: readonly ListedRequest[]
  readonly title: string
}

function Table({ frame, address, requests, title }: TableProps) {
  const { language } = frame.shell
  const text = changesText[language]
  return (
    <table class="seb-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.service}</th>
          <th scope="col">{text.by}</th>
          <th scope="col">{text.at}</th>
          <th scope="col">{text.answer}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={address(request.id)}>
                {partInWords(request, language)}
              </a>
              <small>{request.reason.length > 160 ? `${request.reason.slice(0, 160)}…` : request.reason}</small>
            </th>
            <td data-title={text.service}>
              <span>{language === 'da' ? request.serviceDa : request.serviceEn}</span>
            </td>
            <td data-title={text.by}>
              <span>{request.requestedBy}</span>
            </td>
            <td data-title={text.at}>
              <span class="nowrap">{formatDateTime(request.requestedAt, language)}</span>
            </td>
            <td data-title={text.answer}>
              <span>{text.statuses[request.status]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `Rollen Henviser` */
export function partInWords(
  { part, roleDa, roleEn }: Pick<ListedRequest, 'part' | 'roleDa' | 'roleEn'>,
  language: Language,
): string {
  return fillText(changesText[language].parts[part], { role: (language === 'da' ? roleDa : roleEn) ?? '' })
}
