/** "Hvilken tjeneste har I brug for?": those that the organisation does not have, by part of the name. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import type { AdminFrame } from '../admin/frame.ts'
import { ServiceSearch } from '../management/grants/service-search.tsx'
import { askForServicePath, newServicePaths, ownRequestPath } from './new-service-paths.ts'
import type { AskableService } from './service-requests.store.ts'
import { newServiceText } from './text.ts'

export type ChooseNewServicePageProps = {
  readonly frame: AdminFrame
  readonly query: string
  readonly services: readonly AskableService[]
  /** For whoever must leave it to somebody else. */
  readonly mayAsk: boolean
}

export function ChooseNewServicePage({ frame, query, services, mayAsk }: ChooseNewServicePageProps) {
  const { language } = frame.shell
  const text = newServiceText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.choose.title}
      lead={mayAsk ? text.choose.lead : text.chiefs.notYou}
      breadcrumb={[{ name: text.title, href: newServicePaths.own }]}
    >
      {mayAsk && <ServiceSearch language={language} action={newServicePaths.choose} query={query} />}
      {mayAsk && services.length === 0 && <p>{text.choose.none}</p>}
      {mayAsk && services.length > 0 && (
        <ul class="seb-list plain-list">
          {services.map((service) => {
            const name = language === 'da' ? service.nameDa : service.nameEn
            const description = language === 'da' ? service.descriptionDa : service.descriptionEn
            return (
              <li class="seb-line">
                <p>
                  <span class="strong">{name}</span>
                  {description && <small class="quiet"> {description}</small>}
                </p>
                {service.requestId === null ? (
                  <a class="button button-secondary" href={askForServicePath(service.id)}>
                    {text.choose.pick}
                    <span class="sr-only"> {name}</span>
                  </a>
                ) : (
                  <a class="seb-hit" href={ownRequestPath(service.requestId)}>
                    {text.choose.waits}
                    <span class="sr-only"> {name}</span>
                  </a>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </AdminLayout>
  )
}
