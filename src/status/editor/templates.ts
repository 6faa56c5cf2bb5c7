/** Messages to begin from, as the desk has always written them: a window announced, a window over, a fault, a fault solved. */
import { writeDay } from '../../base/danish-time.ts'
import { fillText } from '../../web/fill.ts'
import { formatTime } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import type { Effect, MessageKind, Priority, StatusMessage } from '../message.ts'
import { sebParts } from '../part.ts'
import { editorText } from './text.ts'

export const templateNames = ['window', 'incident', 'notice'] as const
export type TemplateName = (typeof templateNames)[number]

type Begun = {
  kind: MessageKind
  effect: Effect
  priority: Priority | null
  parts: readonly string[]
  title: Record<Language, string>
  text: Record<Language, string>
}

export interface WindowTimes {
  startsAt: Date
  endsAt: Date
}

/** The message that is announced before a window. */
export function windowAnnounced(times: WindowTimes): Begun {
  const written = (language: Language) => {
    const { templates } = editorText[language]
    const facts = { day: longDay(times.startsAt, language), ...hoursOf(times, language) }
    return { title: fillText(templates.windowTitle, facts), text: fillText(templates.windowText, facts) }
  }
  return { kind: 'window', effect: 'unstable', priority: null, parts: sebParts, ...both(written) }
}

export function incidentFound(): Begun {
  const written = (language: Language) => {
    const { templates } = editorText[language]
    return { title: templates.incidentTitle, text: templates.incidentText }
  }
  return { kind: 'incident', effect: 'unstable', priority: 3, parts: [], ...both(written) }
}

export function notice(): Begun {
  return {
    kind: 'notice',
    effect: 'none',
    priority: null,
    parts: [],
    title: { da: 'SEB - ', en: '' },
    text: { da: '', en: '' },
  }
}

/** What a window or a fault says when it is over: a title that says so, and a text of one sentence. */
export function endedWords(message: StatusMessage): Pick<StatusMessage, 'title' | 'text'> {
  return both((language) => {
    const { templates } = editorText[language]
    const over = message.kind === 'window' ? templates.windowOver : templates.solved
    const about =
      message.kind === 'window'
        ? fillText(templates.windowName, {
            day: shortDay(message.startsAt, language),
            ...hoursOf({ startsAt: message.startsAt, endsAt: message.endsAt ?? message.startsAt }, language),
          })
        : message.title[language].replace(/^SEB - /, '')
    return { title: fillText(over, { about }), text: templates.normal }
  })
}

type Words = { title: string; text: string }

function both(write: (language: Language) => Words): Pick<StatusMessage, 'title' | 'text'> {
  const [da, en] = [write('da'), write('en')]
  return { title: { da: da.title, en: en.title }, text: { da: da.text, en: en.text } }
}

/** `fredag d. 11. april 2025`, `Friday 11 April 2025`. */
function longDay(at: Date, language: Language): string {
  return language === 'da'
    ? `${format(at, 'da-DK', { weekday: 'long' })} d. ${format(at, 'da-DK', { day: 'numeric', month: 'long', year: 'numeric' })}`
    : format(at, 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** `11. april`, `11 April`. */
function shortDay(at: Date, language: Language): string {
  return format(at, language === 'da' ? 'da-DK' : 'en-GB', { day: 'numeric', month: 'long' })
}

/** `kl. 13.00` and `14.00`; the second has its day where that is another. */
function hoursOf({ startsAt, endsAt }: WindowTimes, language: Language): { from: string; until: string } {
  const until = formatTime(endsAt, language).replace('kl. ', '')
  const sameDay = writeDay(startsAt) === writeDay(endsAt)
  return { from: formatTime(startsAt, language), until: sameDay ? until : `${shortDay(endsAt, language)} ${until}` }
}

function format(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Copenhagen', ...options }).format(at)
}
