/** The light: reckoned from what goes on now. A window does not change it before it begins. */
import { type Effect, phaseOf, type StatusMessage } from './message.ts'
import type { StatusPart } from './part.ts'

/** Told in words and by a shape too, never by the colour alone. */
export const lights = ['green', 'yellow', 'orange', 'red'] as const
export type Light = (typeof lights)[number]

export interface PartStatus {
  part: StatusPart
  light: Light
  /** What the worst that goes on does to it. */
  effect: Effect
  /** It is a service window and not an incident. */
  planned: boolean
}

export interface CurrentStatus {
  light: Light
  parts: readonly PartStatus[]
  /** Worst first. */
  goingOn: readonly StatusMessage[]
  /** Windows to come, soonest first. */
  planned: readonly StatusMessage[]
}

/** The light that one message gives its parts while it lasts. */
export function lightOf({ kind, effect, priority }: Pick<StatusMessage, 'kind' | 'effect' | 'priority'>): Light {
  if (effect === 'none') return 'green'
  if (kind !== 'incident') return 'yellow'
  if (priority === 1) return 'red'
  return priority === 2 ? 'orange' : 'yellow'
}

/** What runs and what does not, from the published messages. */
export function currentStatus(
  parts: readonly StatusPart[],
  messages: readonly StatusMessage[],
  now: Date,
): CurrentStatus {
  const published = messages.filter(({ state }) => state === 'published')
  const goingOn = published
    .filter((message) => phaseOf(message, now) === 'going-on' && message.effect !== 'none')
    .sort((one, other) => severityOf(other) - severityOf(one) || other.updatedAt.getTime() - one.updatedAt.getTime())
  const planned = published
    .filter((message) => message.kind === 'window' && phaseOf(message, now) === 'planned')
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  const statuses = parts.map((part) => statusOf(part, goingOn))
  return { light: worst(goingOn.map(lightOf)), parts: statuses, goingOn, planned }
}

function statusOf(part: StatusPart, goingOn: readonly StatusMessage[]): PartStatus {
  const [first] = goingOn.filter(({ parts }) => parts.includes(part.key))
  return first
    ? { part, light: lightOf(first), effect: first.effect, planned: first.kind === 'window' }
    : { part, light: 'green', effect: 'none', planned: false }
}

export function worst(all: readonly Light[]): Light {
  return lights[Math.max(0, ...all.map((light) => lights.indexOf(light)))] ?? 'green'
}

function severityOf(message: StatusMessage): number {
  return lights.indexOf(lightOf(message)) * 2 + (message.effect === 'down' ? 1 : 0)
}
