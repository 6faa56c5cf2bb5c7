/** A demo service’s page: log in, or see what came of it. */
import { fillText } from '../../src/web/fill.ts'
import { Icon } from '../../src/web/icons.tsx'
import type { Shell } from '../../src/web/shell.ts'
import { servicePath } from '../addresses.ts'
import type { BrowserNotes } from '../browser-notes.ts'
import { type ServiceKey, serviceKeys, services } from '../data/services.ts'
import { Place, SandboxPage } from '../pages/sandbox-page.tsx'
import { fullName } from '../people/persona.ts'
import type { DemoService, ServiceSession } from './demo-service.ts'
import { Guide, StoryEnd } from './guide.tsx'
import { WishesForm, wishFields } from './log-in-wishes.tsx'
import { Received, receivedTitle } from './received.tsx'
import type { ReceivedLogIn } from './received-log-in.ts'
import { serviceText } from './text.ts'

export type ServicePageProps = {
  readonly shell: Shell
  readonly service: DemoService
  readonly session: ServiceSession | null
  readonly notes: BrowserNotes
  /** Somebody other than the person of the story is logged in at a provider in this browser. */
  readonly someoneElse: boolean
}

export function ServicePage(props: ServicePageProps) {
  const { shell, service, session } = props
  const { names, shortName } = services[service.key]
  const { language } = shell
  const title = session?.state === 'in' ? receivedTitle(session.received, shell) : serviceText[language].notLoggedIn
  return (
    <SandboxPage shell={shell} title={`${title} – ${names[language]}`}>
      <Place line={serviceText[language].here} name={names[language]} letters={shortName} />
      <h1>{title}</h1>
      {session?.state === 'in' ? (
        <LoggedIn {...props} received={session.received} />
      ) : (
        <LoggedOut {...props} session={session} />
      )}
    </SandboxPage>
  )
}

type LoggedOutProps = Omit<ServicePageProps, 'session'> & { session: Exclude<ServiceSession, { state: 'in' }> | null }

function LoggedOut({ shell, service, session, notes, someoneElse }: LoggedOutProps) {
  const { language } = shell
  const text = serviceText[language]
  const { descriptions, about } = services[service.key]
  const following = notes.following?.story.service === service.key ? notes.following : null
  return (
    <>
      <p class="lead">{descriptions[language]}</p>
      <div class="seb-split">
        <div>
          {session && <WhatCameOfIt shell={shell} session={session} />}
          {following && <Guide shell={shell} following={following} someoneElse={someoneElse} />}
          <form method="get" action={servicePath(service.key).logIn} class="sb-section">
            {following && someoneElse && <input type="hidden" name={wishFields.force} value="1" />}
            <button class="button button-primary" type="submit">
              {session ? text.logInNew : text.logIn}
            </button>
          </form>
          <WishesForm shell={shell} service={service} />
        </div>
        <aside class="seb-aside">
          <section>
            <p>{about[language]}</p>
          </section>
          <section>
            <Silence shell={shell} service={service} isSilent={notes.silent.has(service.key)} />
          </section>
        </aside>
      </div>
    </>
  )
}

function WhatCameOfIt({ shell, session }: { shell: Shell; session: NonNullable<LoggedOutProps['session']> }) {
  const text = serviceText[shell.language]
  if (session.state === 'out') {
    return (
      <div class={session.wholly ? 'seb-callout' : 'seb-callout seb-callout--warn'} role="status">
        {!session.wholly && <Icon sprite={shell.assets.icons} name="warning" />}
        <p>{session.wholly ? text.out.wholly : text.out.partly}</p>
      </div>
    )
  }
  const words = session.state === 'failed' ? failedWords(session, shell) : refusedWords(session, shell)
  return (
    <div class="seb-callout seb-callout--warn" role="status">
      <Icon sprite={shell.assets.icons} name="warning" />
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {words.code && (
        <p>
          <code>{words.code}</code>
        </p>
      )}
    </div>
  )
}

function failedWords({ detail }: { detail: string }, { language }: Shell) {
  const { title, lead } = serviceText[language].failed
  return { title, lead: fillText(lead, { detail }), code: null }
}

function refusedWords({ status }: Extract<ServiceSession, { state: 'refused' }>, { language }: Shell) {
  const text = serviceText[language].refused
  const code = status.second ? `${status.top}/${status.second}` : status.top
  return {
    title: text.title,
    lead: status.second ? text.codes[status.second] : text.other,
    code: fillText(text.code, { code }),
  }
}

function LoggedIn({ shell, service, received, notes }: ServicePageProps & { received: ReceivedLogIn }) {
  const { language } = shell
  const text = serviceText[language]
  return (
    <>
      <p class="lead">{text.received.lead}</p>
      <div class="seb-split">
        <div>
          {isFollowed(notes, service.key, received) && <StoryEnd shell={shell} following={notes.following} />}
          <Received shell={shell} service={service.key} received={received} />
        </div>
        <aside class="seb-aside">
          <form method="post" action={servicePath(service.key).logOut}>
            <button class="button button-primary" type="submit">
              {text.logOut}
            </button>
            <p class="seb-after">{text.logOutHint}</p>
          </form>
          <section class="sb-section">
            <h2>{text.others}</h2>
            <p>{text.othersHint}</p>
            <ul class="plain-list">
              {otherServices(service.key).map((key) => (
                <li>
                  <a class="seb-hit" href={servicePath(key).page}>
                    {services[key].names[language]}
                  </a>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <Silence shell={shell} service={service} isSilent={notes.silent.has(service.key)} />
          </section>
        </aside>
      </div>
    </>
  )
}

/** The switch that makes the service leave SEB without an answer at log-out. */
function Silence({ shell, service, isSilent }: { shell: Shell; service: DemoService; isSilent: boolean }) {
  const text = serviceText[shell.language].silence
  return (
    <form method="post" action={servicePath(service.key).silence}>
      <p>{isSilent ? text.isSilent : text.hint}</p>
      <button class="seb-textbutton" type="submit" name="tavs" value={isSilent ? 'nej' : 'ja'}>
        <span>{isSilent ? text.makeAnswer : text.makeSilent}</span>
      </button>
    </form>
  )
}

/** The person who is logged in is the one of the story that is followed here. */
function isFollowed(
  notes: BrowserNotes,
  service: ServiceKey,
  received: ReceivedLogIn,
): notes is BrowserNotes & { following: NonNullable<BrowserNotes['following']> } {
  return notes.following?.story.service === service && fullName(notes.following.persona) === received.fullName
}

function otherServices(key: ServiceKey): ServiceKey[] {
  return serviceKeys.filter((other) => other !== key)
}
