import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testClock } from '../../test/support/test-clock.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import { randomIds } from '../base/ids.ts'
import { createBoard } from './board.ts'

const words = { title_da: 'SEB - Sådan', title_en: 'SEB - So', text_da: 'x', text_en: 'x' }

test('while the database is away the board shows what was known, and after a while says that it is away', async () => {
  const { db, close } = await openTestDatabase()
  const clock = testClock()
  const now = clock.now()
  const times = { starts_at: now, created_at: now, updated_at: now }
  const told = { kind: 'notice' as const, effect: 'none' as const, state: 'published' as const, parts: [] }
  await db
    .insertInto('status_message')
    .values({ id: randomIds.uuid(), ...words, ...times, ...told })
    .execute()
  const board = createBoard({ db, clock })
  assert.equal(board.view().readAt, null)
  await board.begun()
  assert.deepEqual(
    board.view().messages.map(({ title }) => title.da),
    ['SEB - Sådan'],
  )
  await close()
  clock.moveMinutes(0.1)
  await board.refresh()
  assert.equal(board.view().status.light, 'green', 'one that answers again soon is no news')
  assert.deepEqual(board.view().readAt, now)
  clock.moveMinutes(0.4)
  await board.refresh()
  const away = board.view()
  assert.equal(away.status.light, 'red')
  assert.equal(away.messages.length, 2, 'what was known is still there')
  assert.match(away.messages[0]?.title.da ?? '', /virker ikke/)
  assert.equal(away.messages[0]?.id, board.view().messages[0]?.id, 'feeds tell of it once')
})

test('a board that has read nothing yet answers too', async () => {
  const { db, close } = await openTestDatabase()
  // One that was never asked anything has nothing to close.
  await db.selectFrom('status_message').select('id').execute()
  await close()
  const board = createBoard({ db, clock: testClock() })
  await board.begun()
  assert.equal(board.view().readAt, null)
  assert.equal(board.view().parts.length, 3)
})
