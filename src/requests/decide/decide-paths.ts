/** The addresses of deciding about requests. */
import { adminPaths } from '../../access/admin/admin-paths.ts'

export const decidePaths = {
  queue: adminPaths.requests,
  /** POST: several at once; GET: what became of them. */
  several: `${adminPaths.requests}/flere`,
  settings: `${adminPaths.requests}/indstillinger`,
} as const

/** One request, and the ways to answer it that need more than a press. */
export function decidePath(requestId: string, way?: 'mindre' | 'spoerg' | 'afvis'): string {
  return `${decidePaths.queue}/${requestId}${way === undefined ? '' : `/${way}`}`
}
