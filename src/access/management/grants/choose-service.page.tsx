/** "Giv en tjeneste": which one? Those that the organisation has already are left out. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { givePath, managementPaths, organisationPath } from '../management-paths.ts'
import { organisationsText } from '../organisations/text.ts'
import type { ListedService } from './grantable.store.ts'
import { ServiceSearch } from './service-search.tsx'
import { grantsText } from './text.ts'

export type ChooseServicePageProps = {
  readonly frame: AdminFrame
  readonly organisation: { readonly id: string; readonly name: string }
  readonly query: string
  readonly services: readonly ListedService[]
}

export function ChooseServicePage({ frame, organisation, query, services }: ChooseServicePageProps) {
  const { language } = frame.shell
  const text = grantsText[language]
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.chooseTitle, { organisation: organisation.name })}
      breadcrumb={[
        { name: organisationsText[language].title, href: managementPaths.organisations },
        { name: organisation.name, href: organisationPath(organisation.id) },
      ]}
    >
      <ServiceSearch language={language} action={givePath(organisation.id)} query={query} />
      {services.length === 0 ? (
        <p>{text.chooseNone}</p>
      ) : (
        <ul class="seb-list plain-list">
          {services.map(({ id, nameDa, nameEn }) => {
            const name = language === 'da' ? nameDa : nameEn
            return (
              <li class="seb-line">
                <p class="strong">{name}</p>
                <a class="button button-secondary" href={givePath(organisation.id, id)}>
                  {text.choose}
                  <span class="sr-only"> {name}</span>
                </a>
              </li>
            )
          })}
        </ul>
      )}
    </AdminLayout>
  )
}
