/** Changes to what SEB knows are made one at a time, on however many processes. */
import { sql } from 'kysely'
import type { Trx } from './database.ts'

/** Any number will do, as long as every process uses the same. */
const lock = 7_316_503

/** Waits for others, and holds until the transaction ends. */
export async function lockConfiguration(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(trx)
}
