/** "Afprøv adgang", first: the services that may be tried, one click each. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { Icon } from '../../../web/icons.tsx'
import { adminPaths, employeePath, simulatorPath } from '../admin-paths.ts'
import type { Employee } from '../employees/employee.store.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import type { ServiceToTry } from './simulator.store.ts'
import { simulatorText } from './text.ts'

export type ChooseServicePageProps = {
  readonly frame: AdminFrame
  readonly employee: Employee
  readonly services: readonly ServiceToTry[]
}

export function ChooseServicePage({ frame, employee, services }: ChooseServicePageProps) {
  const { language, assets } = frame.shell
  const text = simulatorText[language]
  const { id } = employee.account
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.chooseTitle, { name: employee.name })}
      lead={text.chooseLead}
      breadcrumb={[
        { name: employeesText[language].title, href: adminPaths.employees },
        { name: employee.name, href: employeePath(id) },
      ]}
    >
      {services.length === 0 && (
        <div class="seb-empty">
          <p class="strong">{text.noServices}</p>
          <p>{text.noServicesNext}</p>
        </div>
      )}
      <ul class="seb-or plain-list">
        {services.map((service) => (
          <li>
            <a class="seb-way" href={simulatorPath(id, service.id)}>
              <b>{language === 'da' ? service.nameDa : service.nameEn}</b>
              <Icon sprite={assets.icons} name="chevron-right" />
            </a>
          </li>
        ))}
      </ul>
    </AdminLayout>
  )
}
