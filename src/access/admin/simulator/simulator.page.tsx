/** "Hvad får Sofie i DNHF 1. december, hvis jeg giver dette?": the question as a form, and under it the answer. */
import type { Child } from 'hono/jsx'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import type { Shell } from '../../../web/shell.ts'
import { explainText } from '../../explain/text.ts'
import { adminPaths, employeePath, simulatorPath } from '../admin-paths.ts'
import { EffectFields } from '../assign/assign-fields.tsx'
import type { AssignableRole } from '../assign/assignable-roles.store.ts'
import { assignText } from '../assign/text.ts'
import type { UnitNumbers } from '../assign/unit-numbers.ts'
import type { Employee } from '../employees/employee.store.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import type { SimulatedWay } from './simulation.ts'
import { type Answer, SimulationResult } from './simulation-result.tsx'
import type { ServiceToTry } from './simulator.store.ts'
import { simulatorText } from './text.ts'
import {
  levels,
  mostRoles,
  type QuestionMistake,
  rolePrefix,
  type TypedQuestion,
  type TypedRole,
  wayKey,
} from './typed-question.ts'

export type SimulatorPageProps = {
  readonly frame: AdminFrame
  readonly employee: Employee
  readonly service: ServiceToTry
  readonly ways: readonly SimulatedWay[]
  /** Those of the service that the viewer may give this employee. */
  readonly roles: readonly AssignableRole[]
  readonly units: readonly UnitNumbers[]
  readonly typed: TypedQuestion
  readonly mistakes: readonly QuestionMistake[]
  /** Null before anything has been asked. */
  readonly answer: Answer | null
}

export function SimulatorPage(props: SimulatorPageProps) {
  const { frame, employee, service, ways, typed, answer } = props
  const { shell } = frame
  const { language } = shell
  const text = simulatorText[language]
  const serviceName = language === 'da' ? service.nameDa : service.nameEn
  const { id } = employee.account
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.title, { name: employee.name, service: serviceName })}
      lead={text.lead}
      breadcrumb={[
        { name: employeesText[language].title, href: adminPaths.employees },
        { name: employee.name, href: employeePath(id) },
        { name: text.link, href: simulatorPath(id) },
      ]}
    >
      <Mistakes {...props} />
      {ways.length === 0 ? (
        <p class="strong">{text.noWays}</p>
      ) : (
        <form class="seb-panel" method="post" action={simulatorPath(id, service.id)}>
          <LogInFields {...props} />
          {typed.given.map((given, place) => (
            <GivenRole {...props} given={given} place={place} />
          ))}
          <AddRole {...props} />
          <div class="seb-actions">
            <button class="button button-primary" type="submit">
              {text.show}
            </button>
          </div>
        </form>
      )}
      {answer && <SimulationResult {...{ frame, employee, answer }} service={serviceName} />}
    </AdminLayout>
  )
}

function Mistakes({ frame: { shell }, mistakes }: SimulatorPageProps) {
  if (mistakes.length === 0) return null
  return (
    <div class="seb-mistakes" role="alert">
      <h2>{simulatorText[shell.language].mistakesTitle}</h2>
      <ul>
        {mistakes.map((mistake) => (
          <li>
            <a href={`#${mistake.field}`}>{sentence(shell, mistake)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function sentence({ language }: Shell, mistake: QuestionMistake): string {
  if (!('of' in mistake)) return simulatorText[language].mistakes[mistake.mistake]
  const { role } = mistake.of
  const why = fillText(assignText[language].mistakes[mistake.mistake], { days: role.longestDays ?? 0 })
  return `${language === 'da' ? role.nameDa : role.nameEn}: ${why}`
}

function LogInFields(props: SimulatorPageProps) {
  const { shell } = props.frame
  const { ways, typed } = props
  const text = simulatorText[shell.language]
  return (
    <div class="seb-fields">
      <Field {...props} id="login" label={text.way}>
        <select class="form-select" id="login" name="login" aria-describedby="login-fejl">
          {ways.map((way) => (
            <option value={wayKey(way)} selected={wayKey(way) === typed.way}>
              {way.name[shell.language]}
            </option>
          ))}
        </select>
      </Field>
      <Field {...props} id="niveau" label={text.level}>
        <select class="form-select" id="niveau" name="niveau" aria-describedby="niveau-fejl">
          {levels.map((level) => (
            <option value={level} selected={level === typed.level}>
              {explainText[shell.language].levels[level]}
            </option>
          ))}
        </select>
      </Field>
      <Field {...props} id="dag" label={text.day}>
        <input class="form-input" type="date" id="dag" name="dag" value={typed.day} aria-describedby="dag-fejl" />
      </Field>
      <Field {...props} id="kl" label={text.time}>
        <input class="form-input" type="time" id="kl" name="kl" value={typed.time} aria-describedby="kl-fejl" />
      </Field>
    </div>
  )
}

function Field(props: SimulatorPageProps & { id: string; label: string; children: Child }) {
  const { frame, mistakes, id, label, children } = props
  const mistake = mistakes.find(({ field }) => field === id)
  return (
    <div class={mistake ? 'seb-field seb-field--bad' : 'seb-field'}>
      <label class="form-label" for={id}>
        {label}
      </label>
      <p class="seb-mistake" id={`${id}-fejl`}>
        {mistake ? sentence(frame.shell, mistake) : ''}
      </p>
      {children}
    </div>
  )
}

function GivenRole(props: SimulatorPageProps & { given: TypedRole; place: number }) {
  const { frame, given, place, mistakes } = props
  const { shell } = frame
  const text = simulatorText[shell.language]
  const { role } = given.assignable
  const name = shell.language === 'da' ? role.nameDa : role.nameEn
  const prefix = rolePrefix(place)
  const own = mistakes.flatMap((each) =>
    'of' in each && each.field.startsWith(prefix) ? [{ field: each.field, mistake: each.mistake }] : [],
  )
  return (
    <fieldset class="seb-given">
      <legend>{fillText(text.given, { role: name })}</legend>
      <input type="hidden" name={`${prefix}rolle`} value={role.id} />
      <EffectFields {...given} units={props.units} shell={shell} mistakes={own} prefix={prefix} />
      <button class="button button-tertiary" type="submit" name="uden" value={String(place)}>
        {fillText(text.remove, { role: name })}
      </button>
    </fieldset>
  )
}

function AddRole({ frame: { shell }, roles, typed }: SimulatorPageProps) {
  const text = simulatorText[shell.language]
  if (roles.length === 0 || typed.given.length >= mostRoles) return null
  return (
    <div class="seb-field">
      <label class="form-label" for="rolle">
        {typed.given.length === 0 ? text.add : text.addMore}
      </label>
      <select class="form-select" id="rolle" name="rolle">
        <option value="">{typed.given.length === 0 ? text.addNone : '–'}</option>
        {roles.map(({ role }) => (
          <option value={role.id}>{shell.language === 'da' ? role.nameDa : role.nameEn}</option>
        ))}
      </select>
    </div>
  )
}
