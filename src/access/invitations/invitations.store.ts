/** Invitations as they stand: for whoever holds the link, for the employee's page, and when they have served. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import type { Invitation, InvitationOver } from './invitation.ts'

interface Row extends Omit<Invitation, 'organisation' | 'over'> {
  organisation_id: string
  cvr: string
  organisation_name: string
  over: InvitationOver | null
}

/** Null where there never was one. With `lock` nobody else takes or withdraws it until the transaction ends. */
export async function findInvitation(
  db: Db | Trx,
  tokenHash: string,
  now: Date,
  { lock = false } = {},
): Promise<Invitation | null> {
  const { rows } = await sql<Row>`
    select invitation.id, account.id as "accountId", account.person_id as "personId", invitation.email,
      organisation.id as organisation_id, organisation.cvr, organisation.name as organisation_name,
      case when invitation.ended_why = 'accepted' then 'used' when invitation.ended_why is not null then invitation.ended_why
        when invitation.expires_at <= ${now} then 'expired'
        when account.status <> 'active' or account.valid_until <= ${now} or organisation.status <> 'active' then 'account-over'
      end as over
    from invitation join account on account.id = invitation.account_id
    join organisation on organisation.id = invitation.organisation_id
    where invitation.token_hash = ${tokenHash} ${lock ? sql`for update of invitation, account` : sql``}`.execute(db)
  const [row] = rows
  if (!row) return null
  const { organisation_id: id, cvr, organisation_name: name, ...invitation } = row
  return { ...invitation, organisation: { id, cvr, name } }
}

/** The last one that an account was sent, as its page tells it. */
export interface SentInvitation {
  id: string
  email: string
  sentAt: Date
  expiresAt: Date
  state: 'open' | 'expired' | 'accepted' | 'withdrawn' | 'replaced'
  /** How it went with the mail; null when that is no longer known. */
  mail: 'waiting' | 'sent' | 'captured' | 'failed' | null
  /** What the mail server said when it would not take it. */
  answer: string | null
}

export async function findSentInvitation(trx: Trx, accountId: string, now: Date): Promise<SentInvitation | null> {
  const { rows } = await sql<SentInvitation>`
    select invitation.id, invitation.email, invitation.created_at as "sentAt", invitation.expires_at as "expiresAt",
      coalesce(invitation.ended_why, case when invitation.expires_at <= ${now} then 'expired' else 'open' end) as state,
      mail.state as mail, mail.answer
    from invitation left join mail on mail.id = invitation.mail_id
    where invitation.account_id = ${accountId} order by invitation.created_at desc, invitation.id desc limit 1`.execute(
    trx,
  )
  return rows[0] ?? null
}

/** Of all organisations where `organisationId` is null. */
export async function countOpenInvitations(trx: Trx, organisationId: string | null): Promise<number> {
  const { open } = await trx
    .selectFrom('invitation')
    .select((select) => select.fn.countAll<string>().as('open'))
    .where('ended_at', 'is', null)
    .where(organisationId === null ? sql.lit(true) : sql<boolean>`organisation_id = ${organisationId}`)
    .executeTakeFirstOrThrow()
  return Number(open)
}

/** The addresses in them are of no use any more. Returns how many were removed: at most `limit`. */
export async function removeOldInvitations(trx: Trx, before: Date, limit: number): Promise<number> {
  const old = trx.selectFrom('invitation').select('id').where('expires_at', '<', before).limit(limit)
  const result = await trx.deleteFrom('invitation').where('id', 'in', old).executeTakeFirst()
  return Number(result.numDeletedRows)
}
