/** Ninety days of a part, and how much of the time it ran. */
import { dayAfter } from '../base/calendar-day.ts'
import { readBeginning, writeDay } from '../base/danish-time.ts'
import type { StatusMessage } from './message.ts'

export const historyDays = 90

export type DayState = 'normal' | 'window' | 'unstable' | 'down'

export interface PartHistory {
  /** Oldest first; the last is today. */
  days: readonly { day: string; state: DayState }[]
  /** Of the time that has passed, without service windows: 99.98 and so on, two decimals, never rounded up to 100. */
  uptime: number
}

const order: readonly DayState[] = ['normal', 'window', 'unstable', 'down']

/** From the published messages about any of the parts; a group of log-ins has several. */
export function historyOf(parts: readonly string[], messages: readonly StatusMessage[], now: Date): PartHistory {
  const about = messages.filter(
    (message) =>
      message.state === 'published' && message.effect !== 'none' && message.parts.some((part) => parts.includes(part)),
  )
  const today = writeDay(now)
  const days = Array.from({ length: historyDays }, (_, at) => {
    const day = dayAfter(today, at - historyDays + 1)
    return { day, state: stateOn(day, about, now) }
  })
  return { days, uptime: uptimeOf(days[0]?.day ?? today, about, now) }
}

function stateOn(day: string, messages: readonly StatusMessage[], now: Date): DayState {
  const [from, until] = [readBeginning(day), readBeginning(dayAfter(day, 1))]
  if (!from || !until) return 'normal'
  const states = messages
    .filter((message) => message.startsAt < until && message.startsAt <= now && endOf(message, now) > from)
    .map(stateOf)
  return order[Math.max(0, ...states.map((state) => order.indexOf(state)))] ?? 'normal'
}

function stateOf({ kind, effect }: StatusMessage): DayState {
  if (kind !== 'incident') return 'window'
  return effect === 'down' ? 'down' : 'unstable'
}

function endOf({ endsAt }: StatusMessage, now: Date): Date {
  return endsAt ?? now
}

/** Time that incidents took a part down, overlaps counted once. */
function uptimeOf(firstDay: string, messages: readonly StatusMessage[], now: Date): number {
  const from = readBeginning(firstDay)?.getTime() ?? now.getTime()
  const spans = messages
    .filter(({ kind, effect }) => kind === 'incident' && effect === 'down')
    .map((message) => ({
      from: Math.max(from, message.startsAt.getTime()),
      until: Math.min(now.getTime(), endOf(message, now).getTime()),
    }))
    .filter((span) => span.until > span.from)
    .sort((one, other) => one.from - other.from)
  let down = 0
  let reached = from
  for (const span of spans) {
    down += Math.max(0, span.until - Math.max(reached, span.from))
    reached = Math.max(reached, span.until)
  }
  const share = 1 - down / Math.max(1, now.getTime() - from)
  return Math.floor(share * 10_000) / 100
}
