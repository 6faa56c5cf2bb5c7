/** "Ret, hvad SEB kender … på": the numbers of somebody's log-in, and why they are corrected. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { adminPaths, employeePath, numbersPath } from '../admin-paths.ts'
import type { Employee } from '../employees/employee.store.ts'
import { employeesText } from '../employees/text.ts'
import { FormField, MistakeSummary } from '../form-field.tsx'
import type { AdminFrame } from '../frame.ts'
import type { FieldMistake, TypedNumbers } from './check-numbers.ts'
import { numbersText } from './text.ts'

export type NumbersPageProps = {
  readonly frame: AdminFrame
  readonly employee: Employee
  readonly typed: TypedNumbers
  readonly mistakes: readonly FieldMistake[]
  /** What the form was filled from. */
  readonly shown: string
}

export function NumbersPage({ frame, employee, typed, mistakes, shown }: NumbersPageProps) {
  const { language } = frame.shell
  const text = numbersText[language]
  const { id, professionalUuid, rid } = employee.account
  const said = mistakes.map(({ field, mistake }) => ({
    field,
    sentence: fillText(text.mistakes[mistake], { uuid: professionalUuid ?? text.none, rid: rid ?? text.none }),
  }))
  const fields = [
    { field: 'uuid', value: typed.uuid, label: text.uuid, hint: text.uuidHint },
    { field: 'rid', value: typed.rid, label: text.rid, hint: text.ridHint },
    { field: 'begrundelse', value: typed.reason, label: text.reason, hint: text.reasonHint },
  ]
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.title, { name: employee.name })}
      lead={text.lead}
      breadcrumb={[
        { name: employeesText[language].title, href: adminPaths.employees },
        { name: employee.name, href: employeePath(id) },
      ]}
    >
      <MistakeSummary title={text.mistakesTitle} mistakes={said} />
      <form class="seb-form" method="post" action={numbersPath(id)}>
        <input type="hidden" name="set" value={shown} />
        <div class="seb-callout">
          <h2>{text.consequences}</h2>
          <ul>
            {text.consequencesOf.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </div>
        {fields.map(({ field, value, label, hint }) => (
          <FormField id={field} label={label} hint={hint} mistakes={said}>
            <input
              class="form-input seb-long"
              type="text"
              id={field}
              name={field}
              value={value}
              autocomplete="off"
              aria-describedby={`${field}-fejl`}
            />
          </FormField>
        ))}
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.save}
          </button>
          <a class="seb-hit" href={employeePath(id)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}
