/** "Tider": the hours of the week that an account holds in, and why that is changed. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { capital } from '../../../web/format.ts'
import { formatHours } from '../../../web/format-weekly-hours.ts'
import { HoursFields } from '../../hours/hours-fields.tsx'
import { hoursText } from '../../hours/text.ts'
import { accountHoursPath, adminPaths, employeePath } from '../admin-paths.ts'
import type { Employee } from '../employees/employee.store.ts'
import { employeesText } from '../employees/text.ts'
import { FormField, MistakeSummary } from '../form-field.tsx'
import type { AdminFrame } from '../frame.ts'
import { type AccountHoursMistake, shownHours, type TypedAccountHours } from './save-account-hours.ts'
import { accountHoursText } from './text.ts'

export type AccountHoursPageProps = {
  readonly frame: AdminFrame
  readonly employee: Employee
  readonly typed: Pick<TypedAccountHours, 'hours' | 'reason'>
  readonly mistakes: readonly AccountHoursMistake[]
}

export function AccountHoursPage({ frame, employee, typed, mistakes }: AccountHoursPageProps) {
  const { language } = frame.shell
  const text = accountHoursText[language]
  const { account, name } = employee
  const values = { name, organisation: account.organisation.name }
  const said = mistakes.map(({ field, mistake }) => ({ field, sentence: text.mistakes[mistake] }))
  const now = account.hours ? capital(formatHours(account.hours, language)) : hoursText[language].always
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.title, values)}
      lead={fillText(text.lead, values)}
      breadcrumb={[
        { name: employeesText[language].title, href: adminPaths.employees },
        { name, href: employeePath(account.id) },
      ]}
    >
      <MistakeSummary title={text.mistakesTitle} mistakes={said} />
      {mistakes.some(({ mistake }) => mistake === 'changed-meanwhile') && (
        <div class="seb-callout" role="alert">
          <p>{fillText(text.now, { hours: now })}</p>
        </div>
      )}
      <form class="seb-form" method="post" action={accountHoursPath(account.id)}>
        <input type="hidden" name="set" value={shownHours(employee)} />
        <HoursFields language={language} typed={typed.hours} mistakes={said} unfolded />
        <FormField id="begrundelse" label={text.reason} hint={text.reasonHint} mistakes={said}>
          <input
            class="form-input"
            type="text"
            id="begrundelse"
            name="begrundelse"
            value={typed.reason}
            maxlength={500}
            aria-describedby="begrundelse-fejl"
          />
        </FormField>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.save}
          </button>
          <a class="seb-hit" href={employeePath(account.id)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}
