/** Which of several roles, or that there is none. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { Icon } from '../../web/icons.tsx'
import { emergencyPaths } from '../emergency-paths.ts'
import { emergencyText } from '../text.ts'
import type { EmergencyRole } from './emergency-roles.store.ts'

export type ChooseEmergencyRolePageProps = {
  readonly frame: AdminFrame
  readonly service: { readonly key: string; readonly da: string; readonly en: string }
  readonly roles: readonly EmergencyRole[]
  readonly refusal: string | null
}

export function ChooseEmergencyRolePage({ frame, service, roles, refusal }: ChooseEmergencyRolePageProps) {
  const { language, assets } = frame.shell
  const text = emergencyText[language].take
  const hrefOf = (role: string) =>
    `${emergencyPaths.take}?${new URLSearchParams({ tjeneste: service.key, rolle: role, ...(refusal && { afvist: refusal }) })}`
  return (
    <AdminLayout {...frame} title={fillText(text.title, { service: service[language] })} lead={text.lead}>
      {roles.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
          <p>
            <a href={minePaths.ask}>{text.askInstead}</a>
          </p>
        </div>
      ) : (
        <>
          <h2>{text.choose}</h2>
          <ul class="seb-or plain-list">
            {roles.map(({ assignable: { role }, hours }) => (
              <li>
                <a class="seb-way" href={hrefOf(role.id)}>
                  <span>
                    <b>{language === 'da' ? role.nameDa : role.nameEn}</b>
                    <small>
                      {language === 'da' ? role.descriptionDa : role.descriptionEn} ({fillText(text.hours, { hours })})
                    </small>
                  </span>
                  <Icon sprite={assets.icons} name="chevron-right" />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </AdminLayout>
  )
}
