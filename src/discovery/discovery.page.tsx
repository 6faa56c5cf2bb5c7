/** "Vælg hvor du vil logge ind": the tabs, what one chose last, help, and the way out. Works as plain forms and links. */
import type { Child } from 'hono/jsx'
import { fill, fillText } from '../web/fill.ts'
import { Icon } from '../web/icons.tsx'
import { Layout } from '../web/layout.tsx'
import { Phone } from '../web/phone.tsx'
import { ServiceHeading, type ServiceName } from '../web/service-heading.tsx'
import type { Shell } from '../web/shell.ts'
import { StatusLine, type StatusNews } from '../web/status-line.tsx'
import { type DiscoveryTab, discoveryAddress, discoveryFields, discoveryPaths } from './discovery-address.ts'
import { choiceForm } from './discovery-form.ts'
import type { ProviderList } from './list-providers.ts'
import { type LastUsed, LocalTab } from './local-tab.tsx'
import { NemloginTab, type NemloginWay } from './nemlogin-tab.tsx'
import { discoveryText } from './text.ts'

export type DiscoveryPageProps = {
  readonly shell: Shell
  readonly service: ServiceName
  /** The id of the sign-in, carried by every link and form. */
  readonly signIn: string
  /** The tab to show; the other stays one link away. Ignored when only one kind of log-in is activated. */
  readonly tab: DiscoveryTab
  /** Null when NemLog-in is not activated for the service. */
  readonly nemlogin: NemloginWay | null
  /** Null when no local log-in is activated for the service. */
  readonly local: ProviderList | null
  /** What this browser chose last, for this service or else any; null when unknown or no longer activated. */
  readonly lastUsed: LastUsed | null
  /** The name of the log-in that is remembered for this service; the person is here because they asked to change. */
  readonly remembered: { readonly name: string; readonly serviceId: string } | null
  /** False when the service cannot be given an answer: then the way out is the front page. */
  readonly canCancel: boolean
  /** What is wrong with SEB itself just now; null when nothing is. */
  readonly news: StatusNews | null
}

export function DiscoveryPage(props: DiscoveryPageProps) {
  const { shell, service, signIn, nemlogin, local, lastUsed, remembered } = props
  const text = discoveryText[shell.language]
  const lastAtNemlogin = lastUsed?.choice.identityProviderId === nemlogin?.id
  const tab = !local ? 'nemlogin' : !nemlogin ? 'lokal' : props.tab
  return (
    <Layout
      shell={shell}
      title={`${text.title} – ${service.name}`}
      scripts={local && tab === 'lokal' ? [shell.assets.scripts.search] : []}
    >
      <ServiceHeading line={text.towards} service={service} />
      <h1>{text.title}</h1>
      {props.news && <StatusLine shell={shell} news={props.news} />}
      <div class="seb-split">
        <div>
          {remembered && <Remembered text={text} remembered={remembered} signIn={signIn} />}
          {nemlogin || local ? (
            <div class="seb-panel seb-panel--flush">
              {nemlogin && local && <Tabs text={text} signIn={signIn} tab={tab} />}
              <div class="seb-tabbody">
                <form id={choiceForm} method="post" action={discoveryPaths.choose}>
                  <input type="hidden" name={discoveryFields.signIn} value={signIn} />
                </form>
                {tab === 'nemlogin' && nemlogin && (
                  <NemloginTab shell={shell} way={nemlogin} lastUsed={lastAtNemlogin ? lastUsed : null} />
                )}
                {tab === 'lokal' && local && (
                  <LocalTab shell={shell} list={local} lastUsed={lastAtNemlogin ? null : lastUsed} signIn={signIn} />
                )}
              </div>
            </div>
          ) : (
            <div class="seb-panel">
              <h2>{fillText(text.nothingTitle, { service: service.name })}</h2>
              <p>{text.nothing}</p>
            </div>
          )}
          <WayOut {...props} />
          {tab === 'lokal' && local && <CannotFind {...props} />}
        </div>
        {nemlogin && local && <HelpToChoose shell={shell} />}
      </div>
    </Layout>
  )
}

type Words = (typeof discoveryText)['da']

function Tabs({ text, signIn, tab }: { text: Words; signIn: string; tab: DiscoveryTab }) {
  const tabs: [DiscoveryTab, string][] = [
    ['nemlogin', text.nemlogin],
    ['lokal', text.local],
  ]
  return (
    <nav aria-label={text.ways}>
      <ul class="seb-tabs plain-list">
        {tabs.map(([name, label]) => (
          <li>
            <a
              href={discoveryAddress(signIn, { tab: name, change: true })}
              {...(name === tab ? { 'aria-current': 'page' } : {})}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Remembered(props: { text: Words; remembered: { name: string; serviceId: string }; signIn: string }) {
  const { text, remembered, signIn } = props
  return (
    <form class="seb-callout" method="post" action={discoveryPaths.remembered}>
      <p class="strong">{fillText(text.rememberedHere, { name: remembered.name })}</p>
      <p>{text.rememberedWhat}</p>
      <input type="hidden" name={discoveryFields.service} value={remembered.serviceId} />
      <input type="hidden" name={discoveryFields.signIn} value={signIn} />
      <p>
        <button class="seb-textbutton" type="submit">
          {text.forget}
        </button>
      </p>
    </form>
  )
}

function WayOut({ shell, service, signIn, canCancel }: DiscoveryPageProps) {
  const label = fillText(discoveryText[shell.language].back, { service: canCancel ? service.name : 'SEB' })
  const content: Child = (
    <>
      <Icon sprite={shell.assets.icons} name="arrow-back" class="icon-20" />
      <span>{label}</span>
    </>
  )
  if (!canCancel) {
    return (
      <p class="seb-out">
        <a class="seb-textbutton" href="/">
          {content}
        </a>
      </p>
    )
  }
  return (
    <form class="seb-out" method="post" action={discoveryPaths.cancel}>
      <input type="hidden" name={discoveryFields.signIn} value={signIn} />
      <button class="seb-textbutton" type="submit">
        {content}
      </button>
    </form>
  )
}

function CannotFind({ shell, service, signIn, nemlogin }: DiscoveryPageProps) {
  const text = discoveryText[shell.language]
  return (
    <section class="seb-lost">
      <h2>{text.cannotFind}</h2>
      {nemlogin?.professional && (
        <p>
          {fill(text.probablyNemlogin, {
            link: (
              <a href={discoveryAddress(signIn, { tab: 'nemlogin', change: true })}>{text.logInWithProfessional}</a>
            ),
          })}
        </p>
      )}
      <p>{fillText(text.notActivated, { service: service.name })}</p>
      <p class="quiet">
        {fill(text.stillInDoubt, {
          phone: <Phone number={shell.desk.phone} />,
        })}
      </p>
    </section>
  )
}

function HelpToChoose({ shell }: { shell: Shell }) {
  const text = discoveryText[shell.language]
  return (
    <aside class="seb-aside" aria-label={text.helpToChoose}>
      <section>
        <h2>{text.inDoubt}</h2>
        <p>{text.inDoubtAdvice}</p>
      </section>
      <section>
        <h2>{text.areYouNew}</h2>
        <p>{text.areYouNewAdvice}</p>
      </section>
    </aside>
  )
}
