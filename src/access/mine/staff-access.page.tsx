/** "Min adgang" of somebody who acts for SEB, for a service or as an auditor: what they act as, and where what they have at work is shown. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { capital } from '../../web/format.ts'
import { adminPaths } from '../admin/admin-paths.ts'
import { type AdminFrame, actsFor, capacityName } from '../admin/frame.ts'
import { type Capacity, isOfOrganisation } from '../capacities/capacity.ts'
import type { MyIdentity } from './my-access.store.ts'
import { MyIdentities } from './my-log-ins.tsx'
import { mineText } from './text.ts'

export type StaffAccessPageProps = {
  readonly frame: AdminFrame
  readonly acting: Capacity
  readonly capacities: readonly Capacity[]
  readonly identities: readonly MyIdentity[]
}

export function StaffAccessPage({ frame, acting, capacities, identities }: StaffAccessPageProps) {
  const { language } = frame.shell
  const text = mineText[language]
  const words = { capacity: capacityName(acting, language), for: actsFor(acting, language) }
  return (
    <AdminLayout {...frame} title={text.title} lead={fillText(text.staffLead, words)}>
      <section class="seb-block" aria-labelledby="handler-som">
        <h2 id="handler-som">{text.capacities}</h2>
        <ul>
          {capacities.map((capacity) => (
            <li>
              {capital(capacityName(capacity, language))}: {actsFor(capacity, language)}
            </li>
          ))}
        </ul>
        {capacities.some(isOfOrganisation) ? (
          <p>
            <a class="seb-hit" href={adminPaths.chooseCapacity}>
              {text.atWork}
            </a>
          </p>
        ) : (
          <p class="quiet">{text.noAccounts}</p>
        )}
      </section>
      <section class="seb-block" aria-labelledby="kendte-log-in">
        <h2 id="kendte-log-in">{text.identities}</h2>
        <p class="quiet">{text.identitiesLead}</p>
        <MyIdentities shell={frame.shell} identities={identities} />
      </section>
    </AdminLayout>
  )
}
