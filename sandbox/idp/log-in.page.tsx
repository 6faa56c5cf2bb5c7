/** An identity provider’s log-in page: choose who you are, see what SEB asked, or give up. */
import { meetsAssurance } from '../../src/base/assurance.ts'
import type { LogInKind } from '../../src/brokering/authentication.ts'
import { fillText } from '../../src/web/fill.ts'
import { Icon } from '../../src/web/icons.tsx'
import type { Shell } from '../../src/web/shell.ts'
import { providerPath, sandboxPaths } from '../addresses.ts'
import type { BrowserNotes } from '../browser-notes.ts'
import { organisationNames } from '../data/organisations.ts'
import { providers } from '../data/providers.ts'
import { Place, SandboxPage } from '../pages/sandbox-page.tsx'
import { sandboxText } from '../pages/text.ts'
import { wayInWords } from '../pages/way-in-words.ts'
import { fullName } from '../people/persona.ts'
import { type Choice, choicesAt } from '../people/personas.ts'
import { AskedFacts } from './asked-facts.tsx'
import type { Asked, IdentityProvider } from './identity-provider.ts'
import { initialsOf } from './initials.ts'
import { idpText } from './text.ts'

/** The fields of the forms on this page. */
export const logInFields = { asked: 'id', choice: 'hvem', provider: 'udbyder' } as const

export type LogInPageProps = {
  readonly shell: Shell
  readonly provider: IdentityProvider
  /** Names what was asked. */
  readonly id: string
  readonly asked: Asked
  readonly notes: BrowserNotes
}

export function LogInPage({ shell, provider, id, asked, notes }: LogInPageProps) {
  const { language } = shell
  const text = idpText[language]
  const { names, letters } = providers[provider.key]
  const path = providerPath(provider.key)
  const fault = notes.faults.get(provider.key)
  const switchboard = `${sandboxPaths.switchboard}?${new URLSearchParams({ [logInFields.provider]: provider.key, [logInFields.asked]: id })}`
  return (
    <SandboxPage shell={shell} title={`${text.logInTitle} – ${names[language]}`}>
      <Place line={text.here} name={names[language]} letters={letters} />
      <h1>{text.logInTitle}</h1>
      <p class="lead">{text.logInLead}</p>
      <div class="seb-split">
        <div>
          {fault && (
            <div class="seb-callout seb-callout--warn">
              <Icon sprite={shell.assets.icons} name="warning" />
              <h2>{text.faultSet}</h2>
              <p>{sandboxText[language].faults[fault]}</p>
              <p>
                <a href={switchboard}>{text.changeFault}</a>
              </p>
            </div>
          )}
          <Following shell={shell} provider={provider} asked={asked} notes={notes} />
          <form method="post" action={path.logIn}>
            <input type="hidden" name={logInFields.asked} value={id} />
            {asked.kinds.map((kind) => (
              <Choices shell={shell} provider={provider} asked={asked} kind={kind} notes={notes} />
            ))}
          </form>
          <form method="post" action={path.cancel} class="seb-after">
            <input type="hidden" name={logInFields.asked} value={id} />
            <button class="seb-textbutton" type="submit">
              <Icon sprite={shell.assets.icons} name="arrow-back" />
              <span>{text.cancel}</span>
            </button>
          </form>
        </div>
        <aside class="seb-aside" aria-label={text.asked}>
          <section>
            <h2>{text.asked}</h2>
            <AskedFacts shell={shell} asked={asked} />
          </section>
          {!fault && (
            <section>
              <p>
                <a href={switchboard}>{text.makeFault}</a>
              </p>
            </section>
          )}
        </aside>
      </div>
    </SandboxPage>
  )
}

type Props = Pick<LogInPageProps, 'shell' | 'provider' | 'asked' | 'notes'>

/** Whom the newcomer is following: to be chosen here, or not to be found here. */
function Following({ shell, provider, asked, notes }: Props) {
  if (!notes.following) return null
  const { persona, story } = notes.following
  const text = idpText[shell.language]
  const name = fullName(persona)
  const isHere = story.provider === provider.key && asked.kinds.includes(story.kind)
  const way = wayInWords(story, shell.language)
  return (
    <div class="seb-callout">
      <h2>{fillText(text.following, { name })}</h2>
      <p>{isHere ? fillText(text.followingHint, { name }) : fillText(text.notHere, { name, way })}</p>
    </div>
  )
}

function Choices({ shell, provider, asked, kind, notes }: Props & { kind: LogInKind }) {
  const text = idpText[shell.language]
  const choices = choicesAt(provider.key, [kind])
  const followed = notes.following?.persona.key
  // The one who is followed stands first: nobody should have to look for her.
  const sorted = [...choices].sort((one, other) => rank(other, followed) - rank(one, followed))
  return (
    <section class="sb-choices" aria-labelledby={`slags-${kind}`}>
      <h2 id={`slags-${kind}`}>{text[kind]}</h2>
      {choices.length === 0 && <p>{text.nobody}</p>}
      <ul class="plain-list seb-list">
        {sorted.map((choice) => (
          <li>
            <ChoiceRow shell={shell} provider={provider} asked={asked} choice={choice} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ChoiceRow({ shell, provider, asked, choice }: Omit<Props, 'notes'> & { choice: Choice }) {
  const { language } = shell
  const text = idpText[language]
  const { persona, logIn, value } = choice
  const wanted = asked.request.context.assurance
  const level = sandboxText[language].levels[logIn.assurance]
  const tooLow =
    providers[provider.key].heedsRequestedLevel && wanted !== null && !meetsAssurance(logIn.assurance, wanted)
  return (
    <button class="seb-provider" type="submit" name={logInFields.choice} value={value}>
      <span class="seb-tile" aria-hidden="true">
        {initialsOf(fullName(persona))}
      </span>
      <span>
        <b>{fullName(persona)}</b>
        <small>{persona.title[language]}</small>
        <small class="quiet">
          {logIn.cvr ? `${organisationNames[logIn.cvr]}, CVR\u00a0${logIn.cvr}` : text.noOrganisation}
          {'. '}
          {fillText(tooLow ? text.cannotReach : text.reaches, { level })}
        </small>
      </span>
    </button>
  )
}

function rank({ persona }: Choice, followed: string | undefined): number {
  return persona.key === followed ? 1 : 0
}
