/** "Send invitation": to somebody who has an account and whom SEB cannot know yet; also to send it again, perhaps elsewhere. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { adminPaths, employeePath, invitePath } from '../admin-paths.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import type { EmployeeMistake } from './check-employee.ts'
import { Field, MistakeSummary } from './field.tsx'
import type { Invitable } from './invitable.store.ts'
import { inviteText } from './text.ts'

export type InvitePageProps = {
  readonly frame: AdminFrame
  readonly invitable: Invitable
  readonly email: string
  readonly mistake: EmployeeMistake | null
}

export function InvitePage({ frame, invitable, email, mistake }: InvitePageProps) {
  const { language } = frame.shell
  const text = inviteText[language]
  const { employee, last } = invitable
  const { id } = employee.account
  const said = mistake ? text.mistakes[mistake] : ''
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.inviteTitle, { name: employee.name })}
      lead={text.inviteLead}
      breadcrumb={[
        { name: employeesText[language].title, href: adminPaths.employees },
        { name: employee.name, href: employeePath(id) },
      ]}
    >
      <MistakeSummary title={text.mistakesTitle} mistakes={said ? [{ field: 'mail', text: said }] : []} />
      <form class="seb-form" method="post" action={invitePath(id)}>
        <input type="hidden" name="set" value={last?.id ?? ''} />
        {last?.state === 'open' && <p>{text.replaces}</p>}
        <Field id="mail" label={text.mail} mistake={said}>
          <input class="form-input" type="email" id="mail" name="mail" value={email} aria-describedby="mail-fejl" />
        </Field>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.send}
          </button>
          <a class="seb-hit" href={employeePath(id)}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}
