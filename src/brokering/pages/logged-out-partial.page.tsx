/** "Du er ikke logget helt ud": which services may still be open, and what to do about it. */
import { Icon } from '../../web/icons.tsx'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { LogOutList, type ServiceAtLogOut } from './log-out-list.tsx'
import { signInText } from './text.ts'

export type LoggedOutPartialPageProps = {
  readonly shell: Shell
  readonly services: readonly ServiceAtLogOut[]
}

export function LoggedOutPartialPage({ shell, services }: LoggedOutPartialPageProps) {
  const text = signInText[shell.language].logOut
  return (
    <Layout shell={shell} title={text.partialTitle}>
      <div class="seb-narrow">
        <h1>{text.partialTitle}</h1>
        <p class="lead">{text.partialLead}</p>
        <LogOutList shell={shell} services={services} />
        <div class="seb-callout seb-callout--warn seb-after">
          <Icon sprite={shell.assets.icons} name="warning" />
          <h2>{text.whatToDo}</h2>
          <p>{text.whatToDoHow}</p>
        </div>
        <p class="seb-actions">
          <a class="button button-secondary" href="/">
            {text.toFront}
          </a>
        </p>
      </div>
    </Layout>
  )
}
