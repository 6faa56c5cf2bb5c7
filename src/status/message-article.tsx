/** One message as everybody reads it: what it is now, the title, the text, Opdateret and Oprettet. */
import { fillText } from '../web/fill.ts'
import { formatDateTime } from '../web/format.ts'
import type { Shell } from '../web/shell.ts'
import type { StatusMessage } from './message.ts'
import { SignOf } from './sign.tsx'
import { messagePath } from './status-paths.ts'
import { signOfMessage } from './status-words.ts'
import { statusText } from './text.ts'

export type MessageArticleProps = {
  readonly shell: Shell
  readonly message: StatusMessage
  readonly now: Date
  /** Alone on its page it is the heading of that; in a list it leads there. */
  readonly alone?: boolean
  /** Names of the parts it concerns. */
  readonly parts?: readonly string[]
}

export function MessageArticle({ shell, message, now, alone = false, parts = [] }: MessageArticleProps) {
  const { language } = shell
  const text = statusText[language]
  const time = (at: Date) => formatDateTime(at, language)
  const title = message.title[language]
  return (
    <article class="seb-message">
      <SignOf shell={shell} sign={signOfMessage(message, now, language)} />
      {alone ? (
        <h1>{title}</h1>
      ) : (
        <h3>
          <a href={messagePath(message.id)}>{title}</a>
        </h3>
      )}
      {message.text[language].split(/\n{2,}/).map((paragraph) => (
        <p class="seb-lines">{paragraph}</p>
      ))}
      {alone && message.kind === 'window' && message.endsAt && (
        <p>{fillText(text.from, { from: time(message.startsAt), until: time(message.endsAt) })}</p>
      )}
      {parts.length > 0 && <p>{fillText(text.about, { parts: parts.join(', ') })}</p>}
      <p class="seb-stamp num">
        <span>{fillText(text.updated, { time: time(message.updatedAt) })}</span>
        <span>{fillText(text.created, { time: time(message.createdAt) })}</span>
      </p>
    </article>
  )
}
