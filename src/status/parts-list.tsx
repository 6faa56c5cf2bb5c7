/** The parts, each with its state now and its ninety days; local log-ins together, since there are many. */
import { fillText } from '../web/fill.ts'
import type { Shell } from '../web/shell.ts'
import type { BoardView } from './board.ts'
import type { PartStatus } from './current-status.ts'
import { worst } from './current-status.ts'
import { historyOf } from './history.ts'
import { HistoryBars } from './history-bars.tsx'
import { SignOf } from './sign.tsx'
import { statusPaths } from './status-paths.ts'
import { type Sign, signOfLight, signOfPart } from './status-words.ts'
import { statusText } from './text.ts'

export type PartsListProps = {
  readonly shell: Shell
  readonly view: BoardView
  readonly nemLogInStatus: string
}

export function PartsList({ shell, view, nemLogInStatus }: PartsListProps) {
  const local = view.status.parts.filter(({ part }) => part.kind === 'local')
  return (
    <ul class="seb-panel seb-panel--flush plain-list">
      {view.status.parts
        .filter(({ part }) => part.kind !== 'local')
        .map((status) => (
          <Part {...{ shell, view, status, nemLogInStatus }} />
        ))}
      {local.length > 0 && <LocalParts {...{ shell, view, local }} />}
    </ul>
  )
}

export function Part({ shell, view, status, nemLogInStatus }: PartsListProps & { status: PartStatus }) {
  const { language } = shell
  const { part } = status
  const name = part.name[language]
  return (
    <li class="seb-part">
      <div>
        <h3>{name}</h3>
        <What {...{ shell, view, status, nemLogInStatus }} />
      </div>
      <SignOf shell={shell} sign={signOfPart(status, language)} />
      <HistoryBars name={name} history={historyOf([part.key], view.messages, view.now)} language={language} />
    </li>
  )
}

function What({ shell, status: { part }, nemLogInStatus }: PartsListProps & { status: PartStatus }) {
  const text = statusText[shell.language]
  const own: Readonly<Record<string, { what: string }>> = text.own
  if (part.kind === 'seb') return <p>{own[part.key]?.what}</p>
  if (part.kind === 'service') return <p>{text.service}</p>
  if (part.kind === 'local') return null
  return (
    <p>
      {text.nemLogIn} <a href={nemLogInStatus}>{text.nemLogInStatus}</a>
    </p>
  )
}

function LocalParts({ shell, view, local }: { shell: Shell; view: BoardView; local: readonly PartStatus[] }) {
  const { language } = shell
  const text = statusText[language]
  const troubled = local.filter(({ effect }) => effect !== 'none')
  const light = worst(troubled.map((status) => status.light))
  const sign: Sign =
    troubled.length === 0
      ? { tone: 'ok', icon: 'success', words: text.states.normal }
      : { ...signOfLight(light, language), words: fillText(text.localTroubled, { count: troubled.length }) }
  const keys = local.map(({ part }) => part.key)
  return (
    <li class="seb-part">
      <div>
        <h3>{text.localTitle}</h3>
        <p>
          {fillText(text.localNormal, { normal: local.length - troubled.length, total: local.length })}{' '}
          <a href={statusPaths.providers}>{fillText(text.localAll, { total: local.length })}</a>
        </p>
      </div>
      <SignOf shell={shell} sign={sign} />
      <HistoryBars name={text.localTitle} history={historyOf(keys, view.messages, view.now)} language={language} />
    </li>
  )
}
