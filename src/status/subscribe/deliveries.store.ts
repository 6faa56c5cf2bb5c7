/** What is on its way to subscribers: queued for all of them with one statement, claimed a few at a time, gone when it is sent. */
import { sql } from 'kysely'
import { dayAfter } from '../../base/calendar-day.ts'
import { readMoment, writeDay } from '../../base/danish-time.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { Language } from '../../web/languages.ts'
import { providerPart } from '../part.ts'
import { withLocal } from './subscription.ts'

export interface Delivery {
  id: string
  subscriptionId: string
  /** Null: the mail of the morning. */
  messageId: string | null
  messages: string[]
  version: number
  /** This one counted. */
  attempts: number
  createdAt: Date
  sealed: string
  language: Language
  refusals: number
}

/** One mail to everybody who gets mail about any of these parts; whoever waits for the last version of it gets the new one instead. */
export async function queueDeliveries(
  trx: Trx,
  { id, parts }: { id: string; parts: readonly string[] },
  now: Date,
): Promise<void> {
  const about = [...withLocal(parts, await localParts(trx))]
  await sql`
    insert into status_delivery as waiting (subscription_id, message_id, messages, created_at, due_at)
    select id, case pace when 'at-once' then ${id}::uuid end, array[${id}::uuid], ${now},
      case pace when 'at-once' then ${now}::timestamptz else ${nextMorning(now)}::timestamptz end
    from status_subscription
    where confirmed_at is not null
      and (${about.length === 0} or parts = '{}' or parts && ${about}::text[])
    order by id
    on conflict (subscription_id, message_id) do update set version = waiting.version + 1, attempts = 0,
      messages = case when waiting.message_id is null then waiting.messages || excluded.messages else waiting.messages end,
      created_at = excluded.created_at,
      due_at = case when waiting.message_id is null then waiting.due_at else excluded.due_at end`.execute(trx)
}

async function localParts(db: Db | Trx): Promise<string[]> {
  const rows = await db.selectFrom('identity_provider').select('key').where('kind', '=', 'local').execute()
  return rows.map(({ key }) => providerPart(key))
}

/** The next time it is 7 o'clock on the clocks of Denmark. */
function nextMorning(now: Date): Date {
  const today = readMoment(writeDay(now), '07:00')
  if (today && today > now) return today
  return readMoment(dayAfter(writeDay(now), 1), '07:00') ?? now
}

/** Nobody else has them until then. Of whoever unsubscribed while the message was queued there is nothing left. */
export async function claimDeliveries(db: Db, now: Date, limit: number, until: Date): Promise<Delivery[]> {
  const { rows } = await sql<Delivery & { sealed: string | null }>`
    with claimed as (
      update status_delivery set due_at = ${until}, attempts = attempts + 1
      where id in (select id from status_delivery where due_at <= ${now} order by due_at limit ${limit} for update skip locked)
      returning *)
    select claimed.id, claimed.subscription_id as "subscriptionId", claimed.message_id as "messageId", claimed.messages,
      claimed.version, claimed.attempts, claimed.created_at as "createdAt", subscription.sealed, subscription.language,
      subscription.refusals
    from claimed left join status_subscription subscription on subscription.id = claimed.subscription_id`.execute(db)
  const gone = rows.filter(({ sealed }) => sealed === null).map(({ subscriptionId }) => subscriptionId)
  if (gone.length > 0) await db.deleteFrom('status_delivery').where('subscription_id', 'in', gone).execute()
  return rows.filter(({ sealed }) => sealed !== null)
}

/** It is sent, or given up; what came to it meanwhile stays. */
export async function endDelivery(db: Db | Trx, delivery: Delivery, now: Date): Promise<void> {
  const { messages } = delivery
  const { numAffectedRows = 0n } = await sql`delete from status_delivery where ${isThis(delivery)}`.execute(db)
  if (numAffectedRows > 0n) return
  await sql`update status_delivery set messages = messages[${messages.length + 1}::integer:], due_at = ${nextMorning(now)}, attempts = 0
    where subscription_id = ${delivery.subscriptionId} and message_id is null and ${delivery.messageId === null}`.execute(
    db,
  )
}

export async function deferDelivery(db: Db, delivery: Delivery, until: Date): Promise<void> {
  await sql`update status_delivery set due_at = ${until} where ${isThis(delivery)}`.execute(db)
}

/** With the subscription; nobody else's row asks for it when it goes. */
export async function removeDeliveriesOf(trx: Trx, subscriptionId: string): Promise<void> {
  await trx.deleteFrom('status_delivery').where('subscription_id', '=', subscriptionId).execute()
}

/** As it was claimed: what came to it since then is more than this. */
function isThis({ subscriptionId, messageId, version }: Delivery) {
  return sql`subscription_id = ${subscriptionId} and message_id is not distinct from ${messageId}::uuid and version = ${version}`
}
