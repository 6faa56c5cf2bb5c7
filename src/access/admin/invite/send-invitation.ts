/** Sends an invitation, sends it again, or withdraws it: the row, its audit event and the mail in one transaction. */
import { recordEvents } from '../../../audit/record-events.ts'
import type { Clock } from '../../../base/clock.ts'
import type { Ids } from '../../../base/ids.ts'
import { type MailDeps, queueMail } from '../../../mail/queue-mail.ts'
import { hashToken } from '../../../people/sessions.store.ts'
import type { Trx } from '../../../storage/database.ts'
import type { Language } from '../../../web/languages.ts'
import { invitationMail } from '../../invitations/invitation.mail.ts'
import { invitationDays, invitationLink } from '../../invitations/invitation.ts'
import { findSentInvitation } from '../../invitations/invitations.store.ts'

/** Whoever invites: an administrator, or system management for an organisation that is new. */
export interface Inviter {
  acting: { organisation: { id: string; name: string } }
  personId: string
  /** The network address it came from. */
  source: string
}

export type InvitationMail = typeof invitationMail

const oneDay = 86_400_000

export interface WantedInvitation {
  accountId: string
  name: string
  email: string
  language: Language
  /** The id of the last one when the form was shown, so that a form sent twice sends one mail. */
  shown: string | null
}

/** What an earlier one links to does not work from now on. */
export async function sendInvitation(
  deps: MailDeps & { publicUrl: URL },
  trx: Trx,
  actor: Inviter,
  { accountId, name, email, language, shown }: WantedInvitation,
  writeMail: InvitationMail = invitationMail,
): Promise<void> {
  const now = deps.clock.now()
  const { organisation } = actor.acting
  await trx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
  const last = await findSentInvitation(trx, accountId, now)
  if ((last?.id ?? null) !== shown || last?.state === 'accepted') return
  await endOpen(trx, accountId, { at: now, why: 'replaced' })
  const id = deps.ids.uuid()
  const token = deps.ids.secret()
  const expiresAt = new Date(now.getTime() + invitationDays * oneDay)
  const link = invitationLink(deps.publicUrl, token)
  const facts = { organisation: organisation.name, link, lastDay: new Date(expiresAt.getTime() - oneDay) }
  const [mailId = null] = await queueMail(deps, trx, [
    {
      kind: 'invitation.sent',
      organisationId: organisation.id,
      to: { name, email },
      language,
      content: writeMail(language, facts),
    },
  ])
  await trx
    .insertInto('invitation')
    .values({
      id,
      organisation_id: organisation.id,
      account_id: accountId,
      email,
      token_hash: hashToken(token),
      invited_by: actor.personId,
      mail_id: mailId,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  await record(deps, trx, actor, { action: 'invitation.sent', accountId, details: { invitation: id, expiresAt } })
}

/** Whether there was one to withdraw. */
export async function withdrawInvitation(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  actor: Inviter,
  accountId: string,
): Promise<boolean> {
  const ended = await endOpen(trx, accountId, { at: deps.clock.now(), why: 'withdrawn' })
  if (ended) await record(deps, trx, actor, { action: 'invitation.withdrawn', accountId, details: {} })
  return ended
}

async function endOpen(
  trx: Trx,
  accountId: string,
  { at, why }: { at: Date; why: 'replaced' | 'withdrawn' },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('invitation')
    .set({ ended_at: at, ended_why: why })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function record(
  deps: { clock: Clock; ids: Ids },
  trx: Trx,
  { acting, personId, source }: Inviter,
  { action, accountId, details }: { action: string; accountId: string; details: Record<string, unknown> },
): Promise<void> {
  return recordEvents(deps, trx, [
    {
      action,
      outcome: 'success',
      actor: { kind: 'person', id: personId },
      organisationId: acting.organisation.id,
      object: { kind: 'account', id: accountId },
      source,
      details,
    },
  ])
}
