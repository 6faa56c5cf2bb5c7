/** One role: what it means, what it asks for, and who has it; and the search for somebody to give it to. */
import type { Child } from 'hono/jsx'
import type { Page } from '../../../storage/keyset.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { capital, formatDate } from '../../../web/format.ts'
import { formatHours } from '../../../web/format-weekly-hours.ts'
import { Pager } from '../../../web/pager.tsx'
import { explainText } from '../../explain/text.ts'
import { adminPaths, assignPath, employeePath, giveRolePath, rolePath } from '../admin-paths.ts'
import { scopeWords } from '../assign/assign-role.page.tsx'
import type { AssignableRole } from '../assign/assignable-roles.store.ts'
import type { UnitNumbers } from '../assign/unit-numbers.ts'
import { EmployeeState } from '../employees/employee-state.tsx'
import type { ListedEmployee } from '../employees/employees.store.ts'
import { lastDay } from '../employees/last-day.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import type { Holder } from './roles.store.ts'
import { rolesText } from './text.ts'

export type RolePageProps = {
  readonly frame: AdminFrame
  readonly assignable: AssignableRole
  readonly holders: Page<Holder>
  readonly units: readonly UnitNumbers[]
  readonly now: Date
}

export function RolePage(props: RolePageProps) {
  const { frame, assignable, holders } = props
  const { shell } = frame
  const text = rolesText[shell.language]
  const { role } = assignable
  return (
    <AdminLayout
      {...frame}
      {...pageOf(frame, assignable)}
      lead={shell.language === 'da' ? role.descriptionDa : role.descriptionEn}
      actions={
        <a class="button button-primary" href={giveRolePath(role.id)}>
          {text.give}
        </a>
      }
    >
      <Facts {...props} />
      <section class="seb-section" aria-labelledby="har-den">
        <h2 id="har-den">{text.holdersTitle}</h2>
        {holders.rows.length === 0 ? (
          <div class="seb-empty">
            <p class="strong">{text.noHolders}</p>
            <p>{text.noHoldersNext}</p>
          </div>
        ) : (
          <Holders {...props} />
        )}
        <Pager shell={shell} page={holders} list={rolePath(role.id)} />
      </section>
    </AdminLayout>
  )
}

function Facts({ frame, assignable: { role, service, grant } }: RolePageProps) {
  const { language } = frame.shell
  const text = rolesText[language]
  const scopes = role.scopes.map((scope) => {
    const name = language === 'da' ? scope.nameDa : scope.nameEn
    return [name, scope.required ? text.required : text.optional, scope.many && text.many].filter(Boolean).join(', ')
  })
  const facts: [string, Child][] = [
    [text.service, language === 'da' ? service.nameDa : service.nameEn],
    [text.limitedTo, scopes.join('; ') || text.wholeOrganisation],
    [text.level, explainText[language].levels[role.lowestAssurance]],
    [text.authorisation, role.requiredEducationCodes.length > 0 ? text.needed : text.notNeeded],
    [text.longest, role.longestDays === null ? text.noLimit : fillText(text.days, { count: role.longestDays })],
    [text.sensitivity, role.sensitive ? text.sensitive : text.ordinary],
    ...(grant.validUntil
      ? [[text.accessUntil, formatDate(lastDay(grant.validUntil), language)] satisfies [string, Child]]
      : []),
  ]
  return (
    <section class="seb-panel" aria-label={text.facts}>
      <dl class="seb-facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Holders({ frame, assignable, holders, units, now }: RolePageProps) {
  const { shell } = frame
  const { language } = shell
  const text = rolesText[language]
  const words = employeesText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.holdersTitle}</caption>
      <thead>
        <tr>
          {[words.name, words.unit, words.appliesTo, words.period, words.status].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {holders.rows.map((holder) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={employeePath(holder.accountId)}>
                {holder.name}
              </a>
            </th>
            <td data-title={words.unit}>
              <span>{holder.unitName ?? words.noUnit}</span>
            </td>
            <td data-title={words.appliesTo}>
              <span>{scopeWords(holder.scopes, assignable, units) || words.wholeOrganisation}</span>
            </td>
            <td data-title={words.period}>
              <span>
                <span class="nowrap">{formatDate(holder.validFrom, language)}</span> –{' '}
                <span class="nowrap">
                  {holder.validUntil ? formatDate(lastDay(holder.validUntil), language) : words.noEnd}
                </span>
                {holder.hours && <small>{capital(formatHours(holder.hours, language))}</small>}
              </span>
            </td>
            <td data-title={words.status}>
              <EmployeeState
                shell={shell}
                facts={{ status: holder.status, validFrom: holder.accountFrom, validUntil: holder.accountUntil }}
                now={now}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export type GiveRolePageProps = {
  readonly frame: AdminFrame
  readonly assignable: AssignableRole
  readonly query: string
  readonly found: Page<ListedEmployee>
  /** Nobody gives anything to themselves. */
  readonly ownAccountId: string
}

export function GiveRolePage({ frame, assignable, query, found, ownAccountId }: GiveRolePageProps) {
  const { shell } = frame
  const text = rolesText[shell.language]
  const words = employeesText[shell.language]
  const { role } = assignable
  const { title, breadcrumb } = pageOf(frame, assignable)
  const list = `${giveRolePath(role.id)}${query === '' ? '' : `?${new URLSearchParams({ soeg: query })}`}`
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.giveTitle, { role: title })}
      breadcrumb={[...breadcrumb, { name: title, href: rolePath(role.id) }]}
    >
      <form class="seb-filters" method="get" action={giveRolePath(role.id)}>
        <div>
          <label class="form-label" for="soeg">
            {words.search}
          </label>
          <input class="form-input" type="search" id="soeg" name="soeg" value={query} />
        </div>
        <button class="button button-secondary" type="submit">
          {words.show}
        </button>
      </form>
      {found.rows.length === 0 && (
        <div class="seb-empty">
          <p class="strong">{words.noneFound}</p>
          <p>{words.noneFoundNext}</p>
        </div>
      )}
      <ul class="seb-list plain-list">
        {found.rows
          .filter(({ id }) => id !== ownAccountId)
          .map(({ id, name, unitName }) => (
            <li class="seb-line">
              <p>
                <span class="strong">{name}</span>
                {unitName && <span class="quiet">, {unitName}</span>}
              </p>
              <a class="button button-secondary" href={assignPath(id, role.id)}>
                {text.giveTo}
                <span class="sr-only"> {name}</span>
              </a>
            </li>
          ))}
      </ul>
      <Pager shell={shell} page={found} list={list} />
    </AdminLayout>
  )
}

function pageOf({ shell: { language } }: AdminFrame, { role }: AssignableRole) {
  return {
    title: language === 'da' ? role.nameDa : role.nameEn,
    breadcrumb: [{ name: rolesText[language].title, href: adminPaths.roles }],
  }
}
