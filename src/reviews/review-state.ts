/** What an answer to one role of a review leads to. The one place that decides it: pure, asked of a row that is held. */
import { daysAfter, type Reason, undoDays } from './review.ts'

export type Decision = 'kept' | 'changed' | 'removed' | 'lapsed' | 'called-off'

export type Answer = 'keep' | 'remove' | 'undo'

export interface ItemState {
  decision: Decision | null
  decidedAt: Date | null
  /** When the assignment was withdrawn; `gone` where it is not there at all. */
  withdrawnAt: Date | null | 'gone'
  deadline: Date
  removesAt: Date | null
  /** What nobody could answer for does not stop. */
  reasons: readonly Reason[]
}

/** Where it is now: dates tell, whether or not a job has written it down yet. */
export type Standing = 'waiting' | 'stopped' | 'gone' | Decision

export function standingOf({ decision, withdrawnAt, deadline, removesAt, reasons }: ItemState, now: Date): Standing {
  if (decision !== null) return decision
  if (withdrawnAt !== null) return 'gone'
  if (reasons.includes('no-reviewer')) return 'waiting'
  if (removesAt !== null && removesAt <= now) return 'lapsed'
  return deadline <= now ? 'stopped' : 'waiting'
}

export type Outcome =
  | { outcome: 'kept' | 'removed' | 'restored' }
  /** Somebody was first; it makes no difference whether they wanted the same. */
  | { outcome: 'already' | 'gone' | 'too-late' }

export function answerTo(item: ItemState, answer: Answer, now: Date): Outcome {
  const standing = standingOf(item, now)
  if (answer === 'undo') return undoing(item, now)
  switch (standing) {
    case 'waiting':
    case 'stopped':
      return { outcome: answer === 'keep' ? 'kept' : 'removed' }
    case 'gone':
      return { outcome: 'gone' }
    case 'lapsed':
      return { outcome: 'too-late' }
    default:
      return { outcome: 'already' }
  }
}

/** Only what this review removed is given back, and only while nobody has done anything to it since. */
function undoing({ decision, decidedAt, withdrawnAt }: ItemState, now: Date): Outcome {
  if (decision !== 'removed' || decidedAt === null) return { outcome: 'already' }
  if (withdrawnAt === 'gone' || withdrawnAt?.getTime() !== decidedAt.getTime()) return { outcome: 'gone' }
  return { outcome: now < daysAfter(decidedAt, undoDays) ? 'restored' : 'too-late' }
}
