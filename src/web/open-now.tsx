/** Whether somebody answers the telephone now: a shape, a word, and until or from when. */
import type { OpenOrNot } from '../base/opening-hours.ts'
import { fillText } from './fill.ts'
import { formatDayAndTime } from './format.ts'
import { Icon } from './icons.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export function OpenNow({ shell, opening, now }: { shell: Shell; opening: OpenOrNot; now: Date }) {
  const { language } = shell
  const text = webText[language].openNow
  const next = opening.open ? opening.until : opening.next
  return (
    <p>
      <span class={opening.open ? 'seb-state seb-state--ok' : 'seb-state'}>
        <Icon sprite={shell.assets.icons} name={opening.open ? 'success' : 'time'} class="icon-20" />
        {opening.open ? text.open : text.closed}
      </span>
      {next && (
        <>
          <br />
          {fillText(opening.open ? text.until : text.next, { when: formatDayAndTime(next, now, language) })}
        </>
      )}
    </p>
  )
}
