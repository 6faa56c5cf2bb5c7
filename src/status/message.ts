/** What everybody is told about how SEB runs: an incident, a service window, or something worth knowing. */

export const messageKinds = ['incident', 'window', 'notice'] as const
export type MessageKind = (typeof messageKinds)[number]

/** What a message does to its parts while it lasts. */
export const effects = ['none', 'unstable', 'down'] as const
export type Effect = (typeof effects)[number]

/** 1 is critical. The sector's conventions: P1 red, P2 orange, P3 and P4 yellow (NSP, "Driftstatus forklaring"). */
export const priorities = [1, 2, 3, 4] as const
export type Priority = (typeof priorities)[number]

export interface StatusMessage {
  id: string
  kind: MessageKind
  effect: Effect
  priority: Priority | null
  /** Keys of the parts it is about. */
  parts: readonly string[]
  title: { da: string; en: string }
  text: { da: string; en: string }
  startsAt: Date
  /** A window has one from the beginning; an incident when it is solved. */
  endsAt: Date | null
  state: 'draft' | 'published' | 'withdrawn'
  measuredPart: string | null
  createdAt: Date
  updatedAt: Date
  version: number
}

export type Phase = 'planned' | 'going-on' | 'over'

/** A message is reckoned by its times, never turned on or off. */
export function phaseOf({ startsAt, endsAt }: Pick<StatusMessage, 'startsAt' | 'endsAt'>, now: Date): Phase {
  if (endsAt && endsAt <= now) return 'over'
  return startsAt > now ? 'planned' : 'going-on'
}

/** Newest first by when it was last changed, then by when it was made. */
export function newestFirst(one: StatusMessage, other: StatusMessage): number {
  return (
    other.updatedAt.getTime() - one.updatedAt.getTime() ||
    other.createdAt.getTime() - one.createdAt.getTime() ||
    (one.id < other.id ? 1 : -1)
  )
}
