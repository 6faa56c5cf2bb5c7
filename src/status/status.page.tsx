/** `/driftsstatus`: the light in words, the parts, the news, and how to follow it. Answers while the database is down. */
import { fill, fillText } from '../web/fill.ts'
import { formatAlternatives, formatDateTime } from '../web/format.ts'
import { formatWeekHours } from '../web/format-hours.ts'
import { Icon } from '../web/icons.tsx'
import type { Language } from '../web/languages.ts'
import { type Feed, Layout } from '../web/layout.tsx'
import { Phone } from '../web/phone.tsx'
import type { Shell } from '../web/shell.ts'
import type { BoardView } from './board.ts'
import { BarsKey } from './history-bars.tsx'
import type { StatusMessage } from './message.ts'
import { MessageArticle } from './message-article.tsx'
import { PartsList } from './parts-list.tsx'
import { statusPaths } from './status-paths.ts'
import { signOfLight } from './status-words.ts'
import { subscribePaths } from './subscribe/subscribe-paths.ts'
import { statusText } from './text.ts'

export type StatusPageProps = {
  readonly shell: Shell
  readonly view: BoardView
  /** NemLog-in tells of itself there. */
  readonly nemLogInStatus: string
  /** So many of the newest. */
  readonly most: number
}

export function StatusPage({ shell, view, nemLogInStatus, most }: StatusPageProps) {
  const { language } = shell
  const text = statusText[language]
  const shown = view.messages.slice(0, most)
  const [next] = view.status.planned
  return (
    <Layout shell={shell} title={text.title} stylesheets={[shell.assets.statusStylesheet]} feeds={feedsOf(language)}>
      <Now shell={shell} view={view} />
      <div class="seb-split seb-split--status seb-section">
        <div>
          <section aria-labelledby="dele">
            <h2 id="dele">{text.partsTitle}</h2>
            <PartsList {...{ shell, view, nemLogInStatus }} />
            <BarsKey language={language} />
            <details class="seb-details">
              <summary>{text.coloursTitle}</summary>
              <ul>
                {Object.values(text.colours).map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </details>
          </section>
          <section class="seb-section" aria-labelledby="beskeder">
            <h2 id="beskeder">{text.messagesTitle}</h2>
            {shown.length === 0 && (
              <div class="seb-empty">
                <p class="strong">{text.noMessages}</p>
                <p>{text.noMessagesNext}</p>
              </div>
            )}
            {shown.map((message) => (
              <MessageArticle {...{ shell, message, now: view.now }} />
            ))}
            {view.messages.length > most && (
              <p>
                <a class="seb-hit" href={statusPaths.messages}>
                  {text.messagesAll}
                </a>
              </p>
            )}
          </section>
        </div>
        <aside aria-label={text.follow}>
          {next && <NextWindow shell={shell} window={next} />}
          <Follow shell={shell} />
          <Else shell={shell} />
        </aside>
      </div>
    </Layout>
  )
}

/** For feed readers that are given the address of the page. */
function feedsOf(language: Language): Feed[] {
  const title = statusText[language].feedTitle
  const inLanguage = (href: string) => (language === 'en' ? `${href}?sprog=en` : href)
  return [
    { title, type: 'application/rss+xml', href: inLanguage(statusPaths.rss) },
    { title, type: 'application/atom+xml', href: inLanguage(statusPaths.atom) },
  ]
}

function Now({ shell, view }: { shell: Shell; view: BoardView }) {
  const { language } = shell
  const text = statusText[language]
  const { light, goingOn } = view.status
  const sign = signOfLight(light, language)
  const isCopy = view.readAt === null || view.now.getTime() - view.readAt.getTime() >= 20_000
  const time = formatDateTime(view.readAt ?? view.now, language)
  return (
    <div class={`seb-now seb-now--${sign.tone}`}>
      <Icon sprite={shell.assets.icons} name={sign.icon} />
      <div>
        <h1>{text.lights[light].title}</h1>
        {goingOn.map((message) => (
          <p>{message.title[language]}</p>
        ))}
        {view.readAt === null && <p>{text.notRead}</p>}
        {view.readAt !== null && <p class="quiet small">{fillText(isCopy ? text.copy : text.asOf, { time })}</p>}
      </div>
    </div>
  )
}

function NextWindow({ shell, window }: { shell: Shell; window: StatusMessage }) {
  const { language } = shell
  const text = statusText[language]
  return (
    <section class="seb-panel">
      <h2>{text.next}</h2>
      <p class="strong">
        {fillText(text.from, {
          from: formatDateTime(window.startsAt, language),
          until: formatDateTime(window.endsAt ?? window.startsAt, language),
        })}
      </p>
      <p class="small quiet">{window.text[language]}</p>
      <p class="small">
        <a class="seb-hit" href={statusPaths.calendar}>
          {text.toCalendar}
        </a>
      </p>
    </section>
  )
}

function Follow({ shell }: { shell: Shell }) {
  const text = statusText[shell.language]
  const feeds = [
    [text.rss, statusPaths.rss],
    [text.atom, statusPaths.atom],
    [text.calendar, statusPaths.calendar],
    [text.data, statusPaths.json],
  ] as const
  return (
    <section class="seb-panel">
      <h2>{text.follow}</h2>
      <p>
        <a class="seb-hit" href={subscribePaths.ask}>
          {text.byMail}
        </a>
      </p>
      <p class="small">{text.followWith}</p>
      <ul class="seb-feeds plain-list">
        {feeds.map(([name, href]) => (
          <li>
            <a class="seb-hit" href={shell.language === 'en' ? `${href}?sprog=en` : href}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Else({ shell }: { shell: Shell }) {
  const { desk, language } = shell
  const text = statusText[language]
  return (
    <section class="seb-panel">
      <h2>{text.elseTitle}</h2>
      <p class="small">
        {fill(text.else, {
          phone: <Phone number={desk.phone} />,
          hours: formatWeekHours(desk.phoneHours.week, language),
        })}
      </p>
      <p class="small quiet">
        {fill(text.elseOnCall, {
          phone: <Phone number={desk.onCallPhone} />,
          services: formatAlternatives(desk.onCallServices, language),
        })}
      </p>
    </section>
  )
}
