/** The front page: the right door for whoever comes, what runs, whom to call. The sandbox fills the slot. */
import type { Child } from 'hono/jsx'
import { openingAt } from '../base/opening-hours.ts'
import { fill } from './fill.ts'
import { formatAlternatives } from './format.ts'
import { formatWeekHours } from './format-hours.ts'
import { Icon } from './icons.tsx'
import { Layout } from './layout.tsx'
import { OpenNow } from './open-now.tsx'
import { Phone } from './phone.tsx'
import type { Shell } from './shell.ts'
import { StatusLine, type StatusNews } from './status-line.tsx'
import { webText } from './text.ts'

export const aboutPath = '/om'

/** Addresses of pages that exist. What has none is not there. */
export type FrontPageLinks = {
  readonly ask?: string
  readonly admin?: string
  readonly enrol?: string
  /** Guides for who one is. */
  readonly administratorGuide?: string
  readonly dnhfGuide?: string
  readonly mine?: string
  readonly securityOfficer?: string
  readonly serviceOwner?: string
  readonly providers?: string
  /** The page where one sees and forgets remembered log-ins. */
  readonly remembered?: string
}

export type FrontPageProps = {
  readonly shell: Shell
  readonly now: Date
  readonly links: FrontPageLinks
  /** What runs and what does not, in one line. */
  readonly status: StatusNews
  /** What the sandbox shows a newcomer, between the lead and the rest. */
  readonly children?: Child
}

export function FrontPage({ shell, now, links, status, children }: FrontPageProps) {
  const text = webText[shell.language].front
  return (
    <Layout shell={shell} title={text.title} kind="wide">
      <div class="seb-hero">
        <div class="container">
          <h1>{text.title}</h1>
          <p>{text.lead}</p>
        </div>
      </div>
      <div class="container seb-over">
        {children}
        <div class="seb-doors">
          <Door shell={shell} title={text.doors.signIn.title} text={text.doors.signIn.text} href={undefined} />
          <Door shell={shell} {...text.doors.ask} href={links.ask} />
          <Door shell={shell} {...text.doors.admin} href={links.admin} />
          <Door shell={shell} {...text.doors.enrol} href={links.enrol} />
        </div>
        <StatusLine shell={shell} news={status} />
        <div class="seb-cols seb-section">
          <Links
            title={text.guides.title}
            links={[
              [text.guides.administrator, links.administratorGuide],
              [text.guides.dnhf, links.dnhfGuide],
              [text.guides.all, shell.links.guides],
              [text.about, aboutPath],
            ]}
          />
          <Links
            title={text.you.title}
            links={[
              [text.you.mine, links.mine],
              [text.you.securityOfficer, links.securityOfficer],
              [text.you.serviceOwner, links.serviceOwner],
              [text.you.providers, links.providers],
              [text.you.remembered, links.remembered],
            ]}
          />
          <Help shell={shell} now={now} />
        </div>
      </div>
    </Layout>
  )
}

function Door({ shell, title, text, href }: { shell: Shell; title: string; text: string; href: string | undefined }) {
  return (
    <section class={href ? 'seb-door seb-door--way' : 'seb-door'}>
      <h2>{href ? <a href={href}>{title}</a> : title}</h2>
      <p>{text}</p>
      {href && <Icon sprite={shell.assets.icons} name="arrow-forward" />}
    </section>
  )
}

function Links({ title, links }: { title: string; links: readonly (readonly [string, string | undefined])[] }) {
  const there = links.filter(([, href]) => href !== undefined)
  if (there.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="plain-list">
        {there.map(([name, href]) => (
          <li>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Help({ shell, now }: { shell: Shell; now: Date }) {
  const { desk, language } = shell
  const text = webText[language].front
  return (
    <section>
      <h2>{text.helpTitle}</h2>
      <OpenNow shell={shell} opening={openingAt(desk.phoneHours, now)} now={now} />
      <p>
        {fill(text.help, {
          phone: <Phone number={desk.phone} />,
          hours: formatWeekHours(desk.phoneHours.week, language),
          mail: (
            <a class="seb-mail" href={`mailto:${desk.mail}?subject=SEB`}>
              {desk.mail}
            </a>
          ),
        })}
      </p>
      <p>
        {fill(text.onCall, {
          services: formatAlternatives(desk.onCallServices, language),
          phone: <Phone number={desk.onCallPhone} />,
        })}
      </p>
    </section>
  )
}
