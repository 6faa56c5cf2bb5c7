/** Who has a service, by kind of organisation, and the way to give it to a kind or take it back. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { kindGrantPath, managementPaths } from '../management-paths.ts'
import { type OrganisationKind, organisationKinds } from '../organisations/organisation.store.ts'
import { managementText } from '../text.ts'
import type { KindCount } from './grantable.store.ts'
import { kindWords } from './kind-words.ts'
import { grantsText } from './text.ts'

export type ServiceGrantsPageProps = {
  readonly frame: AdminFrame
  readonly service: { readonly id: string; readonly nameDa: string; readonly nameEn: string }
  readonly kinds: readonly KindCount[]
  readonly done: 'givet' | 'taget' | null
}

export function ServiceGrantsPage({ frame, service, kinds, done }: ServiceGrantsPageProps) {
  const { language } = frame.shell
  const text = grantsText[language]
  const shared = managementText[language]
  const number = new Intl.NumberFormat(language)
  const countOf = (kind: OrganisationKind) => kinds.find((one) => one.kind === kind) ?? { active: 0, withAccess: 0 }
  return (
    <AdminLayout
      {...frame}
      title={language === 'da' ? service.nameDa : service.nameEn}
      lead={text.kindLead}
      breadcrumb={[{ name: text.title, href: managementPaths.grants }]}
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p>{text.done[done]}</p>
        </div>
      )}
      <table class="seb-table">
        <caption class="sr-only">{text.organisations}</caption>
        <thead>
          <tr>
            <th scope="col">{shared.kind}</th>
            <th scope="col" class="r">
              {text.activeOfKind}
            </th>
            <th scope="col" class="r">
              {text.withAccess}
            </th>
            <th scope="col">
              <span class="sr-only">{text.give}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {organisationKinds.map((kind) => {
            const { active, withAccess } = countOf(kind)
            const name = shared.kinds[kind]
            return (
              <tr>
                <th scope="row">{name}</th>
                <td data-title={text.activeOfKind} class="r">
                  <span>{number.format(active)}</span>
                </td>
                <td data-title={text.withAccess} class="r">
                  <span>{number.format(withAccess)}</span>
                </td>
                <td>
                  <span class="seb-actions">
                    {active > 0 && (
                      <a
                        class="seb-hit"
                        href={kindGrantPath(service.id, kindWords[kind], 'giv')}
                        aria-label={fillText(text.giveTo, { kind: name })}
                      >
                        {text.give}
                      </a>
                    )}
                    {withAccess > 0 && (
                      <a
                        class="seb-hit"
                        href={kindGrantPath(service.id, kindWords[kind], 'tag-tilbage')}
                        aria-label={fillText(text.takeBackFrom, { kind: name })}
                      >
                        {text.takeBack}
                      </a>
                    )}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </AdminLayout>
  )
}
