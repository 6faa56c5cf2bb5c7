/** Loads big tables without their indexes, and makes those again afterwards: a tenth of the time. */
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../src/storage/schema.ts'

/** Primary keys stay: others refer to them. */
export async function withoutIndexes(
  db: Kysely<Schema>,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const { rows } = await sql<{ gone: string; again: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as gone,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as again
    from pg_constraint where contype = 'u' and conrelid = any(${[...tables]}::regclass[])
    union all
    select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid) from pg_index
    where indrelid = any(${[...tables]}::regclass[]) and not indisprimary
      and not exists (select from pg_constraint where conindid = indexrelid)`.execute(db)
  for (const { gone } of rows) await sql.raw(gone).execute(db)
  await load()
  for (const { again } of rows) await sql.raw(again).execute(db)
}
