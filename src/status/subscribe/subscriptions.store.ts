/** The subscriptions, and what was asked for and has not been answered yet. */
import { type Selectable, sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import type { StatusSubscriptionAskTable, StatusSubscriptionTable } from '../../storage/schema.ts'
import { removeDeliveriesOf } from './deliveries.store.ts'
import type { Choices } from './subscription.ts'

export type Ask = Selectable<StatusSubscriptionAskTable>
export type SubscriptionRow = Selectable<StatusSubscriptionTable>

export async function insertAsk(trx: Trx, ask: Ask): Promise<void> {
  await trx.insertInto('status_subscription_ask').values(ask).execute()
}

/** Takes the oldest: whoever else answers takes others. */
export async function takeAsks(trx: Trx, limit: number): Promise<Ask[]> {
  const { rows } = await sql<Ask>`
    delete from status_subscription_ask where id in (
      select id from status_subscription_ask order by asked_at limit ${limit} for update skip locked)
    returning *`.execute(trx)
  return rows.sort((one, other) => one.asked_at.getTime() - other.asked_at.getTime())
}

/**
 * The subscription that is told of it; null where its address has had a mail in the last day. What somebody has said yes to is not
 * changed by asking: anybody can ask.
 */
export async function takeAsked(trx: Trx, ask: Ask): Promise<SubscriptionRow | null> {
  const dayBefore = new Date(ask.asked_at.getTime() - 86_400_000)
  const { rows } = await sql<SubscriptionRow>`
    insert into status_subscription as mine (id, sealed, address_hash, language, pace, parts, asked_at)
    values (${ask.id}, ${ask.sealed}, ${ask.address_hash}, ${ask.language}, ${ask.pace}, ${ask.parts}, ${ask.asked_at})
    on conflict (address_hash) do update set asked_at = excluded.asked_at,
      language = case when mine.confirmed_at is null then excluded.language else mine.language end,
      pace = case when mine.confirmed_at is null then excluded.pace else mine.pace end,
      parts = case when mine.confirmed_at is null then excluded.parts else mine.parts end
    where mine.asked_at <= ${dayBefore}
    returning *`.execute(trx)
  return rows[0] ?? null
}

export async function findSubscription(db: Db | Trx, id: string): Promise<SubscriptionRow | null> {
  return (await db.selectFrom('status_subscription').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** Says yes where nobody has yet, with these choices. False where there is none any more. */
export async function saveChoices(trx: Trx, id: string, choices: Choices, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('status_subscription')
    .set({
      language: choices.language,
      pace: choices.pace,
      parts: [...choices.parts],
      confirmed_at: sql<Date>`coalesce(confirmed_at, ${now})`,
    })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** With what is on its way. False where there is none any more. */
export async function deleteSubscription(trx: Trx, id: string): Promise<boolean> {
  await removeDeliveriesOf(trx, id)
  const { numDeletedRows } = await trx.deleteFrom('status_subscription').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** An address that takes mails again begins anew; returns how many in a row it has refused. */
export async function countRefusal(trx: Trx, id: string, refused: boolean): Promise<number> {
  const row = await trx
    .updateTable('status_subscription')
    .set({ refusals: refused ? sql<number>`refusals + 1` : 0 })
    .where('id', '=', id)
    .returning('refusals')
    .executeTakeFirst()
  return row?.refusals ?? 0
}

/** Those nobody said yes to. Returns how many were removed: at most `limit`. */
export async function removeUnconfirmedSubscriptions(trx: Trx, before: Date, limit: number): Promise<number> {
  const old = trx
    .selectFrom('status_subscription')
    .select('id')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', before)
    .limit(limit)
  const { numDeletedRows } = await trx.deleteFrom('status_subscription').where('id', 'in', old).executeTakeFirst()
  return Number(numDeletedRows)
}
