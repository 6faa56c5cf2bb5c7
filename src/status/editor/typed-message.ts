/** What was typed into the form of a message, and what is wrong with it. */
import type { Wrong } from '../../access/management/fields.tsx'
import { plain, typedChoice, typedText } from '../../access/management/typed.ts'
import { readMoment, writeDay } from '../../base/danish-time.ts'
import type { FormFields } from '../../web/form.ts'
import type { Language } from '../../web/languages.ts'
import { type Effect, effects, type MessageKind, type Priority, priorities, type StatusMessage } from '../message.ts'
import { editorText } from './text.ts'

export interface TypedMessage {
  kind: MessageKind
  effect: Effect
  priority: Priority | null
  parts: readonly string[]
  titleDa: string
  titleEn: string
  textDa: string
  textEn: string
  beginDay: string
  beginTime: string
  endDay: string
  endTime: string
}

const longestText = 4000

/** `known` are the parts there are: anything else was not on the form. */
export function readTypedMessage(form: FormFields, kind: MessageKind, known: readonly string[]): TypedMessage {
  return {
    kind,
    effect: kind === 'notice' ? 'none' : (typedChoice(form, 'virkning', effects) ?? 'unstable'),
    priority:
      kind === 'incident' ? (priorities.find((priority) => String(priority) === form.get('alvor')) ?? null) : null,
    parts: known.filter((part) => form.all('dele').includes(part)),
    titleDa: typedText(form, 'overskrift', 200),
    titleEn: typedText(form, 'overskrift-en', 200),
    textDa: typedParagraphs(form, 'tekst'),
    textEn: typedParagraphs(form, 'tekst-en'),
    beginDay: typedText(form, 'begynder', 10),
    beginTime: typedText(form, 'begynder-kl', 5),
    endDay: typedText(form, 'slutter', 10),
    endTime: typedText(form, 'slutter-kl', 5),
  }
}

/** For the form of a message that is there. */
export function typedOf(message: StatusMessage): TypedMessage {
  return {
    kind: message.kind,
    effect: message.effect,
    priority: message.priority,
    parts: message.parts,
    titleDa: message.title.da,
    titleEn: message.title.en === message.title.da ? '' : message.title.en,
    textDa: message.text.da,
    textEn: message.text.en === message.text.da ? '' : message.text.en,
    beginDay: writeDay(message.startsAt),
    beginTime: clockOf(message.startsAt),
    endDay: message.endsAt ? writeDay(message.endsAt) : '',
    endTime: message.endsAt ? clockOf(message.endsAt) : '',
  }
}

export type Said = Pick<
  StatusMessage,
  'kind' | 'effect' | 'priority' | 'parts' | 'title' | 'text' | 'startsAt' | 'endsAt'
>

/** The message that was meant, or a sentence for each field that does not say. */
export function saidBy(typed: TypedMessage, language: Language): { said: Said } | { wrong: Wrong } {
  const { wrong: sentences } = editorText[language]
  const startsAt = readMoment(typed.beginDay, typed.beginTime)
  const openEnded = typed.kind !== 'window' && typed.endDay === '' && typed.endTime === ''
  const endsAt = openEnded ? null : readMoment(typed.endDay, typed.endTime)
  const wrong = {
    ...(typed.titleDa === '' && { overskrift: sentences.title }),
    ...(typed.textDa === '' && { tekst: sentences.text }),
    ...(typed.kind !== 'notice' && typed.parts.length === 0 && { dele: sentences.parts }),
    ...(typed.kind === 'incident' && typed.priority === null && { alvor: sentences.priority }),
    ...(!startsAt && { begynder: sentences.begins }),
    ...(!openEnded && !endsAt && { slutter: sentences.ends }),
    ...(startsAt && endsAt && endsAt < startsAt && { slutter: sentences.order }),
  }
  if (Object.keys(wrong).length > 0 || !startsAt) return { wrong }
  const { kind, effect, priority, parts, titleDa, titleEn, textDa, textEn } = typed
  const title = { da: titleDa, en: titleEn || titleDa }
  return {
    said: { kind, effect, priority, parts, title, text: { da: textDa, en: textEn || textDa }, startsAt, endsAt },
  }
}

/** `13:05` on a clock in Denmark. */
export function clockOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Copenhagen',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}

function typedParagraphs(form: FormFields, name: string): string {
  const lines = plainLines(form.get(name) ?? '')
  return lines
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, longestText)
}

/** Line breaks are kept, and all else that nobody can keep or send is left out. */
function plainLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => plain(line).trimEnd())
    .join('\n')
}
