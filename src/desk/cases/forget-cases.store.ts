/** Cases that were solved long ago: first what was attached goes, then the case with all that was said in it. */
import { sql } from 'kysely'
import type { Trx } from '../../storage/database.ts'

/** Of cases solved before then. Returns how many were removed: at most `limit`. */
export async function removeOldAttachments(trx: Trx, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from desk_attachment where id in (
      select desk_attachment.id from desk_attachment
      join desk_entry on desk_entry.id = desk_attachment.entry_id join desk_case on desk_case.id = desk_entry.case_id
      where desk_case.state = 'resolved' and desk_case.resolved_at < ${before} limit ${limit})`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/** Those solved before then, with their entries. Returns how many were removed: at most `limit`. */
export async function removeOldCases(trx: Trx, before: Date, limit: number): Promise<number> {
  const old = await trx
    .selectFrom('desk_case')
    .select('id')
    .where('state', '=', 'resolved')
    .where('resolved_at', '<', before)
    .orderBy('resolved_at')
    .limit(limit)
    // One that is opened again meanwhile stays.
    .forUpdate()
    .execute()
  if (old.length === 0) return 0
  const ids = old.map(({ id }) => id)
  const entries = trx.selectFrom('desk_entry').select('id').where('case_id', 'in', ids)
  await trx.deleteFrom('desk_attachment').where('entry_id', 'in', entries).execute()
  await trx.deleteFrom('desk_entry').where('case_id', 'in', ids).execute()
  await trx.updateTable('desk_mail').set({ case_id: null }).where('case_id', 'in', ids).execute()
  await trx.deleteFrom('desk_case').where('id', 'in', ids).execute()
  return ids.length
}
