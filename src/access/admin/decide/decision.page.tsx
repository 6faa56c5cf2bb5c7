/** One decision about somebody's access: what will happen, why, and the button that does it. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { adminPaths, employeePath } from '../admin-paths.ts'
import type { Employee } from '../employees/employee.store.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import { decideText } from './text.ts'

export type DecisionPageProps = {
  readonly frame: AdminFrame
  readonly employee: Employee
  readonly title: string
  readonly consequences: readonly string[]
  readonly button: string
  /** Where it is sent. */
  readonly action: string
  /** True when it was sent without a reason. */
  readonly reasonMissing: boolean
}

export function DecisionPage(props: DecisionPageProps) {
  const { frame, employee, title, consequences, button, action, reasonMissing } = props
  const { language } = frame.shell
  const text = decideText[language]
  const back = employeePath(employee.account.id)
  return (
    <AdminLayout
      {...frame}
      title={title}
      breadcrumb={[
        { name: employeesText[language].title, href: adminPaths.employees },
        { name: employee.name, href: back },
      ]}
    >
      {reasonMissing && (
        <div class="seb-mistakes" role="alert">
          <h2>{text.mistakesTitle}</h2>
          <ul>
            <li>
              <a href="#begrundelse">{text.reasonMissing}</a>
            </li>
          </ul>
        </div>
      )}
      <form class="seb-form" method="post" action={action}>
        <div class="seb-callout">
          <h2>{text.consequences}</h2>
          <ul>
            {consequences.map((consequence) => (
              <li>{consequence}</li>
            ))}
          </ul>
        </div>
        <div class={reasonMissing ? 'seb-field seb-field--bad' : 'seb-field'}>
          <label class="form-label" for="begrundelse">
            {text.reason}
          </label>
          <span class="form-hint">{text.reasonHint}</span>
          <p class="seb-mistake" id="begrundelse-fejl">
            {reasonMissing ? text.reasonMissing : ''}
          </p>
          <input
            class="form-input"
            type="text"
            id="begrundelse"
            name="begrundelse"
            maxlength={500}
            aria-describedby="begrundelse-fejl"
          />
        </div>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {button}
          </button>
          <a class="seb-hit" href={back}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}
