/** What is wrong with a log-in just now: a shape and a sentence, never colour alone. */
import { Icon } from '../web/icons.tsx'
import type { Shell } from '../web/shell.ts'

export function Trouble({ shell, text }: { shell: Shell; text: string }) {
  return (
    <span class="seb-trouble">
      <Icon sprite={shell.assets.icons} name="warning" class="icon-20" />
      <span>{text}</span>
    </span>
  )
}
