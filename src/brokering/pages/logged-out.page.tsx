/** "Du er logget ud": everybody answered. */
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { LogOutList, type ServiceAtLogOut } from './log-out-list.tsx'
import { signInText } from './text.ts'

export type LoggedOutPageProps = {
  readonly shell: Shell
  /** May be empty: nobody was logged in. */
  readonly services: readonly ServiceAtLogOut[]
}

export function LoggedOutPage({ shell, services }: LoggedOutPageProps) {
  const text = signInText[shell.language].logOut
  return (
    <Layout shell={shell} title={text.outTitle}>
      <div class="seb-narrow">
        <h1>{text.outTitle}</h1>
        <p class="lead">{text.outLead}</p>
        {services.length > 0 && <LogOutList shell={shell} services={services} />}
        <p class="seb-after">{text.outShared}</p>
        <p class="seb-actions">
          <a class="button button-secondary" href="/">
            {text.toFront}
          </a>
        </p>
      </div>
    </Layout>
  )
}
