/** The log: who did what and when, the newest first, with filters that stay, what was before and after, and the seal over it. */
import type { LoggedEvent } from '../../audit/list-events.store.ts'
import type { SealState } from '../../audit/seal/seal-state.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime, formatReference } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { AdminFrame } from '../admin/frame.ts'
import { differencesOf } from './event-details.tsx'
import { actorInWords, deedInWords } from './event-in-words.ts'
import { LogFilters } from './log-filters.tsx'
import type { LogNames } from './log-names.store.ts'
import { type LogPaths, tellNamesPath } from './log-paths.ts'
import { type LogQuery, writeLogQuery } from './log-query.ts'
import { logText } from './text.ts'

export type LogPageProps = {
  readonly frame: AdminFrame
  readonly paths: LogPaths
  readonly query: LogQuery
  readonly events: readonly LoggedEvent[]
  readonly names: LogNames
  /** The event that the next page begins after; null on the last page. */
  readonly next: string | null
  /** Whether this is a page further back. */
  readonly further: boolean
  /** The person whose events these are, where a page about them led here. */
  readonly about: string | null
  readonly seal: SealState | null
  /** Whether people are told who looked by name; null where the viewer does not decide it. */
  readonly tellsNames: boolean | null
}

export function LogPage(props: LogPageProps) {
  const { frame, paths, query, events, about } = props
  const { shell } = frame
  const text = logText[shell.language]
  const title = paths.log.startsWith('/forvaltning') ? text.sealedTitle : text.title
  const isFiltered = writeLogQuery(query) !== ''
  return (
    <AdminLayout {...frame} title={title} lead={`${text.lead} ${text.viewed}`}>
      <Seal {...props} />
      {about !== null && (
        <p>
          {fillText(text.one, { name: about })}{' '}
          <a class="seb-hit" href={paths.log}>
            {text.filters.clear}
          </a>
        </p>
      )}
      <LogFilters {...props} />
      {events.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{isFiltered ? text.none : text.empty}</p>
          <p>{isFiltered ? text.noneNext : text.emptyNext}</p>
        </div>
      ) : (
        <Table {...props} />
      )}
      <Pages {...props} />
      <section class="seb-section" aria-labelledby="hent">
        <h2 id="hent">{text.exportTitle}</h2>
        <ul class="seb-list plain-list">
          <li class="seb-line">
            <p>{text.exportCsvHint}</p>
            <a class="button button-secondary" href={addressOf(paths.csv, writeLogQuery(query))} download>
              {text.exportCsv}
            </a>
          </li>
          <li class="seb-line">
            <p>{text.exportSealedHint}</p>
            <form method="post" action={paths.sealed}>
              <button class="button button-secondary" type="submit">
                {text.exportSealed}
              </button>
            </form>
          </li>
        </ul>
      </section>
      {props.tellsNames !== null && (
        <section class="seb-section" aria-labelledby="navne">
          <h2 id="navne">{text.names.title}</h2>
          <p>{props.tellsNames ? text.names.told : text.names.notTold}</p>
          <form method="post" action={tellNamesPath}>
            <button class="button button-secondary" type="submit" name="vis" value={props.tellsNames ? 'nej' : 'ja'}>
              {props.tellsNames ? text.names.stop : text.names.start}
            </button>
          </form>
        </section>
      )}
    </AdminLayout>
  )
}

function addressOf(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`
}

function Seal({ frame: { shell }, seal, events }: LogPageProps) {
  const text = logText[shell.language]
  if (events.some(({ asSealed }) => asSealed === false)) return <Warning {...{ shell }} words={text.changed} />
  if (seal && !seal.trusted) return <Warning {...{ shell }} words={text.untrusted} />
  return (
    <p class="seb-state">
      <Icon sprite={shell.assets.icons} name={seal ? 'success' : 'time'} />
      {seal ? fillText(text.sealed, { time: formatDateTime(seal.sealedAt, shell.language) }) : text.sealedNotYet}
    </p>
  )
}

function Warning({ shell, words }: Pick<LogPageProps['frame'], 'shell'> & { words: string }) {
  return (
    <div class="seb-callout seb-callout--warn" role="alert">
      <Icon sprite={shell.assets.icons} name="warning" />
      <p class="strong">{words}</p>
    </div>
  )
}

function Table(props: LogPageProps) {
  const { frame, events, names } = props
  const { shell } = frame
  const { language } = shell
  const text = logText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.when}</th>
          <th scope="col">{text.event}</th>
          <th scope="col">{text.number}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr>
            <td data-title={text.when}>
              <time class="nowrap num" datetime={event.at.toISOString()}>
                {formatDateTime(event.at, language)}
              </time>
            </td>
            <th scope="row">
              <span>
                <b>{actorInWords(event, names, language)}</b> {deedInWords(event, names, language)}
              </span>
              {event.outcome !== 'success' && (
                <small class="seb-state seb-state--warn">
                  <Icon sprite={shell.assets.icons} name="warning" />
                  {text.outcomes[event.outcome]}
                </small>
              )}
              {differencesOf(props, event)}
            </th>
            <td data-title={text.number}>
              <span class="num">{event.reference ? formatReference(event.reference) : text.nothing}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pages({ frame: { shell }, paths, query, next, further }: LogPageProps) {
  const text = logText[shell.language]
  if (next === null && !further) return null
  const written = writeLogQuery(query)
  return (
    <nav class="seb-pager" aria-label={text.pages}>
      <div class="seb-actions">
        {further && (
          <a class="button button-secondary" href={addressOf(paths.log, written)}>
            {text.newest}
          </a>
        )}
        {next !== null && (
          <a
            class="button button-secondary"
            href={addressOf(paths.log, `${written}${written ? '&' : ''}efter=${next}`)}
            rel="next"
          >
            {text.older}
            <Icon sprite={shell.assets.icons} name="arrow-forward" />
          </a>
        )}
      </div>
    </nav>
  )
}
