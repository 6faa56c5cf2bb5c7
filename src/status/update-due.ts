/**
 * When the desk owes people word of an incident: P1 every half hour and P2 every hour between 6 and 24 until it is solved
 * (NSP, "Statuspage"); the others by the time they should be solved.
 */
import { readMoment, writeDay } from '../base/danish-time.ts'
import { type Priority, phaseOf, type StatusMessage } from './message.ts'

const minute = 60_000

/** Aims by priority, in minutes: begun, solved, and how often told of. (NSP, "Driftstatus forklaring") */
const aims: Readonly<Record<Priority, { begin: number; solve: number; update: number }>> = {
  1: { begin: 60, solve: 120, update: 30 },
  2: { begin: 120, solve: 180, update: 60 },
  3: { begin: 240, solve: 720, update: 720 },
  4: { begin: 1440, solve: 2880, update: 2880 },
}

/** The moment by which the next update is due; null where none is. */
export function updateDue(message: StatusMessage, now: Date): Date | null {
  if (message.kind !== 'incident' || message.state !== 'published' || message.priority === null) return null
  if (phaseOf(message, now) !== 'going-on') return null
  const due = new Date(message.updatedAt.getTime() + aims[message.priority].update * minute)
  return notAtNight(due)
}

/** Nobody is told between midnight and six. */
function notAtNight(due: Date): Date {
  const morning = readMoment(writeDay(due), '06:00')
  return morning && due < morning ? morning : due
}
