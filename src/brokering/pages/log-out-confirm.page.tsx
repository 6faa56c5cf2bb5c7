/** "Vil du logge ud?": which services it holds for, and the one button. */
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { signInPaths } from './sign-in-address.ts'
import { signInText } from './text.ts'

export type LogOutConfirmPageProps = {
  readonly shell: Shell
  /** Names of the services the session has logged in to. */
  readonly services: readonly string[]
}

export function LogOutConfirmPage({ shell, services }: LogOutConfirmPageProps) {
  const text = signInText[shell.language].logOut
  return (
    <Layout shell={shell} title={text.confirmTitle}>
      <div class="seb-narrow">
        <h1>{text.confirmTitle}</h1>
        <p class="lead">{text.confirmLead}</p>
        {services.length > 0 && (
          <ul aria-label={text.services}>
            {services.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        )}
        <form method="post" action={signInPaths.logOut} class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.confirm}
          </button>
          <a class="button button-secondary" href="/">
            {text.stay}
          </a>
        </form>
      </div>
    </Layout>
  )
}
