/**
 * What may happen to a request, and what becomes of it: a pure function, asked by everybody who moves one.
 * draft → submitted → (returned → submitted) → approved | rejected | withdrawn | expired
 */
import type { RequestStepKind } from './request.ts'

export const requestStates = ['draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'expired'] as const

export type RequestState = (typeof requestStates)[number]

/** As much of a request as decides what may happen to it. */
export interface RequestStanding {
  state: RequestState
  askedBy: string | null
  /** Whom it is for. */
  personId: string | null
  firstApprovedBy: string | null
  expiresAt: Date
}

export type RequestMove =
  | { kind: 'submit'; by: string }
  /** Back with a question. */
  | { kind: 'return'; by: string }
  | { kind: 'answer'; by: string }
  /** `needed`: how many different people must agree to what is asked for. */
  | { kind: 'approve'; by: string; needed: 1 | 2 }
  | { kind: 'reject'; by: string }
  | { kind: 'withdraw'; by: string }
  /** Nobody's deed: its time ran out. */
  | { kind: 'expire' }

export type NotMoved =
  /** Decided, withdrawn or lapsed: `state` says which. */
  | { moved: false; why: 'over'; state: RequestState }
  /** Open, but not where this can happen: a draft is not approved, a question that was not asked is not answered. */
  | { moved: false; why: 'not-now'; state: RequestState }
  /** Nobody decides what they asked for or would get. */
  | { moved: false; why: 'own-request' }
  /** The second of two who must agree is somebody else. */
  | { moved: false; why: 'has-approved' }
  /** Only who asked, or whom it is for, answers and withdraws. */
  | { moved: false; why: 'not-asker' }

export type Moved = { moved: true; state: RequestState; step: RequestStepKind; firstApprovedBy: string | null }

/** Waiting for an administrator, or for an answer from who asked. */
export function isOpen(state: RequestState): state is 'submitted' | 'returned' {
  return state === 'submitted' || state === 'returned'
}

/** A request that nobody answered in time has lapsed, whatever its row says. */
export function stateNow({ state, expiresAt }: Pick<RequestStanding, 'state' | 'expiresAt'>, now: Date): RequestState {
  return (isOpen(state) || state === 'draft') && now >= expiresAt ? 'expired' : state
}

export function moveRequest(request: RequestStanding, move: RequestMove, now: Date): Moved | NotMoved {
  const state = stateNow(request, now)
  if (move.kind === 'expire') return expire(request, state)
  if (!isOpen(state) && state !== 'draft') return { moved: false, why: 'over', state }
  const who = mayBeBy(request, move)
  if (who) return who
  return startsFrom[move.kind].includes(state) ? happen(request, move) : { moved: false, why: 'not-now', state }
}

const startsFrom: Record<Exclude<RequestMove['kind'], 'expire'>, readonly RequestState[]> = {
  submit: ['draft'],
  return: ['submitted'],
  answer: ['returned'],
  approve: ['submitted'],
  reject: ['submitted', 'returned'],
  withdraw: ['draft', 'submitted', 'returned'],
}

/** The row is brought to where it has been since its time ran out. */
function expire({ state, firstApprovedBy }: RequestStanding, now: RequestState): Moved | NotMoved {
  if (now !== 'expired') return { moved: false, why: isOpen(now) || now === 'draft' ? 'not-now' : 'over', state: now }
  return state === 'expired'
    ? { moved: false, why: 'over', state }
    : { moved: true, state: 'expired', step: 'expired', firstApprovedBy }
}

function mayBeBy(request: RequestStanding, move: Exclude<RequestMove, { kind: 'expire' }>): NotMoved | null {
  const own = move.by === request.askedBy || move.by === request.personId
  switch (move.kind) {
    case 'submit':
      // A draft of somebody unknown gets its asker as it is submitted.
      return own || request.askedBy === null ? null : { moved: false, why: 'not-asker' }
    case 'answer':
    case 'withdraw':
      return own ? null : { moved: false, why: 'not-asker' }
    case 'return':
    case 'reject':
      return own ? { moved: false, why: 'own-request' } : null
    case 'approve':
      if (own) return { moved: false, why: 'own-request' }
      return request.firstApprovedBy === move.by ? { moved: false, why: 'has-approved' } : null
  }
}

function happen({ firstApprovedBy }: RequestStanding, move: Exclude<RequestMove, { kind: 'expire' }>): Moved {
  switch (move.kind) {
    case 'submit':
      return { moved: true, state: 'submitted', step: 'submitted', firstApprovedBy: null }
    case 'return':
      // What is answered may be something else than what the first agreed to.
      return { moved: true, state: 'returned', step: 'returned', firstApprovedBy: null }
    case 'answer':
      return { moved: true, state: 'submitted', step: 'answered', firstApprovedBy: null }
    case 'approve':
      return move.needed === 2 && firstApprovedBy === null
        ? { moved: true, state: 'submitted', step: 'first-approved', firstApprovedBy: move.by }
        : { moved: true, state: 'approved', step: 'approved', firstApprovedBy }
    case 'reject':
      // Who agreed first may think again, and then has not agreed.
      return { moved: true, state: 'rejected', step: 'rejected', firstApprovedBy: null }
    case 'withdraw':
      return { moved: true, state: 'withdrawn', step: 'withdrawn', firstApprovedBy }
  }
}
