import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Emergency, isGoingOn, moveEmergency, reviewState } from './emergency.ts'

const now = new Date('2026-11-25T10:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const taken: Emergency = {
  id: '1',
  reference: 'ABCD1234',
  organisationId: 'o',
  accountId: 'a',
  personId: 'taker',
  serviceId: 's',
  roleId: 'r',
  assignmentId: 'x',
  reason: 'A patient is unconscious',
  takenAt: now,
  endsAt: hours(4),
  endedAt: null,
  verdict: null,
  reviewWords: '',
  reviewedBy: null,
  reviewedAt: null,
  version: 1,
}
const review = { kind: 'review', by: 'chief', verdict: 'justified', words: '' } as const

test('it lasts its hours, with nobody having to end it', () => {
  assert.equal(isGoingOn(taken, hours(3.9)), true)
  assert.equal(isGoingOn(taken, hours(4)), false)
})

test('whoever took it may end it before its time, and nobody else', () => {
  assert.deepEqual(moveEmergency(taken, { kind: 'end', by: 'chief' }, now), { moved: false, because: 'not-theirs' })
  const ended = moveEmergency(taken, { kind: 'end', by: 'taker' }, hours(1))
  assert.ok(ended.moved)
  assert.equal(isGoingOn(ended.emergency, hours(1)), false)
  assert.deepEqual(moveEmergency(ended.emergency, { kind: 'end', by: 'taker' }, hours(2)), {
    moved: false,
    because: 'same',
  })
})

test('nobody judges their own', () => {
  assert.deepEqual(moveEmergency(taken, { ...review, by: 'taker' }, now), { moved: false, because: 'own' })
})

test('of two who judge it, the second is told what the first said', () => {
  const judged = moveEmergency(taken, review, now)
  assert.ok(judged.moved)
  assert.deepEqual(moveEmergency(judged.emergency, { ...review, by: 'other' }, now), {
    moved: false,
    because: 'reviewed',
  })
  assert.deepEqual(moveEmergency(judged.emergency, review, now), { moved: false, because: 'same' })
})

test('after a week it is overdue, until somebody has judged it', () => {
  assert.equal(reviewState(taken, hours(24 * 7 - 1)), 'waiting')
  assert.equal(reviewState(taken, hours(24 * 7)), 'overdue')
  assert.equal(reviewState({ ...taken, verdict: 'not-justified' }, hours(24 * 70)), 'reviewed')
})
