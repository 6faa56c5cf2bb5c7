/** What becomes of a case when something is done in it: pure, and the only place that says which deed may follow on which state. */
import { type AimDesk, aimsFrom, goingOn, paused } from './aims.ts'
import type { Case, Priority } from './case.ts'

export type Deed =
  /** Somebody of the desk makes it theirs, or somebody's. */
  | { kind: 'assign'; toPersonId: string | null }
  | { kind: 'note' }
  /** The desk writes to the asker; then the case goes on, waits for them, or is solved. */
  | { kind: 'write'; leaving: 'in-progress' | 'waiting' | 'resolved' }
  /** The asker writes. */
  | { kind: 'receive' }
  | { kind: 'hold' }
  /** System management is to appoint somebody. */
  | { kind: 'hand-over' }
  | { kind: 'resume' }
  | { kind: 'resolve' }
  | { kind: 'reopen' }
  | { kind: 'sort'; priority: Priority; caseKind: Case['kind']; organisation: Pick<Case, 'organisationId' | 'cvr'> }

/** Null: it does not follow on the state that the case is in, and nothing has happened. */
export function after(found: Case, deed: Deed, { now, desk }: { now: Date; desk: AimDesk }): Case | null {
  const open = found.state !== 'resolved'
  const next = (change: Partial<Case>): Case => ({ ...found, updatedAt: now, version: found.version + 1, ...change })
  const aims = { answerBy: found.answerBy, solveBy: found.solveBy, minutesLeft: found.minutesLeft }
  const halted = () => paused(desk, found.priority, aims, now)
  const going = () => goingOn(desk, found.priority, aims, now)
  const begun = found.state === 'new' ? 'in-progress' : found.state
  const solved = { state: 'resolved', resolvedAt: now, answerBy: null, solveBy: null, minutesLeft: null } as const

  switch (deed.kind) {
    case 'note':
      return next({})
    case 'assign':
      return open ? next({ assigneeId: deed.toPersonId, state: deed.toPersonId === null ? found.state : begun }) : null
    case 'write': {
      if (!open) return null
      const answered = { answeredAt: found.answeredAt ?? now }
      if (deed.leaving === 'resolved') return next({ ...answered, ...solved })
      const moved = deed.leaving === 'waiting' ? halted() : going()
      return next({ ...answered, state: deed.leaving, ...moved, answerBy: null })
    }
    case 'receive':
      if (!open) return reopened()
      return found.state === 'waiting' ? next({ state: 'in-progress', ...going() }) : next({})
    case 'hold':
      return open && found.state !== 'waiting' ? next({ state: 'waiting', ...halted() }) : null
    case 'hand-over':
      return open ? next({ state: 'waiting', ...(found.state === 'waiting' ? {} : halted()) }) : null
    case 'resume':
      return found.state === 'waiting' ? next({ state: 'in-progress', ...going() }) : null
    case 'resolve':
      return open ? next(solved) : null
    case 'reopen':
      return open ? null : reopened()
    case 'sort':
      return open ? next({ ...sorted(deed.priority), kind: deed.caseKind, ...deed.organisation }) : null
  }

  /** It was answered once; the time to solve it begins anew. */
  function reopened(): Case {
    const { solveBy } = aimsFrom(desk, found.priority, now)
    return next({ state: 'in-progress', resolvedAt: null, answerBy: null, solveBy, minutesLeft: null })
  }

  /** Another priority has other aims, counted from when the case was opened; one that waits goes on waiting. */
  function sorted(priority: Priority): Partial<Case> {
    if (priority === found.priority) return {}
    const { answerBy, solveBy } = aimsFrom(desk, priority, found.openedAt)
    const fresh = { answerBy: found.answerBy && answerBy, solveBy, minutesLeft: null }
    return { priority, ...(found.state === 'waiting' ? paused(desk, priority, fresh, now) : fresh) }
  }
}
