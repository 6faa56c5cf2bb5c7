/** "Tildel rolle", second and third: what the role applies to, how long and why; then all of it once more before it is given. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { capital, formatDate } from '../../../web/format.ts'
import { formatHours } from '../../../web/format-weekly-hours.ts'
import { conflictFields } from '../../conflicts/allow-conflicts.ts'
import { ConflictPanel, type ConflictShown } from '../../conflicts/conflict-panel.tsx'
import { conflictsText } from '../../conflicts/text.ts'
import { explainText } from '../../explain/text.ts'
import { hoursText } from '../../hours/text.ts'
import type { FailedCondition } from '../../roles/effective-roles.ts'
import { adminPaths, assignPath, employeePath, simulatorPath } from '../admin-paths.ts'
import { lastDay } from '../employees/last-day.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import { simulatorText } from '../simulator/text.ts'
import { AssignFields, Mistakes } from './assign-fields.tsx'
import type { Assignable } from './assign-role.ts'
import type { AssignableScope } from './assignable-roles.store.ts'
import { carriedFields } from './carried-fields.ts'
import type { CheckedAssignment, FieldMistake, TypedAssignment } from './check-assignment.ts'
import { assignText } from './text.ts'
import { namedNumber, type UnitNumbers } from './unit-numbers.ts'

export type AssignRolePageProps = Assignable & {
  readonly frame: AdminFrame
  readonly typed: TypedAssignment
  readonly mistakes: readonly FieldMistake[]
  readonly formId: string
  /** What it would not go with, when that has been found. */
  readonly conflict?: ConflictShown
}

export function AssignRolePage(props: AssignRolePageProps) {
  const { frame, employee, assignable, formId } = props
  const { shell } = frame
  const text = assignText[shell.language]
  const { role, service } = assignable
  return (
    <AdminLayout
      {...frame}
      {...pageOf(props)}
      lead={`${shell.language === 'da' ? service.nameDa : service.nameEn}. ${shell.language === 'da' ? role.descriptionDa : role.descriptionEn}`}
    >
      <Mistakes {...props} shell={shell} />
      <form class="seb-form" method="post" action={assignPath(employee.account.id, role.id)}>
        <input type="hidden" name="id" value={formId} />
        {props.conflict && (
          <ConflictPanel
            {...props.conflict}
            language={shell.language}
            wrong={props.mistakes.some(({ field }) => field === conflictFields.reason)}
          />
        )}
        <AssignFields {...props} shell={shell} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit" name="trin" value="kontrol">
            {text.toCheck}
          </button>
          <button
            class="button button-secondary"
            type="submit"
            formaction={`${simulatorPath(employee.account.id)}?rolle=${role.id}`}
          >
            {simulatorText[shell.language].fromAssigning}
          </button>
          <a class="seb-hit" href={employeePath(employee.account.id)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

export type CheckRolePageProps = Omit<AssignRolePageProps, 'mistakes'> & {
  readonly assignment: CheckedAssignment
  /** Whether it would have effect at once, and if not why. */
  readonly fails: FailedCondition | null
}

export function CheckRolePage(props: CheckRolePageProps) {
  const { frame, employee, assignable, units, assignment, fails } = props
  const { language } = frame.shell
  const text = assignText[language]
  const { role, service } = assignable
  const values = scopeWords(assignment.scopes, assignable, units)
  const until = assignment.validUntil
    ? formatDate(lastDay(assignment.validUntil), language)
    : employeesText[language].noEnd
  const { conflicts = [], exception: typedException = '' } = props.conflict ?? {}
  const exception = conflicts.length > 0 ? typedException : ''
  const facts = [
    [text.person, employee.name],
    [text.service, language === 'da' ? service.nameDa : service.nameEn],
    [text.role, language === 'da' ? role.nameDa : role.nameEn],
    [employeesText[language].appliesTo, values || employeesText[language].wholeOrganisation],
    [employeesText[language].period, `${formatDate(assignment.validFrom, language)} – ${until}`],
    ...(assignment.hours ? [[hoursText[language].term, capital(formatHours(assignment.hours, language))]] : []),
    [text.reason, assignment.reason],
    ...(exception === '' ? [] : [[conflictsText[language].exceptionFact, exception]]),
    [text.effect, fails ? fillText(text.worksNot, { why: explainText[language].conditions[fails] }) : text.works],
  ]
  return (
    <AdminLayout {...frame} {...pageOf(props)} title={text.checkTitle}>
      <form class="seb-form" method="post" action={assignPath(employee.account.id, role.id)}>
        <Carried {...props} />
        <CarriedException {...props} />
        <dl class="seb-pairs">
          {facts.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div class="seb-actions">
          <button class="button button-primary" type="submit" name="trin" value="giv">
            {text.give}
          </button>
          <button class="button button-secondary" type="submit" name="trin" value="ret">
            {text.edit}
          </button>
          <a class="seb-hit" href={employeePath(employee.account.id)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

/** What the values stand for, by name where a unit has the number. */
export function scopeWords(
  scopes: Readonly<Record<string, readonly string[]>>,
  { role }: { role: { scopes: readonly Pick<AssignableScope, 'key' | 'kind'>[] } },
  units: readonly UnitNumbers[],
): string {
  const words = role.scopes.flatMap(({ key, kind }) =>
    (Object.hasOwn(scopes, key) ? (scopes[key] ?? []) : []).map((value) => namedNumber(units, kind, value)),
  )
  return words.join(', ')
}

/** Why it is given in spite of a conflict goes along, too. */
export function CarriedException({ conflict }: Pick<CheckRolePageProps, 'conflict'>) {
  if (!conflict?.exception) return null
  return <input type="hidden" name={conflictFields.reason} value={conflict.exception} />
}

/** What was typed goes along, and is checked again when it is given. */
export function Carried({ assignable, typed, formId }: Pick<CheckRolePageProps, 'assignable' | 'typed' | 'formId'>) {
  return (
    <>
      {carriedFields(assignable, typed, formId).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function pageOf({
  frame,
  employee,
  assignable: { role },
}: Pick<AssignRolePageProps, 'frame' | 'employee' | 'assignable'>) {
  const { language } = frame.shell
  const text = assignText[language]
  return {
    title: fillText(text.formTitle, { name: employee.name, role: language === 'da' ? role.nameDa : role.nameEn }),
    breadcrumb: [
      { name: employeesText[language].title, href: adminPaths.employees },
      { name: employee.name, href: employeePath(employee.account.id) },
      { name: text.assign, href: assignPath(employee.account.id) },
    ],
  }
}
