/** What the next log-in would send: in or not, the roles with and without effect, every value and where it comes from. */
import { fillText } from '../../../web/fill.ts'
import { capital, formatDate } from '../../../web/format.ts'
import { formatHours } from '../../../web/format-weekly-hours.ts'
import { Icon } from '../../../web/icons.tsx'
import { ExplainPath } from '../../explain/explain-path.tsx'
import { explainRight } from '../../explain/explain-right.ts'
import { hoursInWords } from '../../explain/hours-in-words.ts'
import { explainText } from '../../explain/text.ts'
import type { DecidedRole } from '../../roles/effective-roles.ts'
import { assignPath, employeePath } from '../admin-paths.ts'
import type { Employee } from '../employees/employee.store.ts'
import { lastDay } from '../employees/last-day.ts'
import type { AdminFrame } from '../frame.ts'
import { SimulatedAttributes } from './simulated-attributes.tsx'
import type { SimulatedWay, Simulation } from './simulation.ts'
import { TechnicalAnswer } from './technical-answer.tsx'
import { simulatorText } from './text.ts'

export interface Answer {
  simulation: Simulation
  way: SimulatedWay
  /** When the log-in is. */
  at: Date
  /** The ids of the assignments that are only tried. */
  tried: ReadonlySet<string>
  /** Person id → name, for whoever gave a role. */
  names: ReadonlyMap<string, string>
  unitNames: ReadonlyMap<string, string>
  /** Fields of the form that gives what was tried; null where it is not exactly one role. */
  goOn: { roleId: string; fields: readonly (readonly [name: string, value: string])[] } | null
}

export type ResultProps = {
  readonly frame: AdminFrame
  readonly employee: Employee
  readonly service: string
  readonly answer: Answer
}

export function SimulationResult(props: ResultProps) {
  const { frame, employee, answer } = props
  const { simulation, goOn } = answer
  const text = simulatorText[frame.shell.language]
  const effective = simulation.roles.filter(({ fails }) => fails === null)
  const others = simulation.roles.filter(({ fails }) => fails !== null)
  return (
    <section class="seb-section" aria-labelledby="resultat">
      <h2 id="resultat" class="sr-only">
        {text.result}
      </h2>
      <Verdict {...props} effective={effective} />
      <h3>{text.rights}</h3>
      {effective.length === 0 ? <p>{text.noRights}</p> : <Effective {...props} roles={effective} />}
      {others.length > 0 && (
        <>
          <h3>{text.withoutEffect}</h3>
          <WithoutEffect {...props} roles={others} />
        </>
      )}
      {!simulation.refused && <SimulatedAttributes {...props} />}
      {!simulation.refused && <Holds {...props} roles={effective} />}
      {!simulation.refused && <TechnicalAnswer shell={frame.shell} simulation={simulation} />}
      {goOn && (
        <form method="post" action={assignPath(employee.account.id, goOn.roleId)}>
          {goOn.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <div class="seb-actions">
            <button class="button button-secondary" type="submit" name="trin" value="ret">
              {text.goOn}
            </button>
            <a class="seb-hit" href={employeePath(employee.account.id)}>
              {fillText(text.back, { name: employee.name })}
            </a>
          </div>
        </form>
      )}
    </section>
  )
}

function Verdict({
  frame: { shell },
  employee,
  service,
  answer,
  effective,
}: ResultProps & { effective: DecidedRole[] }) {
  const text = simulatorText[shell.language]
  const { simulation, tried } = answer
  const { refused, recognised, mayAddPrivileges } = simulation
  const values = { name: employee.name, service }
  const knows = fillText(text.recognised[recognised], values)
  if (refused)
    return (
      <div class="seb-callout seb-callout--warn" role="status">
        <Icon sprite={shell.assets.icons} name="warning" />
        <p class="strong">{fillText(text.refused, values)}</p>
        {recognised === 'unknown' && <p>{knows}</p>}
        <p>{text.refusedLead}</p>
        <blockquote class="seb-quote">
          <p class="strong">{refused.title}</p>
          <p>{refused.lead}</p>
          <p class="strong">{refused.nextTitle}</p>
          <p>{refused.next}</p>
        </blockquote>
      </div>
    )
  const added = effective.filter(({ assignment }) => tried.has(assignment.id)).length
  const counted = (words: { one: string; many: string }, count: number) =>
    count === 1 ? words.one : fillText(words.many, { count })
  return (
    <div class="seb-callout seb-done" role="status">
      <p class="strong">{fillText(text.letIn, values)}</p>
      <p>
        {effective.length === 0 ? text.noRoles : counted(text.roleCount, effective.length)}
        {added > 0 && ` ${counted(text.newCount, added)}`} {knows}
        {mayAddPrivileges && ` ${text.mayAdd}`}
      </p>
    </div>
  )
}

type RolesProps = ResultProps & { roles: readonly DecidedRole[] }

function Effective(props: RolesProps) {
  const { frame, employee, service, answer, roles } = props
  const { shell } = frame
  const text = simulatorText[shell.language]
  const { facts } = answer.simulation
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.rights}</caption>
      <thead>
        <tr>
          <th scope="col">{text.role}</th>
          <th scope="col">{text.appliesTo}</th>
          <th scope="col">{text.change}</th>
          <th scope="col">{text.comesFrom}</th>
        </tr>
      </thead>
      <tbody>
        {roles.map(({ assignment }) => {
          const isTried = answer.tried.has(assignment.id)
          const givenBy = isTried ? text.tried : (answer.names.get(assignment.assignedBy) ?? text.operator)
          return (
            <>
              <tr>
                <th scope="row">
                  <span class="seb-name">{nameOf(props, assignment)}</span>
                </th>
                <td data-title={text.appliesTo}>
                  <span>{scopesOf(props, assignment)}</span>
                </td>
                <td data-title={text.change}>
                  <span>{isTried ? <b class="seb-badge">{text.isNew}</b> : text.asToday}</span>
                </td>
                <td data-title={text.comesFrom}>
                  <span>{givenBy}</span>
                </td>
              </tr>
              {facts && (
                <tr class="seb-whyrow">
                  <td colspan={4}>
                    <ExplainPath
                      {...{ shell, facts, assignment, service, givenBy }}
                      person={employee.name}
                      unitNames={answer.unitNames}
                    />
                  </td>
                </tr>
              )}
            </>
          )
        })}
      </tbody>
    </table>
  )
}

