/** What everybody is told when SEB cannot reach its database: nobody at the desk can write it, so SEB does. */
import type { StatusMessage } from './message.ts'
import { sebParts } from './part.ts'
import { statusText } from './text.ts'

/** Always the same while it lasts, so that feeds tell of it once. */
export function databaseDown(since: Date): StatusMessage {
  const { da, en } = statusText
  return {
    id: `automatic-${since.toISOString()}`,
    kind: 'incident',
    effect: 'down',
    priority: 1,
    parts: sebParts,
    title: { da: da.automatic.title, en: en.automatic.title },
    text: { da: da.automatic.text, en: en.automatic.text },
    startsAt: since,
    endsAt: null,
    state: 'published',
    measuredPart: null,
    createdAt: since,
    updatedAt: since,
    version: 1,
  }
}
