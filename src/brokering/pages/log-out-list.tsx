/** The services of a session that is ending, each with how far it has come: shape and word. */
import { Icon, type IconName } from '../../web/icons.tsx'
import type { Shell } from '../../web/shell.ts'
import { signInText } from './text.ts'

export type ServiceAtLogOut = {
  readonly name: string
  readonly state: 'out' | 'asking' | 'waiting' | 'open'
}

const shapes: Record<ServiceAtLogOut['state'], { name: IconName; class: string }> = {
  out: { name: 'success', class: 'ok' },
  asking: { name: 'time', class: 'plan' },
  waiting: { name: 'minus', class: 'quiet' },
  open: { name: 'error', class: 'bad' },
}

export function LogOutList({ shell, services }: { shell: Shell; services: readonly ServiceAtLogOut[] }) {
  const text = signInText[shell.language].logOut
  return (
    <ul class="seb-list plain-list" aria-label={text.services}>
      {services.map(({ name, state }) => (
        <li class="seb-line">
          <span class="strong">{name}</span>
          <span class="seb-state">
            <Icon sprite={shell.assets.icons} {...shapes[state]} />
            {text.states[state]}
          </span>
        </li>
      ))}
    </ul>
  )
}
