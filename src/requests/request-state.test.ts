import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveRequest, type RequestMove, type RequestStanding, requestStates, stateNow } from './request-state.ts'

const now = new Date('2026-11-25T12:00:00Z')
const later = new Date('2026-12-25T12:00:00Z')
const doctor = 'doctor'
const secretary = 'secretary'
const birgit = 'birgit'
const dorte = 'dorte'

/** The secretary asked for the doctor. */
const request = (known: Partial<RequestStanding> = {}): RequestStanding => ({
  state: 'submitted',
  askedBy: secretary,
  personId: doctor,
  firstApprovedBy: null,
  expiresAt: later,
  ...known,
})

const moves = {
  submit: { kind: 'submit', by: secretary },
  return: { kind: 'return', by: birgit },
  answer: { kind: 'answer', by: doctor },
  approve: { kind: 'approve', by: birgit, needed: 1 },
  reject: { kind: 'reject', by: birgit },
  withdraw: { kind: 'withdraw', by: doctor },
  expire: { kind: 'expire' },
} as const satisfies Record<RequestMove['kind'], RequestMove>

test('every move from every state leads where the table says, and nowhere else', () => {
  const leads: Record<string, Partial<Record<RequestMove['kind'], string>>> = {
    draft: { submit: 'submitted', withdraw: 'withdrawn' },
    submitted: { return: 'returned', approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
    returned: { answer: 'submitted', reject: 'rejected', withdraw: 'withdrawn' },
    approved: {},
    rejected: {},
    withdrawn: {},
    expired: {},
  }
  for (const state of requestStates)
    for (const move of Object.values(moves)) {
      const outcome = moveRequest(request({ state }), move, now)
      assert.equal(outcome.moved ? outcome.state : undefined, leads[state]?.[move.kind], `${move.kind} from ${state}`)
    }
})

test('nobody decides what they asked for, nor what they would get', () => {
  for (const by of [doctor, secretary])
    for (const move of [moves.return, moves.approve, moves.reject])
      assert.deepEqual(moveRequest(request(), { ...move, by }, now), { moved: false, why: 'own-request' })
})

test('who asked and whom it is for may withdraw and answer, and nobody else', () => {
  for (const by of [doctor, secretary]) {
    assert.ok(moveRequest(request(), { kind: 'withdraw', by }, now).moved)
    assert.ok(moveRequest(request({ state: 'returned' }), { kind: 'answer', by }, now).moved)
  }
  for (const kind of ['withdraw', 'answer'] as const)
    assert.deepEqual(moveRequest(request({ state: 'returned' }), { kind, by: birgit }, now), {
      moved: false,
      why: 'not-asker',
    })
})

test('where two must agree, the second is somebody else', () => {
  const first = moveRequest(request(), { kind: 'approve', by: birgit, needed: 2 }, now)
  assert.deepEqual(first, { moved: true, state: 'submitted', step: 'first-approved', firstApprovedBy: birgit })
  const waiting = request({ firstApprovedBy: birgit })
  assert.deepEqual(moveRequest(waiting, { kind: 'approve', by: birgit, needed: 2 }, now), {
    moved: false,
    why: 'has-approved',
  })
  const second = moveRequest(waiting, { kind: 'approve', by: dorte, needed: 2 }, now)
  assert.deepEqual(second, { moved: true, state: 'approved', step: 'approved', firstApprovedBy: birgit })
})

test('whoever agreed first may think again and reject it', () => {
  const outcome = moveRequest(request({ firstApprovedBy: birgit }), moves.reject, now)
  assert.deepEqual(outcome, { moved: true, state: 'rejected', step: 'rejected', firstApprovedBy: null })
})

test('a request that is sent back is agreed to from the beginning', () => {
  const outcome = moveRequest(request({ firstApprovedBy: birgit }), moves.return, now)
  assert.equal(outcome.moved && outcome.firstApprovedBy, null)
})

test('a request that nobody answered in time has lapsed, whatever its row says', () => {
  for (const state of ['draft', 'submitted', 'returned'] as const) {
    assert.equal(stateNow({ state, expiresAt: now }, now), 'expired')
    assert.deepEqual(moveRequest(request({ state, expiresAt: now }), moves.approve, now), {
      moved: false,
      why: 'over',
      state: 'expired',
    })
    assert.ok(moveRequest(request({ state, expiresAt: now }), moves.expire, now).moved, 'its row is brought there')
  }
  assert.equal(stateNow({ state: 'approved', expiresAt: now }, now), 'approved')
})

test('a draft of somebody SEB does not know yet is submitted by who they turn out to be', () => {
  const draft = request({ state: 'draft', askedBy: null, personId: null })
  assert.ok(moveRequest(draft, { kind: 'submit', by: 'newcomer' }, now).moved)
})
