/** Where somebody reads what they have been told. */
export const noticePaths = {
  list: '/mig/beskeder',
  settings: '/mig/beskeder/indstillinger',
} as const

/** One notice: it counts as read, and leads to where it is acted on. */
export function noticePath(id: string): string {
  return `${noticePaths.list}/${id}`
}
