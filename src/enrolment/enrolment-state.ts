/**
 * What may happen to an enrolment, and what becomes of it: a pure function, asked by everybody who moves one.
 * draft → checked → awaiting-signature → signed | paper-received → (returned →) approved | rejected; withdrawn and expired on the way
 */
import type { EnrolmentTable } from '../storage/schema.ts'

export type EnrolmentState = EnrolmentTable['state']
export type HandedIn = 'signed' | 'paper'

/** As much of an enrolment as decides what may happen to it. */
export interface EnrolmentStanding {
  state: EnrolmentState
  /** How it was handed in; null while it has not been. */
  handedIn: HandedIn | null
  expiresAt: Date
}

export type EnrolmentMove =
  | 'check'
  /** Back to where everything can be corrected: what was signed for no longer stands. */
  | 'reopen'
  | 'send-for-signature'
  | 'sign'
  | 'receive-paper'
  /** Back with a question. */
  | 'return'
  | 'answer'
  | 'approve'
  | 'reject'
  | 'withdraw'
  /** Nobody's deed: its time ran out. */
  | 'expire'

export type EnrolmentStepKind =
  | 'begun'
  | 'checked'
  | 'reopened'
  | 'sent-for-signature'
  | 'signed'
  | 'paper-received'
  | 'returned'
  | 'answered'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'expired'

export type EnrolmentMoved =
  | { moved: true; state: EnrolmentState; handedIn: HandedIn | null; step: EnrolmentStepKind }
  /** Decided, withdrawn or lapsed: `state` says which. */
  | { moved: false; why: 'over'; state: EnrolmentState }
  /** Open, but not where this can happen. */
  | { moved: false; why: 'not-now'; state: EnrolmentState }

const over = ['approved', 'rejected', 'withdrawn', 'expired'] as const satisfies readonly EnrolmentState[]
/** Waiting for whoever fills it in or signs; system management's own delay makes nothing lapse. */
const lapsing: readonly EnrolmentState[] = ['draft', 'checked', 'awaiting-signature', 'returned']

export function isOver(state: EnrolmentState): state is (typeof over)[number] {
  return over.some((one) => one === state)
}

/** One that nobody signed in time has lapsed, whatever its row says. */
export function enrolmentStateNow(
  { state, expiresAt }: Pick<EnrolmentStanding, 'state' | 'expiresAt'>,
  now: Date,
): EnrolmentState {
  return lapsing.includes(state) && now >= expiresAt ? 'expired' : state
}

interface Rule {
  from: readonly EnrolmentState[]
  step: EnrolmentStepKind
  /** Where it is afterwards. */
  to: (standing: EnrolmentStanding) => Pick<EnrolmentStanding, 'state' | 'handedIn'>
}

const ends =
  (state: EnrolmentState): Rule['to'] =>
  ({ handedIn }) => ({ state, handedIn })

const unhanded =
  (state: EnrolmentState): Rule['to'] =>
  () => ({ state, handedIn: null })

const rules: Record<Exclude<EnrolmentMove, 'expire'>, Rule> = {
  check: { from: ['draft'], step: 'checked', to: unhanded('checked') },
  reopen: { from: ['checked', 'awaiting-signature', 'returned'], step: 'reopened', to: unhanded('draft') },
  // Once more where the mail did not come.
  'send-for-signature': {
    from: ['checked', 'awaiting-signature'],
    step: 'sent-for-signature',
    to: unhanded('awaiting-signature'),
  },
  sign: { from: ['awaiting-signature'], step: 'signed', to: () => ({ state: 'signed', handedIn: 'signed' }) },
  // A scan has several pages, and somebody may ask for a better one.
  'receive-paper': {
    from: ['checked', 'awaiting-signature', 'paper-received', 'returned'],
    step: 'paper-received',
    to: ({ state, handedIn }) =>
      state === 'returned' ? { state, handedIn } : { state: 'paper-received', handedIn: 'paper' },
  },
  return: { from: ['signed', 'paper-received'], step: 'returned', to: ends('returned') },
  answer: {
    from: ['returned'],
    step: 'answered',
    to: ({ handedIn }) => ({ state: handedIn === 'signed' ? 'signed' : 'paper-received', handedIn }),
  },
  approve: { from: ['signed', 'paper-received'], step: 'approved', to: ends('approved') },
  reject: { from: ['signed', 'paper-received', 'returned'], step: 'rejected', to: ends('rejected') },
  withdraw: {
    from: ['draft', 'checked', 'awaiting-signature', 'signed', 'paper-received', 'returned'],
    step: 'withdrawn',
    to: ends('withdrawn'),
  },
}

export function moveEnrolment(standing: EnrolmentStanding, move: EnrolmentMove, now: Date): EnrolmentMoved {
  const state = enrolmentStateNow(standing, now)
  if (move === 'expire') return expire(standing, state)
  if (isOver(state)) return { moved: false, why: 'over', state }
  const { from, step, to } = rules[move]
  return from.includes(state) ? { moved: true, step, ...to(standing) } : { moved: false, why: 'not-now', state }
}

/** The row is brought to where it has been since its time ran out. */
function expire({ state, handedIn }: EnrolmentStanding, now: EnrolmentState): EnrolmentMoved {
  if (now !== 'expired') return { moved: false, why: isOver(now) ? 'over' : 'not-now', state: now }
  return state === 'expired'
    ? { moved: false, why: 'over', state }
    : { moved: true, state: 'expired', handedIn, step: 'expired' }
}
