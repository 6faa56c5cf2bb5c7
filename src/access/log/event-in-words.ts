/** One event for people: who, what they did to what, and the values in its details, by name and never by id. */
import type { LoggedEvent } from '../../audit/list-events.store.ts'
import { isUuid } from '../../base/ids.ts'
import { fillText } from '../../web/fill.ts'
import { formatDate, formatDateTime } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import { adminText } from '../admin/pages/text.ts'
import { actionSentence } from './action-words.ts'
import type { LogNames } from './log-names.store.ts'
import { logText } from './text.ts'

/** Who did it; somebody the organisation may not know of is told by what they are. */
export function actorInWords({ actor }: LoggedEvent, names: LogNames, language: Language): string {
  const text = logText[language].actors
  const name = actor.id === null ? undefined : names.get(actor.id)?.[language]
  switch (actor.kind) {
    case 'person':
      return name ?? (actor.id === null ? text.person : text['somebody-else'])
    case 'service':
    case 'identity-provider':
      return fillText(text[actor.kind], { name: name ?? actor.id ?? '' }).trim()
    default:
      return text[actor.kind]
  }
}

/** What follows the name of who did it. */
export function deedInWords(event: LoggedEvent, names: LogNames, language: Language): string {
  return actionSentence(language, event.action, objectInWords(event, names, language))
}

export function objectInWords({ object, details }: LoggedEvent, names: LogNames, language: Language): string | null {
  const name = object && names.get(object.id)?.[language]
  if (name) return name
  if (typeof details.label === 'string' && details.label !== '') return details.label
  return object && object.kind !== 'session' && !isUuid(object.id) ? object.id : null
}

export function fieldInWords(field: string, language: Language): string {
  const { fields } = logText[language]
  const last = field.split('.')[0] ?? field
  return Object.hasOwn(fields, field)
    ? fields[field as keyof typeof fields]
    : Object.hasOwn(fields, last)
      ? fields[last as keyof typeof fields]
      : field
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

export function valueInWords(value: unknown, names: LogNames, language: Language): string {
  const { values, nothing } = logText[language]
  if (value === null || value === undefined || value === '') return nothing
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, names, language)).join(', ') || nothing
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([field, each]) => `${fieldInWords(field, language)}: ${valueInWords(each, names, language)}`)
        .join('; ') || nothing
    )
  const text = String(value)
  const name = names.get(text)?.[language]
  if (name) return name
  if (instant.test(text)) return momentInWords(new Date(text), language)
  if (Object.hasOwn(values, text)) return values[text as keyof typeof values]
  const { capacities } = adminText[language]
  if (Object.hasOwn(capacities, text)) return capacities[text as keyof typeof capacities]
  return isUuid(text) ? nothing : text
}

const midnight = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', timeStyle: 'medium' })

/** A day where it is a whole one. */
function momentInWords(moment: Date, language: Language): string {
  return midnight.format(moment) === '00:00:00' ? formatDate(moment, language) : formatDateTime(moment, language)
}
