/** On an employee's page: the invitation they have not answered yet, and what can be done about it. */
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import { Icon } from '../../../web/icons.tsx'
import type { Shell } from '../../../web/shell.ts'
import type { SentInvitation } from '../../invitations/invitations.store.ts'
import { invitePath, withdrawInvitationPath } from '../admin-paths.ts'
import { lastDay } from '../employees/last-day.ts'
import { inviteText } from './text.ts'

export type InvitationPanelProps = {
  readonly shell: Shell
  readonly accountId: string
  readonly name: string
  readonly last: SentInvitation | null
}

/** For somebody who can be invited. */
export function InvitationPanel({ shell, accountId, name, last }: InvitationPanelProps) {
  const text = inviteText[shell.language].panel
  const open = last?.state === 'open'
  return (
    <section class="seb-callout" aria-labelledby="invitation">
      <h2 id="invitation">{fillText(text.title, { name })}</h2>
      <p>{last ? sentence(shell, last) : text.never}</p>
      {last?.mail === 'failed' && (
        <p class="seb-state seb-state--bad">
          <Icon sprite={shell.assets.icons} name="error" />
          <span>{fillText(text.failed, { answer: last.answer ?? '–' })}</span>
        </p>
      )}
      {open && last.mail === 'waiting' && <p>{text.waiting}</p>}
      <div class="seb-actions">
        <a class="button button-secondary" href={invitePath(accountId)}>
          {last ? text.again : text.invite}
        </a>
        {open && (
          <form method="post" action={withdrawInvitationPath(accountId)}>
            <button class="button button-secondary" type="submit">
              {text.withdraw}
            </button>
          </form>
        )}
      </div>
    </section>
  )
}

function sentence({ language }: Shell, { state, email, sentAt, expiresAt }: SentInvitation): string {
  const text = inviteText[language].panel
  const values = {
    email,
    sent: formatDate(sentAt, language),
    until: formatDate(lastDay(expiresAt), language),
  }
  if (state === 'open') return fillText(text.open, values)
  return fillText(state === 'expired' ? text.expired : text.withdrawn, values)
}
