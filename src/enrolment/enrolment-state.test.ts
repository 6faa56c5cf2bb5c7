import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EnrolmentMove, type EnrolmentState, type HandedIn, moveEnrolment } from './enrolment-state.ts'

const now = new Date('2026-11-24T08:00:00Z')
const later = new Date('2026-12-24T08:00:00Z')

/** Every move from every state: where it leads, or why it does not happen. */
const table: Record<Exclude<EnrolmentMove, 'expire'>, Partial<Record<EnrolmentState, EnrolmentState>>> = {
  check: { draft: 'checked' },
  reopen: { checked: 'draft', 'awaiting-signature': 'draft', returned: 'draft' },
  'send-for-signature': { checked: 'awaiting-signature', 'awaiting-signature': 'awaiting-signature' },
  sign: { 'awaiting-signature': 'signed' },
  'receive-paper': {
    checked: 'paper-received',
    'awaiting-signature': 'paper-received',
    'paper-received': 'paper-received',
    returned: 'returned',
  },
  return: { signed: 'returned', 'paper-received': 'returned' },
  answer: { returned: 'signed' },
  approve: { signed: 'approved', 'paper-received': 'approved' },
  reject: { signed: 'rejected', 'paper-received': 'rejected', returned: 'rejected' },
  withdraw: {
    draft: 'withdrawn',
    checked: 'withdrawn',
    'awaiting-signature': 'withdrawn',
    signed: 'withdrawn',
    'paper-received': 'withdrawn',
    returned: 'withdrawn',
  },
}

const handedIn: Record<EnrolmentState, HandedIn | null> = {
  draft: null,
  checked: null,
  'awaiting-signature': null,
  signed: 'signed',
  'paper-received': 'paper',
  returned: 'signed',
  approved: 'signed',
  rejected: 'signed',
  withdrawn: null,
  expired: null,
}

const states = Object.keys(handedIn) as EnrolmentState[]

test('an enrolment goes only where the table lets it, and one that is over goes nowhere', () => {
  for (const [move, to] of Object.entries(table) as [keyof typeof table, (typeof table)[keyof typeof table]][])
    for (const state of states) {
      const moved = moveEnrolment({ state, handedIn: handedIn[state] ?? null, expiresAt: later }, move, now)
      assert.equal(moved.moved ? moved.state : null, to[state] ?? null, `${move} from ${state}`)
      if (!moved.moved)
        assert.equal(moved.why, ['approved', 'rejected', 'withdrawn', 'expired'].includes(state) ? 'over' : 'not-now')
    }
})

test('an answer leads back to how it was handed in, and a correction to where nobody has signed', () => {
  const returned = (how: HandedIn) => ({ state: 'returned' as const, handedIn: how, expiresAt: later })
  assert.equal(moveEnrolment(returned('paper'), 'answer', now).state, 'paper-received')
  assert.equal(moveEnrolment(returned('signed'), 'answer', now).state, 'signed')
  assert.deepEqual(moveEnrolment(returned('signed'), 'reopen', now), {
    moved: true,
    state: 'draft',
    handedIn: null,
    step: 'reopened',
  })
})

test('one that nobody signed in time has lapsed without anybody’s doing, and one that waits for system management has not', () => {
  const lapsed = { state: 'awaiting-signature' as const, handedIn: null, expiresAt: now }
  assert.deepEqual(moveEnrolment(lapsed, 'sign', now), { moved: false, why: 'over', state: 'expired' })
  assert.equal(moveEnrolment(lapsed, 'expire', now).moved, true)
  assert.equal(moveEnrolment({ ...lapsed, state: 'expired' }, 'expire', now).moved, false)
  const signed = { state: 'signed' as const, handedIn: 'signed' as const, expiresAt: now }
  assert.deepEqual(moveEnrolment(signed, 'expire', now), { moved: false, why: 'not-now', state: 'signed' })
  assert.equal(moveEnrolment(signed, 'approve', now).state, 'approved')
})
