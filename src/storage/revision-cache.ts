/**
 * Keeps what every sign-in reads for as long as it stays the same. Whether it has is asked once a second, with one small
 * question whatever is kept, so that what an administrator changes holds at the next log-in on every process, with nobody
 * having to tell anybody, and nothing large is read anew for having been kept long.
 */
import { sql } from 'kysely'
import type { Clock } from '../base/clock.ts'
import type { Db } from './database.ts'

const believedForMs = 1000
const largest = 5000

/** Wraps a look-up by key; a failed look-up is not kept. */
export type KeepWhileSame = <Value>(load: (key: string) => Promise<Value>) => (key: string) => Promise<Value>

/** What changes the revision: services, identity providers, and which of them go together (migration 0022). */
export function revisionCache(db: Db, clock: Clock): KeepWhileSame {
  let asked: { until: number; revision: Promise<string> } | null = null
  const currentRevision = (): Promise<string> => {
    const now = clock.now().getTime()
    if (asked && now < asked.until) return asked.revision
    const asking = { until: now + believedForMs, revision: readRevision(db) }
    asked = asking
    asking.revision.catch(() => {
      if (asked === asking) asked = null
    })
    return asking.revision
  }
  return <Value>(load: (key: string) => Promise<Value>) => {
    const kept = new Map<string, { revision: string; value: Promise<Value> }>()
    return async (key) => {
      // Asked before loading: what is loaded is then at least as new as its revision says.
      const revision = await currentRevision()
      const known = kept.get(key)
      if (known?.revision === revision) return known.value
      if (kept.size >= largest) kept.clear()
      const entry = { revision, value: load(key) }
      kept.set(key, entry)
      entry.value.catch(() => {
        if (kept.get(key) === entry) kept.delete(key)
      })
      return entry.value
    }
  }
}

/** Changes are rows, which show when they are committed, in whatever order that is: number and count tell each set apart. */
async function readRevision(db: Db): Promise<string> {
  const { rows } = await sql<{ revision: string }>`
    select coalesce(max(id), 0) || ':' || count(*) as revision from directory_change`.execute(db)
  return rows[0]?.revision ?? ''
}

/** All but the newest have served. Returns how many were removed. */
export async function removeOldDirectoryChanges(db: Db, before: Date, most: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    delete from directory_change where id in (
      select id from directory_change where changed_at < ${before} and id < (select max(id) from directory_change)
      order by id limit ${most})
    returning id`.execute(db)
  return rows.length
}
