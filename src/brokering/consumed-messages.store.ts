/** Messages that may be used once: remembered, by all processes, until they have expired. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import type { RowInsert } from '../storage/write-together.ts'

/** The table's key: the second of two at once breaks it, on whichever process. (G21, A14) */
export const messageKey = 'consumed_message_pkey'

export function messageRows(once: { issuer: string; messageIds: readonly string[]; until: Date }): RowInsert {
  const { issuer, messageIds, until } = once
  return {
    insert: 'consumed_message',
    rows: messageIds.map((messageId) => ({ issuer, message_id: messageId, expires_at: until })),
  }
}

/** Those that would be refused for their age by now. Returns how many were removed: at most `limit`. */
export async function removeOldMessages(trx: Trx, before: Date, limit: number): Promise<number> {
  const result = await sql`delete from consumed_message where (issuer, message_id) in (
    select issuer, message_id from consumed_message where expires_at < ${before} limit ${limit})`.execute(trx)
  return Number(result.numAffectedRows)
}
