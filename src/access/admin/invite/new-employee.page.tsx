/** "Opret medarbejder": who, where, and how SEB is to know them when they log in the first time. */

import { AdminLayout } from '../../../web/admin-layout.tsx'
import type { Language } from '../../../web/languages.ts'
import { adminPaths } from '../admin-paths.ts'
import type { UnitChoice } from '../employees/employees.store.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import { type EmployeeField, type FieldMistake, type TypedEmployee, waysToBeKnown } from './check-employee.ts'
import { Field, MistakeSummary } from './field.tsx'
import { inviteText } from './text.ts'

export type NewEmployeePageProps = {
  readonly frame: AdminFrame
  readonly typed: TypedEmployee
  readonly units: readonly UnitChoice[]
  /** An administrator of some units creates employees in those only. */
  readonly unitNeeded: boolean
  readonly mistakes: readonly FieldMistake[]
  readonly formId: string
}

export function NewEmployeePage(props: NewEmployeePageProps) {
  const { frame, typed, mistakes, formId } = props
  const { language } = frame.shell
  const text = inviteText[language]
  const summary = mistakes.map(({ field, mistake }) => ({ field, text: text.mistakes[mistake] }))
  return (
    <AdminLayout
      {...frame}
      title={text.create}
      lead={text.createLead}
      breadcrumb={[{ name: employeesText[language].title, href: adminPaths.employees }]}
    >
      <MistakeSummary title={text.mistakesTitle} mistakes={summary} />
      <form class="seb-form" method="post" action={adminPaths.createEmployee}>
        <input type="hidden" name="id" value={formId} />
        <TextField {...props} id="navn" value={typed.name} label={text.name} autocomplete="off" />
        <UnitField {...props} />
        <TextField {...props} id="mail" value={typed.email} label={text.mail} hint={text.mailHint} type="email" />
        <Field id="sprog-i-mail" label={text.mailLanguage} mistake="">
          <select class="form-select" id="sprog-i-mail" name="sprog-i-mail" aria-describedby="sprog-i-mail-fejl">
            {(['da', 'en'] satisfies Language[]).map((choice) => (
              <option value={choice} selected={choice === typed.language}>
                {text.languages[choice]}
              </option>
            ))}
          </select>
        </Field>
        <fieldset class="seb-field">
          <legend>{text.known}</legend>
          {waysToBeKnown.map((way) => (
            <div class="form-group-radio">
              <input
                class="form-radio"
                type="radio"
                id={`kendes-${way}`}
                name="kendes"
                value={way}
                checked={typed.known === way}
              />
              <label class="form-label" for={`kendes-${way}`}>
                {text.ways[way]}
              </label>
            </div>
          ))}
        </fieldset>
        <TextField {...props} id="uuid" value={typed.uuid} label={text.uuid} hint={text.uuidHint} autocomplete="off" />
        <TextField {...props} id="rid" value={typed.rid} label={text.rid} hint={text.ridHint} autocomplete="off" />
        <div class="seb-dates">
          <TextField {...props} id="fra" value={typed.from} label={text.from} hint={text.fromHint} type="date" />
          <TextField {...props} id="til" value={typed.until} label={text.until} hint={text.untilHint} type="date" />
        </div>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.createNow}
          </button>
          <a class="seb-hit" href={adminPaths.employees}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

type TextFieldProps = NewEmployeePageProps & {
  readonly id: EmployeeField
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'date'
  readonly autocomplete?: 'off'
}

function TextField(props: TextFieldProps) {
  const { id, value, label, hint, type = 'text', autocomplete } = props
  return (
    <Field id={id} label={label} mistake={mistakeIn(props, id)} {...(hint === undefined ? {} : { hint })}>
      <input
        class="form-input"
        type={type}
        id={id}
        name={id}
        value={value}
        aria-describedby={`${id}-fejl`}
        {...(autocomplete ? { autocomplete } : {})}
      />
    </Field>
  )
}

function UnitField(props: NewEmployeePageProps) {
  const { frame, typed, units, unitNeeded } = props
  const { language } = frame.shell
  return (
    <Field id="enhed" label={employeesText[language].unit} mistake={mistakeIn(props, 'enhed')}>
      <select class="form-select" id="enhed" name="enhed" aria-describedby="enhed-fejl">
        <option value="">{unitNeeded ? inviteText[language].pick : employeesText[language].noUnit}</option>
        {units.map(({ id, name }) => (
          <option value={id} selected={id === typed.unitId}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}

function mistakeIn({ frame, mistakes }: NewEmployeePageProps, field: EmployeeField): string {
  const found = mistakes.find((one) => one.field === field)
  return found ? inviteText[frame.shell.language].mistakes[found.mistake] : ''
}
