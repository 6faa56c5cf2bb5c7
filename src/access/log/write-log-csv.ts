/** The chosen events as CSV, batch by batch as they are taken, however many there are. */
import type { LoggedEvent } from '../../audit/list-events.store.ts'
import { csvLine, csvMark } from '../../base/csv.ts'
import type { Language } from '../../web/languages.ts'
import type { ReadLog } from './ask-log.ts'
import { actorInWords, deedInWords, objectInWords } from './event-in-words.ts'
import type { LogNames } from './log-names.store.ts'
import { logText } from './text.ts'

const eventsAtOnce = 1_000

/** `read` reads what comes after an event; each batch in a transaction of its own. */
export async function* writeLogCsv(
  read: (page: { after: string | null; most: number }) => Promise<ReadLog>,
  language: Language,
): AsyncGenerator<string> {
  yield csvMark + csvLine(Object.values(logText[language].csv))
  let after: string | null = null
  do {
    const { events, names, next }: ReadLog = await read({ after, most: eventsAtOnce })
    if (events.length > 0) yield events.map((event) => csvLine(cellsOf(event, names, language))).join('')
    after = next
  } while (after !== null)
}

/** In the order of the headings. */
function cellsOf(event: LoggedEvent, names: LogNames, language: Language): string[] {
  const actor = actorInWords(event, names, language)
  return [
    event.at.toISOString(),
    `${actor} ${deedInWords(event, names, language)}`,
    event.action,
    logText[language].outcomes[event.outcome],
    actor,
    objectInWords(event, names, language) ?? '',
    event.reference ?? '',
    event.source ?? '',
    JSON.stringify(event.details),
  ]
}
