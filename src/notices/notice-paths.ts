/** Where somebody reads what they have been told. */
import type { Audience } from './topics.ts'

export const noticePaths = {
  list: '/mig/beskeder',
  settings: '/mig/beskeder/indstillinger',
} as const

/** What somebody was told of one thing. */
export function topicPath(audience: Audience, topic: string): string {
  return `${noticePaths.list}?om=${audience}-${topic}`
}

/** One notice: it counts as read, and leads to where it is acted on. */
export function noticePath(id: string): string {
  return `${noticePaths.list}/${id}`
}
