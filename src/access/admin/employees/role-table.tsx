/** An employee's roles in one service: what each applies to, how long, who gave it, and why it has effect now or has not. */
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import { Icon } from '../../../web/icons.tsx'
import { endsSoon } from '../../endings/suggest-extension.ts'
import { endingsText } from '../../endings/text.ts'
import { ExplainPath } from '../../explain/explain-path.tsx'
import { explainRight } from '../../explain/explain-right.ts'
import { hoursInWords } from '../../explain/hours-in-words.ts'
import { explainText } from '../../explain/text.ts'
import type { FailedCondition } from '../../roles/effective-roles.ts'
import { changeRolePath, extendRolePath, withdrawPath } from '../admin-paths.ts'
import { bundlesText } from '../bundles/text.ts'
import { changeText } from '../change/text.ts'
import { decideText } from '../decide/text.ts'
import type { AdminFrame } from '../frame.ts'
import type { EmployeeDescription, HeldRight } from './describe-employee.ts'
import { lastDay } from './last-day.ts'
import { employeesText } from './text.ts'

export type RoleTableProps = {
  readonly frame: AdminFrame
  readonly description: EmployeeDescription
  readonly service: string
  readonly rights: readonly HeldRight[]
  readonly mayChange: boolean
  readonly mayWithdraw: boolean
}

export function RoleTable({ frame, description, service, rights, ...may }: RoleTableProps) {
  const text = employeesText[frame.shell.language]
  const lastUsed = description.lastUsed.get(rights[0]?.right.service.id ?? '')
  return (
    <table class="seb-table seb-table--alike">
      <caption>
        {service}
        {lastUsed && (
          <small class="quiet">{fillText(text.lastUsed, { date: formatDate(lastUsed, frame.shell.language) })}</small>
        )}
      </caption>
      <thead>
        <tr>
          {[text.role, text.appliesTo, text.period, text.givenBy].map((title) => (
            <th scope="col">{title}</th>
          ))}
          {(may.mayChange || may.mayWithdraw) && (
            <th scope="col">
              <span class="sr-only">{text.deed}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rights.map((held) => (
          <Row {...{ frame, description, service, held }} {...may} />
        ))}
      </tbody>
    </table>
  )
}

function Row(props: Omit<RoleTableProps, 'rights'> & { held: HeldRight }) {
  const { frame, description, service, held, mayChange, mayWithdraw } = props
  const { language } = frame.shell
  const text = employeesText[language]
  const { facts, right } = held
  const { role, scopes, validFrom, withdrawnAt, assignedBy, reason, bundle, hours } = right.assignment
  const { why, endsAt } = explainRight(facts, right.assignment)
  const givenBy = description.names.get(assignedBy) ?? text.operator
  const numbers = Object.values(scopes).flat()
  return (
    <>
      <tr>
        <th scope="row">
          <span class="seb-name">{language === 'da' ? role.nameDa : role.nameEn}</span>
          {why && (
            <small class="seb-state seb-state--warn">
              <Icon sprite={frame.shell.assets.icons} name="warning" />
              <span>
                {text.noEffect} {explainText[language].conditions[why]}
              </span>
            </small>
          )}
        </th>
        <td data-title={text.appliesTo}>
          <span>
            {numbers.length === 0 && text.wholeOrganisation}
            {numbers.map((number) => (
              <ScopeValue number={number} name={description.unitNames.get(number)} />
            ))}
          </span>
        </td>
        <td data-title={text.period}>
          <span>
            <span class="nowrap">{formatDate(validFrom, language)}</span> –{' '}
            <span class="nowrap">{endsAt ? formatDate(lastDay(endsAt), language) : text.noEnd}</span>
            {hours && <small>{hoursInWords(hours, facts.now, language)}</small>}
          </span>
        </td>
        <td data-title={text.givenBy}>
          <span>
            {givenBy}
            {reason && <small>{reason}</small>}
            {bundle && <small>{fillText(bundlesText[language].fromBundle, { bundle: bundle.name })}</small>}
          </span>
        </td>
        {(mayChange || mayWithdraw) && (
          <td>
            {!withdrawnAt && (
              <span class="seb-deeds">
                {mayChange && !(why && goneFor.includes(why)) && (
                  <a class="seb-hit" href={changeRolePath(facts.account.id, right.assignment.id)}>
                    {changeText[language].link}
                    <span class="sr-only"> {language === 'da' ? role.nameDa : role.nameEn}</span>
                  </a>
                )}
                {mayChange && endsSoon(right.assignment.validUntil, facts.now) && (
                  <a class="seb-hit" href={extendRolePath(facts.account.id, role.id, right.assignment.id)}>
                    {endingsText[language].extendRole}
                    <span class="sr-only"> {language === 'da' ? role.nameDa : role.nameEn}</span>
                  </a>
                )}
                {mayWithdraw && (
                  <a class="seb-hit" href={withdrawPath(facts.account.id, right.assignment.id)}>
                    {decideText[language].withdraw.link}
                    <span class="sr-only"> {language === 'da' ? role.nameDa : role.nameEn}</span>
                  </a>
                )}
              </span>
            )}
          </td>
        )}
      </tr>
      <tr class="seb-whyrow">
        <td colspan={mayChange || mayWithdraw ? 5 : 4}>
          <ExplainPath
            unitNames={description.unitNames}
            shell={frame.shell}
            facts={facts}
            assignment={right.assignment}
            person={description.employee.name}
            {...{ service, givenBy }}
          />
        </td>
      </tr>
    </>
  )
}

/** A role that cannot be given any more can only be taken back. */
const goneFor: readonly FailedCondition[] = ['service-not-granted', 'role-not-in-grant', 'role-not-active']

function ScopeValue({ number, name }: { number: string; name: string | undefined }) {
  if (name === undefined) return <span class="num">{number} </span>
  return (
    <span>
      {name}
      <small class="num">{number}</small>
    </span>
  )
}
