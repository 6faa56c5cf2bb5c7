/** Runs a transaction as administration does: the database itself then shows and takes the rows of one organisation only. */
import { sql } from 'kysely'
import type { Db, Trx } from './database.ts'

/** Both settings end with the transaction, so the connection goes back to the pool as it came. (Security D2, D3) */
export function inOrganisation<Result>(
  db: Db,
  organisationId: string,
  use: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('seb.organisation', ${organisationId}, true), set_config('role', 'seb_organisation', true)`.execute(
      trx,
    )
    return use(trx)
  })
}
