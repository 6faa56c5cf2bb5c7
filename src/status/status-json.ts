/** The status for machines: `/driftsstatus/status.json`, described in docs/operators/operational-status.md. */
import type { BoardView } from './board.ts'
import { phaseOf } from './message.ts'
import { messagePath } from './status-paths.ts'

const mostMessages = 50

export function statusJson({ status, parts, messages, now, readAt }: BoardView, origin: string) {
  return {
    light: status.light,
    readAt: readAt?.toISOString() ?? null,
    parts: parts.map((part, at) => ({
      key: part.key,
      name: part.name,
      light: status.parts[at]?.light ?? 'green',
      effect: status.parts[at]?.effect ?? 'none',
      planned: status.parts[at]?.planned ?? false,
    })),
    messages: messages.slice(0, mostMessages).map((message) => ({
      id: message.id,
      kind: message.kind,
      phase: phaseOf(message, now),
      effect: message.effect,
      priority: message.priority,
      parts: message.parts,
      title: message.title,
      text: message.text,
      startsAt: message.startsAt.toISOString(),
      endsAt: message.endsAt?.toISOString() ?? null,
      createdAt: message.createdAt.toISOString(),
      updatedAt: message.updatedAt.toISOString(),
      address: new URL(messagePath(message.id), origin).href,
    })),
  }
}
