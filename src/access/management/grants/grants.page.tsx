/** "Tjenesteadgange": every service, and how many organisations may use it. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { managementPaths, serviceGrantsPath } from '../management-paths.ts'
import { managementText } from '../text.ts'
import type { ListedService } from './grantable.store.ts'
import { ServiceSearch } from './service-search.tsx'
import { grantsText } from './text.ts'

export type GrantsPageProps = {
  readonly frame: AdminFrame
  readonly query: string
  readonly services: readonly ListedService[]
}

export function GrantsPage({ frame, query, services }: GrantsPageProps) {
  const { language } = frame.shell
  const text = grantsText[language]
  const number = new Intl.NumberFormat(language)
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      <ServiceSearch language={language} action={managementPaths.grants} query={query} />
      {services.length === 0 ? (
        <p>{text.noServices}</p>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{managementText[language].service}</th>
              <th scope="col" class="r">
                {text.organisations}
              </th>
            </tr>
          </thead>
          <tbody>
            {services.map(({ id, nameDa, nameEn, organisations }) => (
              <tr>
                <th scope="row">
                  <a class="seb-name seb-hit" href={serviceGrantsPath(id)}>
                    {language === 'da' ? nameDa : nameEn}
                  </a>
                </th>
                <td data-title={text.organisations} class="r">
                  <span>{number.format(organisations)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AdminLayout>
  )
}
