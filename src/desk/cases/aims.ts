/**
 * When the desk wants to have answered and solved a case: by priority, counted in the hours the desk is open. What patient care
 * hangs on is counted by the clock, since somebody on call is told of it at once.
 */
import { minutesOpenBetween, openMinutesAfter } from '../../base/opening-hours.ts'
import type { Desk } from '../../web/desk.ts'
import type { Aims, Priority } from './case.ts'

const hour = 60

/** As the sector's platforms count: to the first answer, and to the solution, in minutes. (National Service Platform) */
const aimMinutes: Readonly<Record<Priority, { answer: number; solve: number }>> = {
  1: { answer: hour, solve: 2 * hour },
  2: { answer: 2 * hour, solve: 3 * hour },
  3: { answer: 4 * hour, solve: 12 * hour },
  4: { answer: 24 * hour, solve: 48 * hour },
}

/** How soon what patient care hangs on is to be answered and solved, in minutes. */
export const urgentAim = aimMinutes[1]

export type AimDesk = Pick<Desk, 'mailHours'>

export function aimsFrom(desk: AimDesk, priority: Priority, openedAt: Date): { answerBy: Date; solveBy: Date } {
  const { answer, solve } = aimMinutes[priority]
  return { answerBy: later(desk, priority, openedAt, answer), solveBy: later(desk, priority, openedAt, solve) }
}

/** While somebody else is to do something, the time to solve it stands still. */
export function paused(desk: AimDesk, priority: Priority, aims: Aims, now: Date): Aims {
  if (!aims.solveBy) return aims
  return { answerBy: aims.answerBy, solveBy: null, minutesLeft: minutesTo(desk, priority, now, aims.solveBy) }
}

/** And goes on with what was left. */
export function goingOn(desk: AimDesk, priority: Priority, aims: Aims, now: Date): Aims {
  if (aims.minutesLeft === null) return aims
  return { answerBy: aims.answerBy, solveBy: later(desk, priority, now, aims.minutesLeft), minutesLeft: null }
}

/** When the desk is told of a new case: at once where it is open or somebody is on call for it, else when it opens. */
export function toldAt(opening: { open: true } | { open: false; next: Date | null }, urgent: boolean, now: Date): Date {
  return opening.open || urgent ? now : (opening.next ?? now)
}

function later(desk: AimDesk, priority: Priority, from: Date, minutes: number): Date {
  return priority === 1 ? new Date(from.getTime() + minutes * 60_000) : openMinutesAfter(desk.mailHours, from, minutes)
}

/** None where the aim has passed. */
function minutesTo(desk: AimDesk, priority: Priority, from: Date, until: Date): number {
  if (until <= from) return 0
  return priority === 1
    ? Math.ceil((until.getTime() - from.getTime()) / 60_000)
    : minutesOpenBetween(desk.mailHours, from, until)
}
