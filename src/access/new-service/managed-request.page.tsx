/** One request for a service, for system management: what was asked for, and the two answers. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import type { AdminFrame } from '../admin/frame.ts'
import { Field, type Wrong } from '../management/fields.tsx'
import type { GrantableService } from '../management/grants/grantable.store.ts'
import { givePath, organisationPath } from '../management/management-paths.ts'
import { managedRequestPath, newServicePaths } from './new-service-paths.ts'
import { AskedFor, sentWords, WrongSummary } from './request-parts.tsx'
import { longestWhy } from './service-request.ts'
import type { ServiceRequest } from './service-requests.store.ts'
import { newServiceText } from './text.ts'

export type ManagedRequestPageProps = {
  readonly frame: AdminFrame
  readonly request: ServiceRequest
  readonly service: GrantableService | null
  readonly answer: string
  readonly wrong: Wrong
}

export function ManagedRequestPage(props: ManagedRequestPageProps) {
  const { frame, request, service, wrong } = props
  const { language } = frame.shell
  const text = newServiceText[language]
  const names = {
    organisation: request.organisation,
    service: language === 'da' ? request.serviceDa : request.serviceEn,
  }
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.request.title, names)}
      lead={sentWords(request, language)}
      breadcrumb={[{ name: text.managed.title, href: newServicePaths.managed }]}
    >
      <WrongSummary title={text.answerMistakes} wrong={wrong} />
      {request.state !== 'waiting' && (
        <section class="seb-callout" aria-labelledby="svaret">
          <h2 id="svaret">
            {text.states[request.state]}
            {request.endedAt && `, ${formatDateTime(request.endedAt, language)}`}
          </h2>
          {request.answer && <p>{request.answer}</p>}
        </section>
      )}
      <AskedFor language={language} request={request} service={service} />
      <p>
        <a class="seb-hit" href={organisationPath(request.organisationId)}>
          {text.managed.organisationLink}
        </a>
      </p>
      {request.state === 'waiting' && <Answer {...props} />}
    </AdminLayout>
  )
}

function Answer({ frame, request, answer, wrong }: ManagedRequestPageProps) {
  const text = newServiceText[frame.shell.language].managed
  if (request.has)
    return (
      <form method="post" action={managedRequestPath(request.id, 'givet')}>
        <p>{text.hasAlready}</p>
        <button class="button button-primary" type="submit">
          {text.close}
        </button>
      </form>
    )
  return (
    <>
      <p>{text.giveHint}</p>
      <p>
        <a class="button button-primary" href={givePath(request.organisationId, request.serviceId)}>
          {text.give}
        </a>
      </p>
      <h2>{text.refuseTitle}</h2>
      <form class="seb-form" method="post" action={managedRequestPath(request.id, 'afvis')}>
        <Field id="begrundelse" label={text.answer} hint={text.answerHint} wrong={wrong}>
          <textarea
            class="form-input"
            id="begrundelse"
            name="begrundelse"
            rows={3}
            maxlength={longestWhy}
            aria-describedby="begrundelse-fejl"
          >
            {answer}
          </textarea>
        </Field>
        <button class="button button-secondary" type="submit">
          {text.refuse}
        </button>
      </form>
    </>
  )
}
