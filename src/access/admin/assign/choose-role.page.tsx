/** "Tildel rolle", first: the roles that may be handed out, by service, one click each. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { Icon } from '../../../web/icons.tsx'
import { adminPaths, assignPath, employeePath, givenBundlePath } from '../admin-paths.ts'
import type { Bundle } from '../bundles/bundle.ts'
import { roleName } from '../bundles/part-words.ts'
import { bundlesText } from '../bundles/text.ts'
import type { Employee } from '../employees/employee.store.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import type { AssignableRole } from './assignable-roles.store.ts'
import { assignText } from './text.ts'

export type ChooseRolePageProps = {
  readonly frame: AdminFrame
  readonly employee: Employee
  readonly roles: readonly AssignableRole[]
  /** Those whose roles can all be given. */
  readonly bundles: readonly Bundle[]
}

export function ChooseRolePage({ frame, employee, roles, bundles }: ChooseRolePageProps) {
  const { language, assets } = frame.shell
  const text = assignText[language]
  const { id } = employee.account
  const byService = Map.groupBy(roles, ({ service }) => (language === 'da' ? service.nameDa : service.nameEn))
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.choose.title, { name: employee.name })}
      lead={text.choose.lead}
      breadcrumb={[
        { name: employeesText[language].title, href: adminPaths.employees },
        { name: employee.name, href: employeePath(id) },
      ]}
    >
      {roles.length === 0 && (
        <div class="seb-empty">
          <p class="strong">{text.noRoles}</p>
          <p>{text.noRolesNext}</p>
        </div>
      )}
      {bundles.length > 0 && (
        <section class="seb-block">
          <h2>{bundlesText[language].chooseTitle}</h2>
          <ul class="seb-or plain-list">
            {bundles.map((bundle) => (
              <li>
                <a class="seb-way" href={givenBundlePath(id, bundle.id)}>
                  <span>
                    <b>{bundle.name}</b>
                    <small>
                      {bundle.description || bundle.parts.map(({ role }) => roleName(role, language)).join(', ')}
                    </small>
                  </span>
                  <Icon sprite={assets.icons} name="chevron-right" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {[...byService].map(([service, some]) => (
        <section class="seb-block">
          <h2>{service}</h2>
          <ul class="seb-or plain-list">
            {some.map(({ role }) => (
              <li>
                <a class="seb-way" href={assignPath(id, role.id)}>
                  <span>
                    <b>{language === 'da' ? role.nameDa : role.nameEn}</b>
                    <small>{language === 'da' ? role.descriptionDa : role.descriptionEn}</small>
                  </span>
                  <Icon sprite={assets.icons} name="chevron-right" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </AdminLayout>
  )
}
