/** Where the browser ends when a service that has been made silent is asked to log somebody out. */
import { signInPaths } from '../../src/brokering/pages/sign-in-address.ts'
import type { Shell } from '../../src/web/shell.ts'
import { servicePath } from '../addresses.ts'
import { services } from '../data/services.ts'
import { Place, SandboxPage } from '../pages/sandbox-page.tsx'
import type { DemoService } from './demo-service.ts'
import { serviceText } from './text.ts'

export function SilentPage({ shell, service }: { shell: Shell; service: DemoService }) {
  const { language } = shell
  const text = serviceText[language]
  const { names, shortName } = services[service.key]
  return (
    <SandboxPage shell={{ ...shell, otherLanguage: null }} title={text.silence.title}>
      <Place line={text.here} name={names[language]} letters={shortName} />
      <h1>{text.silence.title}</h1>
      <p class="lead">{text.silence.lead}</p>
      <p>
        <a class="button button-primary" href={signInPaths.logOut}>
          {text.silence.next}
        </a>
      </p>
      <form method="post" action={servicePath(service.key).silence} class="seb-after">
        <button class="button button-secondary" type="submit" name="tavs" value="nej">
          {text.silence.makeAnswer}
        </button>
      </form>
    </SandboxPage>
  )
}
