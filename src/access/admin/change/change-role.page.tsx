/** "Ret rolle": the form with what stands now, and before it is saved what will be different. */
import type { Child } from 'hono/jsx'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { capital, formatDate } from '../../../web/format.ts'
import { formatHours } from '../../../web/format-weekly-hours.ts'
import { conflictFields } from '../../conflicts/allow-conflicts.ts'
import { ConflictPanel, type ConflictShown } from '../../conflicts/conflict-panel.tsx'
import { explainText } from '../../explain/text.ts'
import { hoursText } from '../../hours/text.ts'
import type { FailedCondition } from '../../roles/effective-roles.ts'
import type { AssignmentAtTheDoor } from '../../roles/role-at-the-door.ts'
import { adminPaths, changeRolePath, employeePath } from '../admin-paths.ts'
import { AssignFields, Mistakes } from '../assign/assign-fields.tsx'
import { Carried, CarriedException, scopeWords } from '../assign/assign-role.page.tsx'
import type { AssignableRole } from '../assign/assignable-roles.store.ts'
import type { CheckedAssignment, FieldMistake, TypedAssignment } from '../assign/check-assignment.ts'
import { assignText } from '../assign/text.ts'
import { lastDay } from '../employees/last-day.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import { type ChangeableRole, shownRole } from './change-role.ts'
import { changeText } from './text.ts'

export type ChangeRolePageProps = Omit<ChangeableRole, 'others' | 'assignable'> & {
  readonly frame: AdminFrame
  readonly assignable: AssignableRole
  readonly typed: TypedAssignment
  /** What it would not go with, when that has been found. */
  readonly conflict?: ConflictShown
  readonly mistakes: readonly FieldMistake[]
}

export function ChangeRolePage(props: ChangeRolePageProps) {
  const { frame, employee, right, mistakes } = props
  const { shell } = frame
  const text = changeText[shell.language]
  const overtaken = mistakes.some(({ mistake }) => mistake === 'changed-meanwhile')
  const others = { ...props, mistakes: mistakes.filter(({ mistake }) => mistake !== 'changed-meanwhile') }
  return (
    <AdminLayout {...frame} {...pageOf(props)}>
      <Mistakes {...others} shell={shell} />
      {overtaken && (
        <div class="seb-callout" role="alert">
          <h2>{text.nowTitle}</h2>
          <p>{text.now}</p>
          <ul>
            {termsOf(props, right.assignment).map(([name, value]) => (
              <li>
                {name}: {value}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form class="seb-form" method="post" action={changeRolePath(employee.account.id, right.assignment.id)}>
        <input type="hidden" name="set" value={shownRole(right.assignment)} />
        {props.conflict && (
          <ConflictPanel
            {...props.conflict}
            language={shell.language}
            wrong={mistakes.some(({ field }) => field === conflictFields.reason)}
          />
        )}
        <AssignFields {...others} shell={shell} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit" name="trin" value="kontrol">
            {text.toCheck}
          </button>
          <a class="seb-hit" href={employeePath(employee.account.id)}>
            {assignText[shell.language].cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

export type CheckChangePageProps = Omit<ChangeRolePageProps, 'mistakes'> & {
  readonly assignment: CheckedAssignment
  readonly fails: FailedCondition | null
}

export function CheckChangePage(props: CheckChangePageProps) {
  const { frame, employee, right, assignment, fails } = props
  const { language } = frame.shell
  const text = changeText[language]
  const before = termsOf(props, right.assignment)
  const after = termsOf(props, assignment)
  const effect = assignText[language]
  return (
    <AdminLayout {...frame} {...pageOf(props)} title={text.checkTitle}>
      <form class="seb-form" method="post" action={changeRolePath(employee.account.id, right.assignment.id)}>
        <Carried {...props} formId={right.assignment.id} />
        <CarriedException {...props} />
        <input type="hidden" name="set" value={shownRole(right.assignment)} />
        <table class="seb-table">
          <caption>{pageOf(props).title}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="sr-only">{text.what}</span>
              </th>
              <th scope="col">{text.before}</th>
              <th scope="col">{text.after}</th>
            </tr>
          </thead>
          <tbody>
            {before.map(([name, value], index) => (
              <tr>
                <th scope="row" class="nowrap">
                  {name}
                </th>
                <td data-title={text.before}>
                  <span>{value}</span>
                </td>
                <td data-title={text.after}>
                  <span>{after[index]?.[1] === value ? text.same : <b>{after[index]?.[1]}</b>}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{fails ? fillText(effect.worksNot, { why: explainText[language].conditions[fails] }) : effect.works}</p>
        <div class="seb-actions">
          <button class="button button-primary" type="submit" name="trin" value="gem">
            {text.save}
          </button>
          <button class="button button-secondary" type="submit" name="trin" value="ret">
            {effect.edit}
          </button>
          <a class="seb-hit" href={employeePath(employee.account.id)}>
            {effect.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

export type RoleGonePageProps = Pick<ChangeRolePageProps, 'frame' | 'employee' | 'right'>

/** The organisation may not hand the role out any more. */
export function RoleGonePage(props: RoleGonePageProps) {
  const { frame, employee } = props
  const text = changeText[frame.shell.language]
  return (
    <AdminLayout {...frame} {...pageOf(props)}>
      <div class="seb-mistakes" role="alert">
        <h2>{text.goneTitle}</h2>
        <p>{text.gone}</p>
      </div>
      <p>
        <a class="seb-hit" href={employeePath(employee.account.id)}>
          {fillText(text.back, { name: employee.name })}
        </a>
      </p>
    </AdminLayout>
  )
}

/** What can be changed, in words; in the same order for before and after. */
function termsOf(
  { frame, assignable, units }: Pick<ChangeRolePageProps, 'frame' | 'assignable' | 'units'>,
  { scopes, validFrom, validUntil, hours, reason }: CheckedAssignment | AssignmentAtTheDoor,
): [string, Child][] {
  const { language } = frame.shell
  const text = employeesText[language]
  const period = [
    formatDate(validFrom, language),
    validUntil ? formatDate(lastDay(validUntil), language) : text.noEnd,
  ].join(' – ')
  return [
    [text.appliesTo, scopeWords(scopes, assignable, units) || text.wholeOrganisation],
    [text.period, period],
    [hoursText[language].term, hours ? capital(formatHours(hours, language)) : hoursText[language].always],
    [assignText[language].reason, reason || '–'],
  ]
}

function pageOf({ frame, employee, right }: Pick<ChangeRolePageProps, 'frame' | 'employee' | 'right'>) {
  const { language } = frame.shell
  const { role } = right.assignment
  return {
    title: fillText(changeText[language].title, {
      name: employee.name,
      role: language === 'da' ? role.nameDa : role.nameEn,
    }),
    lead: language === 'da' ? right.service.nameDa : right.service.nameEn,
    breadcrumb: [
      { name: employeesText[language].title, href: adminPaths.employees },
      { name: employee.name, href: employeePath(employee.account.id) },
    ],
  }
}
