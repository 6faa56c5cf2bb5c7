/** `/driftsstatus/beskeder`: all messages, and one by itself. */
import { Layout } from '../web/layout.tsx'
import type { Shell } from '../web/shell.ts'
import type { BoardView } from './board.ts'
import type { StatusMessage } from './message.ts'
import { MessageArticle } from './message-article.tsx'
import { statusPaths } from './status-paths.ts'
import { statusText } from './text.ts'

export type MessagesPageProps = {
  readonly shell: Shell
  readonly view: BoardView
  readonly messages: readonly StatusMessage[]
  /** Where the older ones are. */
  readonly olderHref: string | null
}

export function MessagesPage({ shell, view, messages, olderHref }: MessagesPageProps) {
  const text = statusText[shell.language]
  return (
    <Layout shell={shell} title={text.all} stylesheets={[shell.assets.statusStylesheet]}>
      <h1>{text.all}</h1>
      {messages.length === 0 && (
        <div class="seb-empty">
          <p class="strong">{text.noMessages}</p>
          <p>{text.noMessagesNext}</p>
        </div>
      )}
      {messages.length > 0 && <h2 class="sr-only">{text.messagesTitle}</h2>}
      {messages.map((message) => (
        <MessageArticle {...{ shell, message, now: view.now }} />
      ))}
      <p class="seb-actions seb-section">
        {olderHref && <a href={olderHref}>{text.older}</a>}
        <a href={statusPaths.page}>{text.back}</a>
      </p>
    </Layout>
  )
}

export function MessagePage({ shell, view, message }: { shell: Shell; view: BoardView; message: StatusMessage }) {
  const { language } = shell
  const names = view.parts.filter(({ key }) => message.parts.includes(key)).map(({ name }) => name[language])
  return (
    <Layout shell={shell} title={message.title[language]} stylesheets={[shell.assets.statusStylesheet]}>
      <MessageArticle {...{ shell, message, now: view.now, parts: names }} alone />
      <p class="seb-actions seb-section">
        <a href={statusPaths.page}>{statusText[language].back}</a>
      </p>
    </Layout>
  )
}
