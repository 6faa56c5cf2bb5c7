import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTurns } from './take-turns.ts'

test('of pieces that came at once each has a turn of its own, in order, and others get in between', async () => {
  const turn = createTurns()
  const done: string[] = []
  const other = () => setImmediate(() => done.push('another'))
  other()
  await Promise.all(
    ['one', 'two', 'three'].map(async (piece) => {
      await turn()
      done.push(piece)
      other()
    }),
  )
  assert.deepEqual(done, ['another', 'one', 'another', 'two', 'another', 'three'])
})
