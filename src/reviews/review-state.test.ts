import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysAfter } from './review.ts'
import { type Answer, answerTo, type ItemState, type Standing, standingOf } from './review-state.ts'

const begun = new Date('2026-01-05T12:00:00Z')
const on = (day: number) => daysAfter(begun, day)
const item = (known: Partial<ItemState> = {}): ItemState => ({
  decision: null,
  decidedAt: null,
  withdrawnAt: null,
  deadline: on(20),
  removesAt: on(34),
  reasons: [],
  ...known,
})
const removed = (day: number, more: Partial<ItemState> = {}) =>
  item({ decision: 'removed', decidedAt: on(day), withdrawnAt: on(day), ...more })

test('dates tell where a role stands, whether or not a job has written it down', () => {
  const standings: [string, ItemState, [number, Standing][]][] = [
    [
      'silence removes',
      item(),
      [
        [19.9, 'waiting'],
        [20, 'stopped'],
        [33.9, 'stopped'],
        [34, 'lapsed'],
        [400, 'lapsed'],
      ],
    ],
    [
      'silence suspends',
      item({ removesAt: null }),
      [
        [19.9, 'waiting'],
        [20, 'stopped'],
        [400, 'stopped'],
      ],
    ],
    [
      'nobody could answer',
      item({ reasons: ['no-reviewer'] }),
      [
        [0, 'waiting'],
        [20, 'waiting'],
        [400, 'waiting'],
      ],
    ],
    [
      'taken back meanwhile',
      item({ withdrawnAt: on(3) }),
      [
        [4, 'gone'],
        [20, 'gone'],
        [400, 'gone'],
      ],
    ],
    [
      'not there any more',
      item({ withdrawnAt: 'gone' }),
      [
        [4, 'gone'],
        [400, 'gone'],
      ],
    ],
  ]
  for (const [what, state, expected] of standings)
    for (const [day, standing] of expected) assert.equal(standingOf(state, on(day)), standing, `${what}, day ${day}`)
  for (const decision of ['kept', 'changed', 'removed', 'lapsed', 'called-off'] as const)
    for (const day of [1, 20, 34])
      assert.equal(standingOf(item({ decision, withdrawnAt: on(1) }), on(day)), decision, 'an answer stands')
})

test('every answer to every standing leads where the table says', () => {
  const answers: Answer[] = ['keep', 'remove', 'undo']
  const table: [string, ItemState, number, string[]][] = [
    ['waiting', item(), 1, ['kept', 'removed', 'already']],
    ['stopped', item(), 20, ['kept', 'removed', 'already']],
    ['lapsed by its date', item(), 34, ['too-late', 'too-late', 'already']],
    ['taken back meanwhile', item({ withdrawnAt: on(1) }), 2, ['gone', 'gone', 'already']],
    ['not there any more', item({ withdrawnAt: 'gone' }), 2, ['gone', 'gone', 'already']],
    ['nobody could answer, late', item({ reasons: ['no-reviewer'] }), 400, ['kept', 'removed', 'already']],
    ['kept', item({ decision: 'kept', decidedAt: on(1) }), 2, ['already', 'already', 'already']],
    ['changed', item({ decision: 'changed', decidedAt: on(1) }), 2, ['already', 'already', 'already']],
    [
      'lapsed',
      item({ decision: 'lapsed', decidedAt: on(34), withdrawnAt: on(34) }),
      35,
      ['too-late', 'too-late', 'already'],
    ],
    ['called off', item({ decision: 'called-off', decidedAt: on(1) }), 2, ['already', 'already', 'already']],
    ['removed', removed(1), 2, ['already', 'already', 'restored']],
  ]
  for (const [what, state, day, expected] of table)
    assert.deepEqual(
      answers.map((answer) => answerTo(state, answer, on(day)).outcome),
      expected,
      what,
    )
})

test('a removal is undone for fourteen days, also after the deadline, and only where nobody has touched the role since', () => {
  assert.equal(answerTo(removed(1), 'undo', on(14.99)).outcome, 'restored')
  assert.equal(answerTo(removed(1), 'undo', on(15)).outcome, 'too-late')
  assert.equal(answerTo(removed(19), 'undo', on(32.9)).outcome, 'restored')
  assert.equal(answerTo(removed(25), 'undo', on(38.9)).outcome, 'restored', 'removed while silence had stopped it')
  for (const withdrawnAt of [null, on(2), 'gone'] as const)
    assert.equal(answerTo(removed(1, { withdrawnAt }), 'undo', on(3)).outcome, 'gone')
})
