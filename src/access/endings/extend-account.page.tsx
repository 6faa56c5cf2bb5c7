/** "Sidste dag": when an account ends by itself, and why that is changed. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { adminPaths, employeePath, extendAccountPath } from '../admin/admin-paths.ts'
import type { Employee } from '../admin/employees/employee.store.ts'
import { employeesText } from '../admin/employees/text.ts'
import { FormField, MistakeSummary } from '../admin/form-field.tsx'
import type { AdminFrame } from '../admin/frame.ts'
import { type SaidEndMistake, shownEnd, type TypedEnd } from './extend-account.ts'
import { endingsText } from './text.ts'

export type ExtendAccountPageProps = {
  readonly frame: AdminFrame
  readonly employee: Employee
  readonly typed: Pick<TypedEnd, 'until' | 'reason'>
  readonly mistakes: readonly SaidEndMistake[]
}

export function ExtendAccountPage({ frame, employee, typed, mistakes }: ExtendAccountPageProps) {
  const { language } = frame.shell
  const text = endingsText[language]
  const { account, name } = employee
  const values = { name, organisation: account.organisation.name }
  const said = mistakes.map(({ field, mistake }) => ({ field, sentence: text.mistakes[mistake] }))
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
      <form class="seb-form" method="post" action={extendAccountPath(account.id)}>
        <input type="hidden" name="set" value={shownEnd(employee)} />
        <FormField id="til" label={text.until} hint={text.untilHint} mistakes={said}>
          <input class="form-input" type="date" id="til" name="til" value={typed.until} aria-describedby="til-fejl" />
        </FormField>
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
