/**
 * Up to which number the audit can no longer change. An event's number is taken before its transaction is committed, so a
 * higher one may be seen before a lower. Whoever takes a number holds the lock that writing `audit_event` needs until
 * the end: once all who held it at some moment are gone, all numbers given out before that moment stand or never will.
 * Nothing is asked of those who write; it is how PostgreSQL itself waits in `create index concurrently`.
 */
import { sql } from 'kysely'
import type { Trx } from '../../storage/database.ts'

export interface Horizon {
  /** The highest number that is settled: look again later for more. */
  look(trx: Trx): Promise<number>
}

export function createHorizon(): Horizon {
  let settled = 0
  let waiting: { givenOut: number; writers: readonly string[] } | null = null
  return {
    look: async (trx) => {
      // In this order: who takes a number afterwards is not waited for, and need not be.
      const givenOut = await lastNumber(trx)
      const writers = await writersOf(trx)
      if (waiting && !waiting.writers.some((writer) => writers.includes(writer))) {
        settled = waiting.givenOut
        waiting = null
      }
      if (writers.length === 0) settled = givenOut
      else waiting ??= { givenOut, writers }
      return settled
    },
  }
}

async function lastNumber(trx: Trx): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select case when is_called then last_value else 0 end as last from audit_event_sequence_seq`.execute(trx)
  return rows[0]?.last ?? 0
}

/** The transactions that may have taken a number: writing locks that the present transaction does not hold itself. */
async function writersOf(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ virtualtransaction: string }>`
    select distinct virtualtransaction from pg_locks
    where locktype = 'relation' and relation = 'audit_event'::regclass
      and database = (select oid from pg_database where datname = current_database())
      and mode not in ('AccessShareLock', 'RowShareLock') and pid is distinct from pg_backend_pid()`.execute(trx)
  return rows.map(({ virtualtransaction }) => virtualtransaction)
}
