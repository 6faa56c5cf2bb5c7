/** Whose messages somebody reads: their own, within what their log-in shows of them. */
import type { Reader } from '../../../notices/notices.store.ts'
import type { Viewer } from '../../viewer.ts'

export function readerOf({ personId, sight }: Viewer, now: Date): Reader {
  return { personId, onlyCvr: sight.only?.cvr ?? null, now }
}
