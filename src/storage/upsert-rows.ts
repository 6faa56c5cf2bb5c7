/**
 * Writes many rows with one statement a table: the rows travel as one JSON parameter, so the text of the statement is the
 * same whatever their number, and PostgreSQL plans it once.
 */
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { Schema } from './schema.ts'

/** A row as it is read; only the columns that are written. Every row of one call has the same columns. */
export type Row<T extends keyof Schema> = Partial<Selectable<Schema[T]>>

const rowsPerStatement = 5_000

/** Inserts rows that cannot be there yet. */
export async function insertRows<T extends keyof Schema & string>(
  db: Db | Trx,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  await write(db, table, rows, sql``)
}

/** Inserts rows, or replaces the columns given in those that have the same `key`. */
export async function upsertRows<T extends keyof Schema & string>(
  db: Db | Trx,
  table: T,
  key: readonly (keyof Row<T> & string)[],
  rows: readonly Row<T>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !key.some((name) => name === column))
  const set = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`)
  const names = sql.join(key.map((column) => sql.ref(column)))
  await write(db, table, rows, sql`on conflict (${names}) do update set ${sql.join(set)}`)
}

async function write<T extends keyof Schema & string>(
  db: Db | Trx,
  table: T,
  rows: readonly Row<T>[],
  onConflict: RawBuilder<unknown>,
): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const json = JSON.stringify(rows.slice(from, from + rowsPerStatement))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb) ${onConflict}`.execute(
      db,
    )
  }
}

/** The rows of a table whose columns equal one of the tuples given: thousands of look-ups in one query. */
export async function findRows<T extends keyof Schema & string>(
  db: Db | Trx,
  table: T,
  tuples: readonly Row<T>[],
): Promise<Selectable<Schema[T]>[]> {
  const different = [...new Set(tuples.map((tuple) => JSON.stringify(tuple)))]
  if (different.length === 0) return []
  const found = await sql<Selectable<Schema[T]>>`select t.* from ${sql.table(table)} t
    join jsonb_populate_recordset(null::${sql.table(table)}, ${`[${different}]`}::jsonb) wanted
    on ${matches(tuples)}`.execute(db)
  return found.rows
}

/** Deletes the rows whose columns equal one of the tuples given. */
export async function deleteRows<T extends keyof Schema & string>(
  trx: Trx,
  table: T,
  tuples: readonly Row<T>[],
): Promise<void> {
  if (tuples.length === 0) return
  await sql`delete from ${sql.table(table)} t
    using jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(tuples)}::jsonb) wanted
    where ${matches(tuples)}`.execute(trx)
}

function matches(tuples: readonly object[]): RawBuilder<unknown> {
  const same = Object.keys(tuples[0] ?? {}).map((column) => sql`t.${sql.ref(column)} = wanted.${sql.ref(column)}`)
  return sql.join(same, sql` and `)
}
