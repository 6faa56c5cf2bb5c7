/** "Roller": what the organisation may hand out, by service, in plain words, and how many have each. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { Icon } from '../../../web/icons.tsx'
import { adminPaths, rolePath } from '../admin-paths.ts'
import type { AssignableRole } from '../assign/assignable-roles.store.ts'
import { assignText } from '../assign/text.ts'
import type { AdminFrame } from '../frame.ts'
import { rolesText } from './text.ts'

export type RolesPageProps = {
  readonly frame: AdminFrame
  readonly roles: readonly AssignableRole[]
  readonly holders: ReadonlyMap<string, number>
}

export function RolesPage({ frame, roles, holders }: RolesPageProps) {
  const { language } = frame.shell
  const text = rolesText[language]
  const byService = Map.groupBy(roles, ({ service }) => (language === 'da' ? service.nameDa : service.nameEn))
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      actions={
        <a class="button button-secondary" href={adminPaths.bundles}>
          {text.bundles}
        </a>
      }
    >
      {roles.length === 0 && (
        <div class="seb-empty">
          <p class="strong">{assignText[language].noRoles}</p>
          <p>{assignText[language].noRolesNext}</p>
        </div>
      )}
      {[...byService].map(([service, some]) => (
        <table class="seb-table" id={`tjeneste-${some[0]?.service.id}`}>
          <caption>{service}</caption>
          <thead>
            <tr>
              <th scope="col">{text.role}</th>
              <th scope="col" class="r">
                {text.holders}
              </th>
            </tr>
          </thead>
          <tbody>
            {some.map((assignable) => (
              <Row frame={frame} assignable={assignable} count={holders.get(assignable.role.id) ?? 0} />
            ))}
          </tbody>
        </table>
      ))}
    </AdminLayout>
  )
}

function Row({ frame, assignable: { role }, count }: { frame: AdminFrame; assignable: AssignableRole; count: number }) {
  const { language, assets } = frame.shell
  const text = rolesText[language]
  const description = language === 'da' ? role.descriptionDa : role.descriptionEn
  return (
    <tr>
      <th scope="row">
        <a class="seb-name seb-hit" href={rolePath(role.id)}>
          {language === 'da' ? role.nameDa : role.nameEn}
        </a>
        {description && <small>{description}</small>}
        {role.sensitive && (
          <small class="seb-state seb-state--warn">
            <Icon sprite={assets.icons} name="warning" />
            <span>{text.sensitive}</span>
          </small>
        )}
      </th>
      <td data-title={text.holders} class="r">
        <span>{new Intl.NumberFormat(language).format(count)}</span>
      </td>
    </tr>
  )
}
