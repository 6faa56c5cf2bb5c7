/**
 * Writes to several tables with one statement, which is all or nothing by itself: a step of a sign-in costs one round trip
 * instead of a transaction of five. Rows travel as JSON, as in upsert-rows.ts, so the texts are few and planned once.
 */
import { CompiledQuery } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { Schema } from './schema.ts'
import type { Row } from './upsert-rows.ts'

type Table = keyof Schema & string

/** Changes the one row that looks like `where`; `null` there means that the column is empty. */
export type RowUpdate = { [T in Table]: { update: T; where: Row<T>; set: Row<T> } }[Table]

/** Adds rows, all with the same columns. With `key`: where a row has the same key, the other columns of that are changed. */
export type RowInsert = {
  [T in Table]: { insert: T; rows: readonly Row<T>[]; key?: readonly (keyof Row<T> & string)[] }
}[Table]

/**
 * The updates decide: nothing after an update that finds no row is written, and the answer is false. With two or more
 * updates that answer may come when the first is written already; call it in a transaction and roll back.
 */
export async function writeTogether(
  db: Db | Trx,
  updates: readonly RowUpdate[],
  inserts: readonly RowInsert[],
): Promise<boolean> {
  const filled = inserts.filter(({ rows }) => rows.length > 0)
  const parameters = [
    ...updates.flatMap(({ where, set }) => [JSON.stringify(where), JSON.stringify(set)]),
    ...filled.map(({ rows }) => JSON.stringify(rows)),
  ]
  const text = statement([...updates.map(updateShape), ...filled.map(insertShape)])
  const { rows } = await db.executeQuery<{ written: boolean }>(CompiledQuery.raw(text, parameters))
  return rows[0]?.written === true
}

/** What the text of a change depends on: names of tables and columns, all of them from the code. */
type Shape = { kind: 'update' | 'insert'; table: string; first: string; second: string }

function updateShape({ update, where, set }: RowUpdate): Shape {
  const conditions = Object.entries(where).map(([column, value]) => (value === null ? `${column}?` : column))
  return { kind: 'update', table: update, first: conditions.join(), second: Object.keys(set).join() }
}

function insertShape({ insert, rows: [row = {}], key = [] }: RowInsert): Shape {
  return { kind: 'insert', table: insert, first: Object.keys(row).join(), second: key.join() }
}

const texts = new Map<string, string>()

function statement(shapes: readonly Shape[]): string {
  const name = shapes.map(({ kind, table, first, second }) => `${kind} ${table} ${first} ${second}`).join('; ')
  const text = texts.get(name) ?? writeStatement(shapes)
  texts.set(name, text)
  return text
}

function writeStatement(shapes: readonly Shape[]): string {
  let parameters = 0
  let decisive: string | null = null
  const parts = shapes.map((shape, at) => {
    const part = `part_${at}`
    const condition = decisive === null ? 'true' : `exists (select from ${decisive})`
    if (shape.kind === 'insert') return `${part} as (${insertText(shape, ++parameters, condition)})`
    decisive = part
    return `${part} as (${updateText(shape, ++parameters, ++parameters, condition)})`
  })
  return `with ${parts.join(', ')} select ${decisive === null ? 'true' : `exists (select from ${decisive})`} as written`
}

function updateText({ table, first, second }: Shape, where: number, set: number, condition: string): string {
  const matches = columns(first).map((column) =>
    column.endsWith('?') ? `t."${column.slice(0, -1)}" is null` : `t."${column}" = w."${column}"`,
  )
  const values = columns(second).map((column) => `"${column}" = s."${column}"`)
  return `update "${table}" t set ${values.join(', ')} from ${record(table, where)} w, ${record(table, set)} s
    where ${[...matches, condition].join(' and ')} returning true`
}

function insertText({ table, first, second }: Shape, rows: number, condition: string): string {
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')
  const [all, key] = [columns(first), columns(second)]
  const others = all.filter((column) => !key.includes(column) && column !== 'id')
  const set = others.map((column) => `"${column}" = excluded."${column}"`).join(', ')
  const onConflict = key.length > 0 ? `on conflict (${quoted(key)}) do update set ${set}` : ''
  return `insert into "${table}" (${quoted(all)})
    select ${quoted(all)} from jsonb_populate_recordset(null::"${table}", $${rows}::jsonb) where ${condition} ${onConflict}`
}

const record = (table: string, parameter: number) => `jsonb_populate_record(null::"${table}", $${parameter}::jsonb)`

const columns = (text: string) => (text === '' ? [] : text.split(','))
