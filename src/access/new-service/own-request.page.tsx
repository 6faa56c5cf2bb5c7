/** One request for a service, for the organisation that sent it: what was asked for, and the answer. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import { adminPaths } from '../admin/admin-paths.ts'
import type { AdminFrame } from '../admin/frame.ts'
import type { GrantableService } from '../management/grants/grantable.store.ts'
import { askForServicePath, newServicePaths, ownRequestPath } from './new-service-paths.ts'
import { AskedFor, sentWords } from './request-parts.tsx'
import type { ServiceRequest } from './service-requests.store.ts'
import { newServiceText } from './text.ts'

export type OwnRequestPageProps = {
  readonly frame: AdminFrame
  readonly request: ServiceRequest
  readonly service: GrantableService | null
  readonly mayAsk: boolean
  readonly givesRoles: boolean
}

export function OwnRequestPage(props: OwnRequestPageProps) {
  const { frame, request, service, mayAsk } = props
  const { language } = frame.shell
  const text = newServiceText[language]
  const name = language === 'da' ? request.serviceDa : request.serviceEn
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.request.ownTitle, { service: name })}
      lead={sentWords(request, language)}
      breadcrumb={[{ name: text.title, href: newServicePaths.own }]}
    >
      <Answer {...props} />
      <AskedFor language={language} request={request} service={service} />
      {request.state === 'waiting' && mayAsk && (
        <form method="post" action={ownRequestPath(request.id, 'traek-tilbage')}>
          <button class="button button-secondary" type="submit">
            {text.request.withdraw}
          </button>
        </form>
      )}
    </AdminLayout>
  )
}

function Answer({ frame, request, mayAsk, givesRoles }: OwnRequestPageProps) {
  const { language } = frame.shell
  const text = newServiceText[language].request
  const at = request.endedAt ? formatDateTime(request.endedAt, language) : ''
  const service = language === 'da' ? request.serviceDa : request.serviceEn
  if (request.state === 'waiting') return <p>{text.waits}</p>
  if (request.state === 'withdrawn') return <p>{fillText(text.withdrawn, { at })}</p>
  if (request.state === 'refused')
    return (
      <section class="seb-callout" aria-labelledby="svaret">
        <h2 id="svaret">{fillText(text.refused, { at })}</h2>
        <p>{request.answer}</p>
        {mayAsk && (
          <p>
            <a class="seb-hit" href={askForServicePath(request.serviceId)}>
              {text.again}
            </a>
          </p>
        )}
      </section>
    )
  return (
    <section class="seb-callout" aria-labelledby="svaret">
      <h2 id="svaret">{newServiceText[language].states.granted}</h2>
      <p>{fillText(text.granted, { service, at })}</p>
      {givesRoles && (
        <p>
          <a class="button button-primary" href={`${adminPaths.roles}#tjeneste-${request.serviceId}`}>
            {text.giveRoles}
          </a>
        </p>
      )}
    </section>
  )
}
