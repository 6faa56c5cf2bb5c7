/** What concerns somebody who is logging in or has just arrived: one line, and a note on each log-in in trouble. */
import type { Language } from '../web/languages.ts'
import type { StatusNews } from '../web/status-line.tsx'
import type { BoardView } from './board.ts'
import { lightOf } from './current-status.ts'
import { providerPart } from './part.ts'
import { messagePath, statusPaths } from './status-paths.ts'
import { signOfLight } from './status-words.ts'
import { statusText } from './text.ts'

/** The front page always has a line: that all is well is news too. */
export function newsForEverybody({ status }: BoardView, language: Language): StatusNews {
  const { tone, icon, words } = signOfLight(status.light, language)
  const [first] = status.goingOn
  const sentence = first ? first.title[language] : statusText[language].allNormal
  return { tone, icon, word: words, sentence, href: statusPaths.page }
}

/** The worst that goes on with any of these parts of SEB; null where nothing does. */
export function newsOf({ status }: BoardView, parts: readonly string[], language: Language): StatusNews | null {
  const message = status.goingOn.find((one) => one.parts.some((part) => parts.includes(part)))
  if (!message) return null
  const { tone, icon, words } = signOfLight(lightOf(message), language)
  return { tone, icon, word: words, sentence: message.title[language], href: messagePath(message.id) }
}

/** A sentence on each identity provider that something is wrong with, by its id. */
export function troublesOf(
  { status }: BoardView,
  providers: readonly { id: string; key: string }[],
  language: Language,
): ReadonlyMap<string, string> {
  return new Map(
    providers.flatMap(({ id, key }) => {
      const message = status.goingOn.find(({ parts }) => parts.includes(providerPart(key)))
      return message ? [[id, message.title[language].replace(/^SEB - /, '')] as const] : []
    }),
  )
}