function WithoutEffect(props: RolesProps) {
  const { language } = props.frame.shell
  const text = simulatorText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.withoutEffect}</caption>
      <thead>
        <tr>
          <th scope="col">{text.role}</th>
          <th scope="col">{text.appliesTo}</th>
          <th scope="col">{text.why}</th>
        </tr>
      </thead>
      <tbody>
        {props.roles.map(({ assignment, fails }) => (
          <tr>
            <th scope="row">
              <span class="seb-name">{nameOf(props, assignment)}</span>
              {props.answer.tried.has(assignment.id) && <small>{text.tried}</small>}
            </th>
            <td data-title={text.appliesTo}>
              <span>{scopesOf(props, assignment)}</span>
            </td>
            <td data-title={text.why}>
              <span>
                {fails && capital(explainText[language].conditions[fails])}
                {hoursOf(props, fails, assignment) && <small>{hoursOf(props, fails, assignment)}</small>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** When it would hold, where the hours are why it does not. */
function hoursOf(
  { frame, employee, answer }: ResultProps,
  fails: DecidedRole['fails'],
  { hours }: DecidedRole['assignment'],
) {
  const why = fails === 'outside-hours' ? hours : fails === 'account-outside-hours' ? employee.account.hours : null
  return why && hoursInWords(why, answer.at, frame.shell.language)
}

function nameOf({ frame }: ResultProps, { role }: DecidedRole['assignment']): string {
  return frame.shell.language === 'da' ? role.nameDa : role.nameEn
}

function scopesOf({ frame, answer }: ResultProps, { scopes }: DecidedRole['assignment']): string {
  const numbers = Object.values(scopes).flat()
  if (numbers.length === 0) return simulatorText[frame.shell.language].wholeOrganisation
  return numbers
    .map((number) => {
      const name = answer.unitNames.get(number)
      return name === undefined ? number : `${name} (${number})`
    })
    .join(', ')
}

function Holds(props: RolesProps) {
  const { frame, employee, answer, roles } = props
  const { language } = frame.shell
  const text = simulatorText[language]
  const { facts, assurance } = answer.simulation
  if (!facts) return null
  const { account, grant } = facts
  const dated = (always: string, until: string, end: Date | null, more: Record<string, string> = {}) =>
    end ? fillText(until, { ...more, date: formatDate(lastDay(end), language) }) : fillText(always, more)
  const organisation = employee.account.organisation.name
  const conditions = [
    dated(text.holdsAccount, text.holdsAccountUntil, account.validUntil),
    ...(account.hours ? [fillText(text.holdsHours, { hours: formatHours(account.hours, language) })] : []),
    ...(grant ? [dated(text.holdsGrant, text.holdsGrantUntil, grant.validUntil, { organisation })] : []),
    fillText(text.holdsLevel, { level: explainText[language].levels[assurance.sent] }),
    ...roles.flatMap(({ assignment }) => {
      const { endsAt } = explainRight(facts, assignment)
      const { hours } = assignment
      const role = nameOf(props, assignment)
      return [
        ...(endsAt ? [dated('', text.holdsRole, endsAt, { role })] : []),
        ...(hours ? [fillText(text.holdsRoleHours, { role, hours: formatHours(hours, language) })] : []),
      ]
    }),
  ]
  return (
    <>
      <h3>{text.holds}</h3>
      <ul>
        {conditions.map((condition) => (
          <li>{condition}</li>
        ))}
      </ul>
    </>
  )
}
