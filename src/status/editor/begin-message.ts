/** What a new message begins as: a window asks for its times first, since its words are written from them. */
import type { Wrong } from '../../access/management/fields.tsx'
import { dayAfter } from '../../base/calendar-day.ts'
import { readMoment, writeDay } from '../../base/danish-time.ts'
import type { Language } from '../../web/languages.ts'
import type { Priority } from '../message.ts'
import { incidentFound, notice, type TemplateName, windowAnnounced } from './templates.ts'
import { editorText } from './text.ts'
import { clockOf, type TypedMessage } from './typed-message.ts'

type Moment = { day: string; time: string }

export type Begin =
  | { kind: 'form'; typed: TypedMessage }
  | { kind: 'times'; page: { begins: Moment; ends: Moment; wrong: Wrong } }

/** `field` reads the address; a window without times is asked for them. */
export function readBegin(
  name: TemplateName,
  field: (name: string) => string | undefined,
  { now, language }: { now: Date; language: Language },
): Begin {
  const today = { day: writeDay(now), time: clockOf(now) }
  if (name === 'incident') return { kind: 'form', typed: typedFrom(incidentFound(), today, { day: '', time: '' }) }
  if (name === 'notice') return { kind: 'form', typed: typedFrom(notice(), today, { day: '', time: '' }) }
  const asked = field('begynder') !== undefined
  // Announced one to three days before, as a rule in the evening.
  const proposed = dayAfter(today.day, 2)
  const begins = { day: field('begynder') ?? proposed, time: field('begynder-kl') ?? '21:00' }
  const ends = { day: field('slutter') || begins.day, time: field('slutter-kl') ?? '22:00' }
  const [startsAt, endsAt] = [readMoment(begins.day, begins.time), readMoment(ends.day, ends.time)]
  const { wrong: sentences } = editorText[language]
  const wrong = {
    ...(!startsAt && { begynder: sentences.begins }),
    ...(!endsAt && { slutter: sentences.ends }),
    ...(startsAt && endsAt && endsAt < startsAt && { slutter: sentences.order }),
  }
  if (!asked || !startsAt || !endsAt || endsAt < startsAt)
    return { kind: 'times', page: { begins, ends, wrong: asked ? wrong : {} } }
  return { kind: 'form', typed: typedFrom(windowAnnounced({ startsAt, endsAt }), begins, ends) }
}

function typedFrom(
  begun: Pick<TypedMessage, 'kind' | 'effect' | 'parts'> & {
    priority: Priority | null
    title: Record<Language, string>
    text: Record<Language, string>
  },
  begins: Moment,
  ends: Moment,
): TypedMessage {
  const { kind, effect, priority, parts, title, text } = begun
  return {
    ...{ kind, effect, priority, parts },
    titleDa: title.da,
    titleEn: title.en,
    textDa: text.da,
    textEn: text.en,
    beginDay: begins.day,
    beginTime: begins.time,
    endDay: ends.day,
    endTime: ends.time,
  }
}
