/** "Det har vi tjekket": the five things that must hold, each with its own shape and word, in the order they are checked. */
import { Icon, type IconName } from '../../web/icons.tsx'
import type { Shell } from '../../web/shell.ts'
import { signInText } from './text.ts'

export type Check = {
  readonly what: 'log-in' | 'organisation' | 'account' | 'grant' | 'role'
  readonly state: 'ok' | 'failed' | 'not-reached'
  /** Whose: the person and their log-in, the unit, the organisation, the role. */
  readonly detail: string | null
}

const icons: Record<Check['state'], { name: IconName; class: string }> = {
  ok: { name: 'success', class: 'ok' },
  failed: { name: 'error', class: 'bad' },
  'not-reached': { name: 'minus', class: 'quiet' },
}

export function Checks({ shell, checks }: { shell: Shell; checks: readonly Check[] }) {
  const text = signInText[shell.language].checks
  return (
    <section>
      <h2>{text.title}</h2>
      <ul class="seb-checks plain-list">
        {checks.map(({ what, state, detail }) => (
          <li>
            <Icon sprite={shell.assets.icons} {...icons[state]} />
            <span>
              <span class={state === 'not-reached' ? 'quiet' : 'strong'}>{text[what][state]}</span>
              {detail && (
                <>
                  <br />
                  {detail}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
