/** How an account stands today, in a word with its mark: decided by its dates as well as its status. */
import type { AccountAtTheDoor } from '../../../people/account.ts'
import { Icon } from '../../../web/icons.tsx'
import type { Shell } from '../../../web/shell.ts'
import { employeesText } from './text.ts'

type StateFacts = Pick<AccountAtTheDoor, 'status' | 'validFrom' | 'validUntil'>

function stateOf({ status, validFrom, validUntil }: StateFacts, now: Date) {
  if (status === 'ended' || (validUntil && validUntil <= now)) return 'ended'
  if (status !== 'active') return status
  return validFrom <= now ? 'active' : 'not-yet'
}

export function EmployeeState({ shell, facts, now }: { shell: Shell; facts: StateFacts; now: Date }) {
  const state = stateOf(facts, now)
  const word = employeesText[shell.language].states[state]
  return (
    <span class={state === 'active' ? 'seb-state seb-state--ok' : 'seb-state seb-state--warn'}>
      <Icon sprite={shell.assets.icons} name={icons[state]} />
      {word}
    </span>
  )
}

const icons = { active: 'success', 'not-yet': 'time', requested: 'info', suspended: 'minus', ended: 'minus' } as const
