/** Messages that may be used once: remembered, by all processes, until they have expired. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'

/** One row a message: the second of two at once finds it there, on whichever process. False when one had been used. (G21, A14) */
export async function consumeMessages(
  trx: Trx,
  once: { issuer: string; messageIds: readonly string[]; until: Date },
): Promise<boolean> {
  const result = await trx
    .insertInto('consumed_message')
    .values(
      once.messageIds.map((messageId) => ({ issuer: once.issuer, message_id: messageId, expires_at: once.until })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows) === once.messageIds.length
}

/** Those that would be refused for their age by now. Returns how many were removed: at most `limit`. */
export async function removeOldMessages(trx: Trx, before: Date, limit: number): Promise<number> {
  const result = await sql`delete from consumed_message where (issuer, message_id) in (
    select issuer, message_id from consumed_message where expires_at < ${before} limit ${limit})`.execute(trx)
  return Number(result.numAffectedRows)
}
