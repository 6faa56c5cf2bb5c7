/**
 * "Vi logger dig ud": the services are asked one after the other, each by a trip of the browser. The route answers with
 * `refreshTo(next)`; the button is for browsers that do not go on by themselves.
 */
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { LogOutList, type ServiceAtLogOut } from './log-out-list.tsx'
import { signInText } from './text.ts'

export type LogoutProgressPageProps = {
  readonly shell: Shell
  readonly services: readonly ServiceAtLogOut[]
  /** An address of ours. */
  readonly next: string
}

export function LogoutProgressPage({ shell, services, next }: LogoutProgressPageProps) {
  const text = signInText[shell.language].logOut
  return (
    <Layout shell={{ ...shell, otherLanguage: null }} title={text.progressTitle}>
      <div class="seb-narrow">
        <h1>{text.progressTitle}</h1>
        <p class="lead">{text.progressLead}</p>
        <LogOutList shell={shell} services={services} />
        <p class="seb-after">{text.goOnHint}</p>
        <p class="seb-actions">
          <a class="button button-primary" href={next}>
            {text.goOn}
          </a>
        </p>
      </div>
    </Layout>
  )
}
