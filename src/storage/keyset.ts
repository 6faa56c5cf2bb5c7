/**
 * One page of a long list, found by the row beside it: the last page costs what the first does, and rows that come or go
 * meanwhile neither move a row across the border nor show it twice.
 */
import { type RawBuilder, sql } from 'kysely'
import { type Cursor, rowsPerPage } from '../base/cursor.ts'
import type { Db, Trx } from './database.ts'

export interface LongList {
  /** The tables that filters and order need, and no more: `account left join …`. */
  from: RawBuilder<unknown>
  where: RawBuilder<boolean>
  /** Told by the cursor; text or uuid or number. */
  id: RawBuilder<unknown>
  /** An index should begin with what `where` always asks for and go on with these; the last one makes the order total. */
  order: readonly [RawBuilder<unknown>, ...RawBuilder<unknown>[]]
  descending?: boolean
  /** `select … from page join … on … = page.id`: what is shown, asked for the rows of the page only. One column is `id`. */
  rows: RawBuilder<unknown>
  /** No more than so many are counted; null: all, which an index that holds the whole filter makes cheap. */
  countTo: number | null
}

export interface Page<Row> {
  rows: Row[]
  /** How many the whole list has, as far as it is counted. */
  total: number
  /** False: there are more than `total`. */
  counted: boolean
  /** The place of the first row in the list, from 1; null where that is too far to count. */
  from: number | null
  /** The row that the page before ends before, and the one that the next begins after; null where there is none. */
  previous: string | null
  next: string | null
}

/** A cursor whose row is not to be seen here, or that leads beyond either end, is answered with the first page. */
export async function readPage<Row extends { id: string }>(
  db: Db | Trx,
  list: LongList,
  cursor: Cursor | null,
): Promise<Page<Row>> {
  const start = cursor && (await findStart(db, list, cursor.id))
  if (cursor && !start) return readPage(db, list, null)
  const backwards = cursor?.direction === 'before'
  const rows = await findRows<Row>(db, list, start, backwards)
  const more = rows.length > rowsPerPage
  const shown = rows.slice(0, rowsPerPage)
  if (cursor && (backwards ? !more && shown.length < rowsPerPage : shown.length === 0)) return readPage(db, list, null)
  if (backwards) shown.reverse()
  const { total, before, counted } = await count(db, list, start, backwards)
  const first = before === null ? null : backwards ? before - shown.length + 1 : before + 1
  return {
    rows: shown,
    total,
    counted,
    from: first,
    previous: (backwards ? more : start !== null) ? (shown.at(0)?.id ?? null) : null,
    next: (backwards ? true : more) ? (shown.at(-1)?.id ?? null) : null,
  }
}

type Start = readonly string[]

/** The place of the cursor's row, as text: every digit of a time is kept. */
async function findStart(db: Db | Trx, { from, id, order }: LongList, cursorId: string): Promise<Start | null> {
  const place = sql.join(order.map((part) => sql`(${part})::text`))
  const { rows } = await sql<{
    place: string[]
  }>`select array[${place}] as place from ${from} where ${id} = ${cursorId}`.execute(db)
  return rows[0]?.place ?? null
}

/** One more than is shown, in the order they are met. */
async function findRows<Row>(db: Db | Trx, list: LongList, start: Start | null, backwards: boolean): Promise<Row[]> {
  const { from, where, id, order, descending = false } = list
  const direction = descending === backwards ? sql`asc` : sql`desc`
  const names = order.map((_, at) => sql.ref(`key_${at}`))
  const keys = sql.join(order.map((part, at) => sql`${part} as ${names[at] ?? part}`))
  const beyond = start ? sql`and ${compare(list, start, descending === backwards ? sql`>` : sql`<`)}` : sql``
  const { rows } = await sql<Row>`
    with page as materialized (
      select ${id} as id, ${keys} from ${from} where ${where} ${beyond}
      order by ${sql.join(order.map((part) => sql`${part} ${direction}`))} limit ${rowsPerPage + 1})
    ${list.rows} order by ${sql.join(names.map((name) => sql`page.${name} ${direction}`))}`.execute(db)
  return rows
}

async function count(
  db: Db | Trx,
  list: LongList,
  start: Start | null,
  backwards: boolean,
): Promise<{ total: number; counted: boolean; before: number | null }> {
  const { from, where, countTo, descending = false } = list
  const sign = sql`${descending ? sql`>` : sql`<`}${backwards ? sql`` : sql`=`}`
  const before = start ? compare(list, start, sign) : sql`false`
  const limit = countTo === null ? sql`` : sql`limit ${countTo + 1}`
  const { rows } = await sql<{ total: number; before: number }>`
    select count(*)::integer as total, count(*) filter (where before)::integer as before
    from (select ${before} as before from ${from} where ${where} ${limit}) found`.execute(db)
  const { total, before: place } = rows[0] ?? { total: 0, before: 0 }
  const counted = countTo === null || total <= countTo
  return { total: counted ? total : total - 1, counted, before: counted || !start ? place : null }
}

function compare({ order }: LongList, start: Start, sign: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join([...order])}) ${sign} (${sql.join([...start])})`
}
