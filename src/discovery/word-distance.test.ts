import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likeness, slipsAllowed } from './word-distance.ts'

test('each kind of slip counts one: missing, added, wrong, swapped', () => {
  for (const typed of ['odese', 'oddense', 'odemse', 'odnese']) {
    assert.deepEqual(likeness(typed, 'odense', 2), { slips: 1, length: 6 }, typed)
  }
})

test('a word one is still typing is compared with the beginning of the other', () => {
  assert.deepEqual(likeness('norjy', 'nordjylland', 1), { slips: 1, length: 6 })
})

test('what is too different is not alike', () => {
  assert.equal(likeness('odense', 'aalborg', 2), null)
  assert.equal(likeness('nordjylland', 'nord', 2), null)
  assert.equal(likeness('odense', '', 2), null)
})

test('short words forgive nothing, long ones two slips', () => {
  assert.deepEqual(
    [3, 4, 7, 8].map((length) => slipsAllowed('x'.repeat(length))),
    [0, 1, 1, 2],
  )
})

test('it agrees with the textbook on random words', () => {
  const random = numbers(7)
  const word = () => Array.from({ length: 1 + (random() % 8) }, () => 'abc'[random() % 3]).join('')
  for (let round = 0; round < 3000; round++) {
    const [typed, other] = [word(), word()]
    const fewest = Math.min(...Array.from(other, (_, at) => distance(typed, other.slice(0, at + 1))))
    const found = likeness(typed, other, 3)
    assert.equal(found?.slips ?? null, fewest <= 3 ? fewest : null, `${typed} ${other}`)
  }
})

/** Optimal string alignment straight from its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return Math.min(
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    ...(swapped ? [distance(a.slice(0, -2), b.slice(0, -2)) + 1] : []),
  )
}

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return state >> 8
  }
}
