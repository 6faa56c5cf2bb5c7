import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Kept } from './kept.ts'

let now = new Date('2026-11-24T08:00:00Z')
const clock = { now: () => now }

test('what is kept is given back until its time is over', () => {
  const kept = new Kept<string>(clock, { entries: 10, minutes: 5 })
  kept.set('a', 'one')
  assert.equal(kept.get('a'), 'one')
  now = new Date('2026-11-24T08:05:00Z')
  assert.equal(kept.get('a'), undefined)
})

test('there is room for so many and no more: the oldest goes first', () => {
  const kept = new Kept<number>(clock, { entries: 2, minutes: 5 })
  for (const number of [1, 2, 3]) kept.set(String(number), number)
  assert.deepEqual([kept.get('1'), kept.get('2'), kept.get('3')], [undefined, 2, 3])
  assert.deepEqual(
    kept.find((value) => value > 2),
    ['3'],
  )
})

test('what is taken is gone', () => {
  const kept = new Kept<string>(clock, { entries: 2, minutes: 5 })
  kept.set('a', 'one')
  assert.equal(kept.take('a'), 'one')
  assert.equal(kept.take('a'), undefined)
})
