/** Who changed one's access or looked at it: by function, and by name where the organisation tells its people. */
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import type { Shell } from '../../web/shell.ts'
import type { EventAboutMe } from './my-access.store.ts'
import { mineText } from './text.ts'

export function EventsAboutMe({ shell, events }: { shell: Shell; events: readonly EventAboutMe[] }) {
  const { language } = shell
  const text = mineText[language]
  if (events.length === 0) return <p>{text.noEvents}</p>
  return (
    <ol class="seb-time plain-list">
      {events.map((event) => (
        <li>
          <time datetime={event.at.toISOString()}>{formatDateTime(event.at, language)}</time>
          <span>
            <b>{whoDid(shell, event)}</b> {whatWasDone(shell, event)}
            {event.organisation && <small> {event.organisation}</small>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function whoDid({ language }: Shell, { by, byMyself, capacity, name }: EventAboutMe): string {
  const text = mineText[language]
  if (byMyself) return text.by.myself
  if (name) return name
  if (by === 'operator' || by === 'system') return text.by[by]
  if (by !== 'person') return text.by.other
  return capacity && Object.hasOwn(text.byCapacity, capacity) ? text.byCapacity[capacity] : text.by.person
}

function whatWasDone({ language }: Shell, { action, roleDa, roleEn }: EventAboutMe): string {
  const { deeds, otherDeed } = mineText[language]
  const role = (language === 'da' ? roleDa : roleEn) ?? ''
  return Object.hasOwn(deeds, action) ? fillText(deeds[action as keyof typeof deeds], { role }) : otherDeed
}
