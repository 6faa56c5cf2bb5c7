/** "Nye tjenester", for system management: who asks for what, and who has had an answer. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { formatDate } from '../../web/format.ts'
import type { AdminFrame } from '../admin/frame.ts'
import { managedRequestPath } from './new-service-paths.ts'
import type { ServiceRequest } from './service-requests.store.ts'
import { newServiceText } from './text.ts'

export type ManagedRequestsPageProps = {
  readonly frame: AdminFrame
  readonly waiting: readonly ServiceRequest[]
  readonly ended: readonly ServiceRequest[]
}

export function ManagedRequestsPage({ frame, waiting, ended }: ManagedRequestsPageProps) {
  const text = newServiceText[frame.shell.language].managed
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      {waiting.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <Requests frame={frame} title={text.waiting} requests={waiting} />
      )}
      {ended.length > 0 && <Requests frame={frame} title={text.ended} requests={ended} />}
    </AdminLayout>
  )
}

type RequestsProps = {
  readonly frame: AdminFrame
  readonly title: string
  readonly requests: readonly ServiceRequest[]
}

function Requests({ frame, title, requests }: RequestsProps) {
  const { language } = frame.shell
  const text = newServiceText[language]
  return (
    <table class="seb-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.managed.organisation}</th>
          <th scope="col">{text.service}</th>
          <th scope="col">{text.askedAt}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={managedRequestPath(request.id)}>
                {request.organisation}
              </a>
              <small>{request.cvr}</small>
            </th>
            <td data-title={text.service}>
              <span>{language === 'da' ? request.serviceDa : request.serviceEn}</span>
            </td>
            <td data-title={text.askedAt}>
              <span>{formatDate(request.askedAt, language)}</span>
            </td>
            <td data-title={text.state}>
              <span>{text.states[request.state]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
