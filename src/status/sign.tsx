/** A shape and a word. */
import { Icon } from '../web/icons.tsx'
import type { Shell } from '../web/shell.ts'
import type { Sign } from './status-words.ts'

export function SignOf({ shell, sign }: { shell: Shell; sign: Sign }) {
  return (
    <span class={`seb-state seb-state--${sign.tone}`}>
      <Icon sprite={shell.assets.icons} name={sign.icon} class="icon-20" />
      {sign.words}
    </span>
  )
}
