/** "Hvem handler du for?": every capacity one holds with this log-in, one click each. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { capital } from '../../../web/format.ts'
import { Icon } from '../../../web/icons.tsx'
import type { Capacity } from '../../capacities/capacity.ts'
import { adminPaths } from '../admin-paths.ts'
import { type AdminFrame, actsFor, capacityName } from '../frame.ts'
import { adminText } from './text.ts'

export type ChooseCapacityPageProps = {
  readonly frame: AdminFrame
  readonly capacities: readonly Capacity[]
  readonly actingKey: string
}

export function ChooseCapacityPage({ frame, capacities, actingKey }: ChooseCapacityPageProps) {
  const { language, assets } = frame.shell
  const text = adminText[language]
  return (
    <AdminLayout {...frame} title={text.choose.title} lead={text.choose.lead}>
      <form method="post" action={adminPaths.chooseCapacity}>
        <ul class="seb-or plain-list">
          {capacities.map((capacity) => (
            <li>
              <button class="seb-way" type="submit" name="som" value={capacity.key}>
                <span>
                  <b>{capital(actsFor(capacity, language))}</b>
                  <small>
                    {capacityName(capacity, language)}
                    {'unitName' in capacity && capacity.unitName ? `, ${capacity.unitName}` : ''}
                    {capacity.key === actingKey ? `. ${text.choose.now}` : ''}
                  </small>
                </span>
                <Icon sprite={assets.icons} name="chevron-right" />
              </button>
            </li>
          ))}
        </ul>
      </form>
    </AdminLayout>
  )
}
