/** "Mine anmodninger": what one has asked for and how far it is, the newest first. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDate } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import { askPaths, requestPath } from '../request-paths.ts'
import { stateNow } from '../request-state.ts'
import type { MyRequest } from './my-requests.store.ts'
import { mineText } from './text.ts'

export type MyRequestsPageProps = {
  readonly frame: AdminFrame
  readonly requests: readonly MyRequest[]
  readonly me: string
  readonly now: Date
}

export function MyRequestsPage({ frame, requests, me, now }: MyRequestsPageProps) {
  const { language } = frame.shell
  const text = mineText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      actions={
        <a class="button button-primary" href={askPaths.start}>
          {text.ask}
        </a>
      }
    >
      {requests.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.emptyTitle}</p>
          <p>{text.empty}</p>
        </div>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.sent}</th>
              <th scope="col">{text.state}</th>
            </tr>
          </thead>
          <tbody>
            {requests.map((request) => (
              <tr>
                <th scope="row">
                  <a class="seb-name seb-hit" href={requestPath(request.id)}>
                    {requestName(request, language)}
                  </a>
                  <small>
                    {[
                      text.kinds[request.kind],
                      request.organisation.name,
                      ...(request.personId === me ? [] : [fillText(text.forPerson, { person: request.person })]),
                    ].join(' · ')}
                  </small>
                </th>
                <td data-title={text.sent}>
                  <span class="nowrap">{formatDate(request.submittedAt, language)}</span>
                </td>
                <td data-title={text.state}>
                  <span>{text.states[stateNow(request, now)]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AdminLayout>
  )
}

/** `Læge, Fælles Medicinkort`. */
export function requestName({ role, service, organisation }: MyRequest, language: Language): string {
  const danish = language === 'da'
  const parts = [role, service].flatMap((named) => (named ? [danish ? named.nameDa : named.nameEn] : []))
  return parts.length > 0
    ? parts.join(', ')
    : fillText(mineText[language].onlyAccount, { organisation: organisation.name })
}
