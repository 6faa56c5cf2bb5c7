/** An identity provider’s own page: who is logged in there, and log out. */
import { fillText } from '../../src/web/fill.ts'
import { formatDateTime } from '../../src/web/format.ts'
import type { Shell } from '../../src/web/shell.ts'
import { providerPath, sandboxPaths } from '../addresses.ts'
import { organisationNames } from '../data/organisations.ts'
import { providers } from '../data/providers.ts'
import { Facts, Place, SandboxPage } from '../pages/sandbox-page.tsx'
import { sandboxText } from '../pages/text.ts'
import { fullName } from '../people/persona.ts'
import type { IdentityProvider, ProviderSession } from './identity-provider.ts'
import { idpText } from './text.ts'

export type ProviderPageProps = {
  readonly shell: Shell
  readonly provider: IdentityProvider
  readonly session: ProviderSession | null
  /** How a log-out that began here ended. */
  readonly loggedOut: 'wholly' | 'partly' | null
}

export function ProviderPage({ shell, provider, session, loggedOut }: ProviderPageProps) {
  const { language } = shell
  const text = idpText[language]
  const { names, letters, about } = providers[provider.key]
  const path = providerPath(provider.key)
  return (
    <SandboxPage shell={shell} title={names[language]}>
      <Place line={text.here} name={names[language]} letters={letters} />
      <h1>{session ? fillText(text.loggedInTitle, { name: fullName(session.persona) }) : text.notLoggedIn}</h1>
      <p class="lead">{about[language]}</p>
      {loggedOut && (
        <div class={loggedOut === 'wholly' ? 'seb-callout' : 'seb-callout seb-callout--warn'}>
          <p>{loggedOut === 'wholly' ? text.loggedOutWholly : text.loggedOutPartly}</p>
        </div>
      )}
      {session && (
        <>
          <Facts facts={factsOf(session, shell)} />
          <form method="post" action={path.logOut} class="seb-after">
            <p>{text.logOutHint}</p>
            <button class="button button-primary" type="submit">
              {text.logOut}
            </button>
          </form>
        </>
      )}
      <p class="seb-actions seb-after">
        <a href={path.metadata}>{text.metadata}</a> <a href={sandboxPaths.overview}>{text.toOverview}</a>
      </p>
    </SandboxPage>
  )
}

function factsOf({ logIn, since }: ProviderSession, { language }: Shell): [string, string][] {
  const text = idpText[language]
  return [
    [text.onBehalfOf, logIn.cvr ? `${organisationNames[logIn.cvr]}, CVR\u00a0${logIn.cvr}` : text.noOrganisation],
    [text.level, sandboxText[language].levels[logIn.assurance]],
    [text.since, formatDateTime(since, language)],
  ]
}
