/** "Rollekonflikter" in an organisation: who holds roles together that a rule speaks against, and what to do about it. */
import type { Page } from '../../storage/keyset.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDate } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { Language } from '../../web/languages.ts'
import { Pager } from '../../web/pager.tsx'
import { changeRolePath, employeePath, withdrawPath } from '../admin/admin-paths.ts'
import { lastDay } from '../admin/employees/last-day.ts'
import type { AdminFrame } from '../admin/frame.ts'
import type { Limits } from '../capacities/capacity.ts'
import type { Breach, HeldTogether } from './breaches.store.ts'
import { breachesText } from './breaches-text.ts'
import { breachesPath } from './conflict-paths.ts'
import { nameOf, roleInWords } from './rules.page.tsx'

export type BreachesPageProps = {
  readonly frame: AdminFrame
  readonly page: Page<Breach>
  readonly limits: Limits
  /** Whoever looks: their own is for somebody else to put right. */
  readonly personId: string
}

export function BreachesPage({ frame, page, limits, personId }: BreachesPageProps) {
  const { rows: breaches } = page
  const { language, assets } = frame.shell
  const text = breachesText[language]
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      {breaches.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.person}</th>
              <th scope="col">{text.rule}</th>
              <th scope="col">{text.roles}</th>
              <th scope="col">{text.state}</th>
            </tr>
          </thead>
          <tbody>
            {breaches.map((breach) => (
              <tr>
                <th scope="row">
                  <a class="seb-name seb-hit" href={employeePath(breach.accountId)}>
                    {breach.name}
                  </a>
                </th>
                <td data-title={text.rule}>
                  <span>
                    {nameOf(breach.rule, language)}
                    <small>{language === 'da' ? breach.rule.whyDa : breach.rule.whyEn}</small>
                  </span>
                </td>
                <td data-title={text.roles}>
                  <ul class="plain-list">
                    {breach.held.map((held) => (
                      <HeldRole {...{ language, limits, breach, held }} isOwn={breach.personId === personId} />
                    ))}
                  </ul>
                </td>
                <td data-title={text.state}>
                  {breach.excepted ? (
                    <span>{text.excepted}</span>
                  ) : (
                    <span class="seb-state seb-state--warn">
                      <Icon sprite={assets.icons} name="warning" />
                      <span>{breach.personId === personId ? text.own : text.next[breach.rule.effect]}</span>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager shell={frame.shell} page={page} list={breachesPath} />
    </AdminLayout>
  )
}

type HeldRoleProps = {
  readonly language: Language
  readonly limits: Limits
  readonly breach: Breach
  readonly held: HeldTogether
  readonly isOwn: boolean
}

function HeldRole({ language, limits, breach, held, isOwn }: HeldRoleProps) {
  const text = breachesText[language]
  const role = breach.rule.roles.find(({ id }) => id === held.roleId)
  const { unitIds, serviceIds } = limits
  const seen =
    role &&
    (!serviceIds || serviceIds.includes(role.service.id)) &&
    (!unitIds || (held.unitId && unitIds.includes(held.unitId)))
  if (!seen) return <li>{text.hiddenRole}</li>
  const name = roleInWords(role, language)
  const { exception } = held
  return (
    <li>
      {name}
      {exception && (
        <small>
          {fillText(text.exception, { day: formatDate(lastDay(exception.until), language), reason: exception.reason })}
        </small>
      )}
      {!isOwn && (
        <span class="seb-actions">
          <a class="seb-hit" href={withdrawPath(held.accountId, held.assignmentId)}>
            {text.takeBack}
            <span class="sr-only"> {fillText(text.from, { role: name, name: breach.name })}</span>
          </a>
          <a class="seb-hit" href={changeRolePath(held.accountId, held.assignmentId)}>
            {text.change}
            <span class="sr-only"> {fillText(text.from, { role: name, name: breach.name })}</span>
          </a>
        </span>
      )}
    </li>
  )
}
