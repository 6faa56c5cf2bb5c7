/**
 * An organisation always has a chief administrator: whoever would take the last one away asks here first, in the transaction
 * of the change. (Domain model, invariant 4)
 */
import { sql } from 'kysely'
import type { Trx } from '../../storage/database.ts'

/** Fewer than this, and the organisation is one illness away from having none. */
export const wantedChiefs = 2

/** Of `appointment` and `account`: one who can act as chief administrator at that moment. */
export function isChief(at: Date) {
  return sql<boolean>`(appointment.level = 'chief' and appointment.ended_at is null
    and (appointment.valid_until is null or appointment.valid_until > ${at})
    and account.status = 'active' and account.valid_from <= ${at}
    and (account.valid_until is null or account.valid_until > ${at}))`
}

/**
 * How many chief administrators the organisation would have without this account. The organisation is locked until the
 * transaction ends, so two chiefs who remove each other at the same time do not both succeed.
 */
export async function chiefsWithout(
  trx: Trx,
  { organisationId, accountId, now }: { organisationId: string; accountId: string | null; now: Date },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`chiefs of ${organisationId}`}, 0))`.execute(trx)
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from administrator_appointment appointment join account on account.id = appointment.account_id
    where account.organisation_id = ${organisationId} and account.id is distinct from ${accountId}::uuid
      and ${isChief(now)}`.execute(trx)
  return rows[0]?.count ?? 0
}

const lately = 90 * 86_400_000

/** How many chief administrators there are who have logged in within 90 days: the others may not come back in time. */
export async function recentChiefs(trx: Trx, organisationId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from administrator_appointment appointment join account on account.id = appointment.account_id
    where account.organisation_id = ${organisationId} and ${isChief(now)}
      and account.last_log_in_at >= ${new Date(now.getTime() - lately)}`.execute(trx)
  return rows[0]?.count ?? 0
}

/** Whether the account is a chief administrator, and no other would be left: it may be neither removed nor ended. */
export async function isLastChief(
  trx: Trx,
  about: { organisationId: string; accountId: string; now: Date },
): Promise<boolean> {
  if ((await chiefsWithout(trx, about)) > 0) return false
  const appointment = await trx
    .selectFrom('administrator_appointment')
    .select('id')
    .where('account_id', '=', about.accountId)
    .where('level', '=', 'chief')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return appointment !== undefined
}
