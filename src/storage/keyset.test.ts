import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../test/support/test-database.ts'
import type { Cursor } from '../base/cursor.ts'
import { type LongList, readPage } from './keyset.ts'

const storage = await openTestDatabase()
after(() => storage.close())
const { db } = storage

/** 120 events in no order of theirs: the numbers 1–120 are told by `reference`. */
await sql`insert into audit_event (id, at, action, outcome, actor_kind, reference)
  select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '2026-01-01'::timestamptz + (n % 7) * '1 microsecond'::interval,
    'test.done', 'success', 'system', n::text
  from generate_series(1, 120) n`.execute(db)

const events: LongList = {
  from: sql`audit_event event`,
  where: sql<boolean>`event.action = 'test.done'`,
  id: sql`event.id`,
  order: [sql`event.at`, sql`event.id`],
  descending: true,
  rows: sql`select event.id, event.reference from page join audit_event event on event.id = page.id`,
  countTo: null,
}
const read = (cursor: Cursor | null, more: Partial<LongList> = {}) =>
  readPage<{ id: string; reference: string }>(db, { ...events, ...more }, cursor)

/** From one end to the other, by the links of the pages. */
async function walk(direction: Cursor['direction'], from: Cursor | null, more: Partial<LongList> = {}) {
  const pages = [await read(from, more)]
  for (;;) {
    const last = pages.at(-1)
    const id = direction === 'after' ? last?.next : last?.previous
    if (!id) return pages
    pages.push(await read({ direction, id }, more))
  }
}

const expected = Array.from({ length: 120 }, (_, at) => at + 1)
  .sort((one, other) => (other % 7) - (one % 7) || other - one)
  .map(String)

test('every row is met once, forwards and backwards, times told apart to the microsecond', async () => {
  const forwards = await walk('after', null)
  assert.deepEqual(
    forwards.flatMap(({ rows }) => rows.map(({ reference }) => reference)),
    expected,
  )
  assert.deepEqual(
    forwards.map(({ from, total, counted, rows }) => [from, rows.length, total, counted]),
    [
      [1, 50, 120, true],
      [51, 50, 120, true],
      [101, 20, 120, true],
    ],
  )
  const end = forwards.at(-1)?.previous ?? ''
  const backwards = await walk('before', { direction: 'before', id: end })
  assert.deepEqual(backwards.toReversed(), forwards.slice(0, 2))
})

test('the same holds upwards', async () => {
  const pages = await walk('after', null, { descending: false })
  assert.deepEqual(
    pages.flatMap(({ rows }) => rows.map(({ reference }) => reference)),
    expected.toReversed(),
  )
})

test('a list that is too long to count is walked all the same', async () => {
  const pages = await walk('after', null, { countTo: 100 })
  assert.deepEqual(
    pages.map(({ from, total, counted, rows }) => [from, rows.length, total, counted]),
    [
      [1, 50, 100, false],
      [null, 50, 100, false],
      [null, 20, 100, false],
    ],
  )
  assert.equal((await read(null, { countTo: 120 })).counted, true)
})

test('a list that is searched is walked and counted from one look, and says the same', async () => {
  for (const more of [{}, { descending: false }]) {
    const pages = await walk('after', null, { ...more, searched: true })
    assert.deepEqual(pages, await walk('after', null, more))
    const end = { direction: 'before', id: pages.at(-1)?.previous ?? '' } as const
    assert.deepEqual(await walk('before', end, { ...more, searched: true }), await walk('before', end, more))
  }
  const none = await read(null, { searched: true, where: sql<boolean>`event.action = 'nothing'` })
  assert.deepEqual([none.rows, none.total], [[], 0])
})

test('a cursor that leads nowhere is the first page, and the first page is full', async () => {
  const [first, second] = await walk('after', null)
  assert.deepEqual(await read({ direction: 'after', id: '00000000-0000-4000-8000-000000000999' }), first)
  assert.deepEqual(await read({ direction: 'after', id: lastId() }), first)
  const tenth = first?.rows.at(9)?.id ?? ''
  assert.deepEqual(await read({ direction: 'before', id: tenth }), first)
  assert.equal(second?.from, 51)
})

function lastId(): string {
  return `00000000-0000-4000-8000-${(expected.at(-1) ?? '').padStart(12, '0')}`
}
