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
  /** True where the filter is asked of every row, as when a part of a name is sought: then it is asked once, not twice. */
  searched?: boolean
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
  const beside = { start, backwards }
  const search = list.searched ? await searchOnce(db, list, beside) : null
  const rows = await findRows<Row>(db, list, beside, search)
  const more = rows.length > rowsPerPage
  const shown = rows.slice(0, rowsPerPage)
  if (cursor && (backwards ? !more && shown.length < rowsPerPage : shown.length === 0)) return readPage(db, list, null)
  if (backwards) shown.reverse()
  const counts = search ?? (await count(db, list, beside))
  const counted = list.countTo === null || counts.total <= list.countTo
  const total = counted ? counts.total : counts.total - 1
  const before = counted || !start ? counts.before : null
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

/** The place of the cursor's row, as text: every digit of a time is kept. Of a row that is not in the list nothing is told, not even its place. */
async function findStart(db: Db | Trx, { from, where, id, order }: LongList, cursorId: string): Promise<Start | null> {
  const place = sql.join(order.map((part) => sql`(${part})::text`))
  const { rows } = await sql<{
    place: string[]
  }>`select array[${place}] as place from ${from} where ${id} = ${cursorId} and ${where}`.execute(db)
  return rows[0]?.place ?? null
}

interface Counts {
  total: number
  /** How many stand before the page, seen from the cursor. */
  before: number
}

/** The cursor's row, and on which side of it the page is. */
interface Beside {
  start: Start | null
  backwards: boolean
}

interface Counts {
  total: number
  /** How many stand before the cursor's row, or up to it where the page comes after. */
  before: number
}

/** One more than is shown, in the order they are met. */
async function findRows<Row>(
  db: Db | Trx,
  list: LongList,
  beside: Beside,
  among: { ids: readonly string[] } | null,
): Promise<Row[]> {
  const { from, where, id } = list
  const { names, keys, beyond, cut } = partsOf(list, list.order, beside)
  const wanted = among ? sql`${id} = any(${[...among.ids]})` : sql`${where} and ${beyond}`
  const { rows } = await sql<Row>`
    with page as materialized (select ${id} as id, ${keys} from ${from} where ${wanted} ${cut})
    ${list.rows} ${inOrder(
      list,
      names.map((name) => sql`page.${name}`),
      beside,
    )}`.execute(db)
  return rows
}

/** The ids of the page and the counts, from one look at every row. */
async function searchOnce(db: Db | Trx, list: LongList, beside: Beside): Promise<Counts & { ids: string[] }> {
  const { from, where, id, countTo } = list
  const { names, keys } = partsOf(list, list.order, beside)
  const { beyond, before, cut } = partsOf(list, names, beside)
  const limit = countTo === null ? sql`` : sql`${inOrder(list, list.order, beside)} limit ${countTo + 1}`
  const { rows } = await sql<Counts & { ids: string[] }>`
    with found as materialized (select ${id} as id, ${keys} from ${from} where ${where} ${limit})
    select count(*)::integer as total, count(*) filter (where ${before})::integer as before,
      array(select id::text from found where ${beyond} ${cut}) as ids
    from found`.execute(db)
  return rows[0] ?? { total: 0, before: 0, ids: [] }
}

async function count(db: Db | Trx, list: LongList, beside: Beside): Promise<Counts> {
  const { from, where, countTo } = list
  const { before } = partsOf(list, list.order, beside)
  const limit = countTo === null ? sql`` : sql`limit ${countTo + 1}`
  const { rows } = await sql<Counts>`
    select count(*)::integer as total, count(*) filter (where before)::integer as before
    from (select ${before} as before from ${from} where ${where} ${limit}) found`.execute(db)
  return rows[0] ?? { total: 0, before: 0 }
}

/** The parts of a query that follow from the order and the side: `keys` as columns with `names`. */
function partsOf(list: LongList, order: readonly RawBuilder<unknown>[], beside: Beside) {
  const { start, backwards } = beside
  const forwards = (list.descending ?? false) === backwards
  const names = order.map((_, at) => sql.ref(`key_${at}`))
  const compare = (sign: RawBuilder<unknown>) =>
    start ? sql<boolean>`(${sql.join([...order])}) ${sign} (${sql.join([...start])})` : null
  const earlier = list.descending ? sql`>` : sql`<`
  return {
    names,
    keys: sql.join(order.map((part, at) => sql`${part} as ${names[at] ?? part}`)),
    beyond: compare(forwards ? sql`>` : sql`<`) ?? sql<boolean>`true`,
    before: compare(sql`${earlier}${backwards ? sql`` : sql`=`}`) ?? sql<boolean>`false`,
    cut: sql`${inOrder(list, order, beside)} limit ${rowsPerPage + 1}`,
  }
}

function inOrder(
  { descending = false }: LongList,
  order: readonly RawBuilder<unknown>[],
  { backwards }: Beside,
): RawBuilder<unknown> {
  const direction = descending === backwards ? sql`asc` : sql`desc`
  return sql`order by ${sql.join(order.map((part) => sql`${part} ${direction}`))}`
}
