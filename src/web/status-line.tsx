/** What runs and what does not, in one line: a shape, a word, a sentence, and where to read more. */
import { Icon, type IconName } from './icons.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type StatusNews = {
  readonly tone: 'ok' | 'warn' | 'bad' | 'plan'
  readonly icon: IconName
  /** `Gul`, `Grøn`. */
  readonly word: string
  readonly sentence: string
  readonly href: string
}

export function StatusLine({ shell, news }: { shell: Shell; news: StatusNews }) {
  return (
    <div class="seb-statusline">
      <span class={`seb-state seb-state--${news.tone}`}>
        <Icon sprite={shell.assets.icons} name={news.icon} class="icon-20" />
        {news.word}
      </span>
      <p>{news.sentence}</p>
      <a class="seb-hit" href={news.href}>
        {webText[shell.language].seeStatus}
      </a>
    </div>
  )
}
