/** What people have been told: written once, read by nobody but them. */
import { type Selectable, sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import type { NoticeTable } from '../storage/schema.ts'

type NewNotice = Omit<Selectable<NoticeTable>, 'read_at' | 'gathered_at'>

/** The ids of those that were written: whoever has been told of the same fact before is not told again. */
export async function writeNotices(trx: Trx, notices: readonly NewNotice[]): Promise<Set<string>> {
  if (notices.length === 0) return new Set()
  const columns = sql.join(Object.keys(notices[0] ?? {}).map((column) => sql.ref(column)))
  const { rows } = await sql<{ id: string }>`
    insert into notice (${columns})
    select ${columns} from jsonb_populate_recordset(null::notice, ${JSON.stringify(notices)}::jsonb)
    on conflict do nothing returning id`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}
