/** Logged in, with an account that holds at certain times of the week, and not now: which, and when the next time is. */
import { fillText } from '../../../web/fill.ts'
import { formatDateTime } from '../../../web/format.ts'
import { formatHours } from '../../../web/format-weekly-hours.ts'
import { HelpBox } from '../../../web/help-box.tsx'
import { Layout } from '../../../web/layout.tsx'
import type { Shell } from '../../../web/shell.ts'
import type { ShutByHours } from '../../capacities/shut-by-hours.store.ts'
import { adminText } from './text.ts'

export function OutsideHoursPage({ shell, shut }: { shell: Shell; shut: ShutByHours }) {
  const { outsideHours: text, unknownPerson } = adminText[shell.language]
  const { organisation, hours, opensAt } = shut
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{fillText(text.lead, { organisation, hours: formatHours(hours, shell.language) })}</p>
      <div class="seb-split">
        <div>
          {opensAt && <p class="strong">{fillText(text.opens, { when: formatDateTime(opensAt, shell.language) })}</p>}
          <p>{text.next}</p>
          <p class="seb-actions">
            <a class="button button-secondary" href="/login/log-ud">
              {unknownPerson.logOut}
            </a>
          </p>
        </div>
        <aside class="seb-aside" aria-label={unknownPerson.help}>
          <HelpBox shell={shell} />
        </aside>
      </div>
    </Layout>
  )
}
