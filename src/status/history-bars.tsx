/** Ninety days as bars: higher is worse, so it reads without colour; one sentence says the same. */
import { fillText } from '../web/fill.ts'
import { formatDate } from '../web/format.ts'
import type { Language } from '../web/languages.ts'
import { type DayState, historyDays, type PartHistory } from './history.ts'
import { statusText } from './text.ts'

/** Height and class of a day, on a canvas 32 high. */
const bars: Readonly<Record<DayState, { class: string; height: number }>> = {
  normal: { class: 'd', height: 14 },
  window: { class: 'p', height: 18 },
  unstable: { class: 'w', height: 24 },
  down: { class: 'b', height: 32 },
}
const step = 4

export function HistoryBars({ name, history, language }: { name: string; history: PartHistory; language: Language }) {
  const text = statusText[language]
  const count = (state: DayState) => history.days.filter((day) => day.state === state).length
  const uptime = formatUptime(history.uptime, language)
  const sentence = fillText(text.historyOf, {
    part: name,
    days: historyDays,
    normal: count('normal'),
    window: count('window'),
    unstable: count('unstable'),
    down: count('down'),
    uptime,
  })
  return (
    <div class="seb-part__bars">
      <svg
        class="seb-bars"
        viewBox={`0 0 ${historyDays * step} 32`}
        preserveAspectRatio="none"
        role="img"
        aria-label={sentence}
      >
        {history.days.map(({ state }, at) => (
          <rect
            class={bars[state].class}
            x={at * step}
            y={32 - bars[state].height}
            width="3"
            height={bars[state].height}
          />
        ))}
      </svg>
      <div class="seb-scale">
        <span>{formatDate(new Date(`${history.days[0]?.day}T12:00:00Z`), language)}</span>
        <span>{fillText(text.historyUptime, { uptime })}</span>
        <span>{text.historyToday}</span>
      </div>
    </div>
  )
}

/** The key to the bars. */
export function BarsKey({ language }: { language: Language }) {
  const { key } = statusText[language]
  return (
    <ul class="seb-key plain-list">
      {(Object.keys(bars) as DayState[]).map((state) => (
        <li>
          <svg class="seb-bars" viewBox="0 0 6 32" aria-hidden="true">
            <rect class={bars[state].class} x="0" y={32 - bars[state].height} width="6" height={bars[state].height} />
          </svg>
          {key[state]}
        </li>
      ))}
    </ul>
  )
}

function formatUptime(uptime: number, language: Language): string {
  return new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 2 }).format(uptime)
}
