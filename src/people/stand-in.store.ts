/** A person who was made with an account, ahead of their first log-in: nobody's until somebody has logged in as them. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import { violatedConstraint } from '../storage/violated-constraint.ts'

/**
 * Whether nothing but one account is about this person: no log-in, no number, no work for SEB itself, and no authorisation,
 * which whoever chooses where a link goes could give to anybody.
 */
export async function isStandIn(trx: Trx, personId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('cpr_hash', 'is', null)
    .where((where) =>
      where.not(where.exists(where.selectFrom('identity').select('id').where('person_id', '=', personId))),
    )
    .where((where) =>
      where.not(
        where.exists(where.selectFrom('person_authorisation').select('code').where('person_id', '=', personId)),
      ),
    )
    .where((where) =>
      where.not(where.exists(where.selectFrom('staff_appointment').select('id').where('person_id', '=', personId))),
    )
    .where((where) =>
      where(where.selectFrom('account').select(where.fn.countAll().as('n')).where('person_id', '=', personId), '=', 1),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Two keys are two names in the files of operators: taken for one, the next file would find somebody else's account. */
export async function haveTwoKeys(trx: Trx, personIds: readonly [string, string]): Promise<boolean> {
  const keyed = await trx
    .selectFrom('person')
    .select('id')
    .where('id', 'in', personIds)
    .where('key', 'is not', null)
    .execute()
  return keyed.length === 2
}

/** The key that a file knows the stand-in by goes with the account, so that the file finds who has it now. */
export async function takePlaceOfStandIn(trx: Trx, standInId: string, personId: string): Promise<void> {
  const standIn = await trx.selectFrom('person').select('key').where('id', '=', standInId).executeTakeFirst()
  if (standIn?.key) {
    await trx.updateTable('person').set({ key: null }).where('id', '=', standInId).execute()
    await trx.updateTable('person').set({ key: standIn.key }).where('id', '=', personId).execute()
  }
  await removeUnlessReferredTo(trx, standInId)
}

/** What was asked or decided about somebody keeps them, as a name without an account. */
async function removeUnlessReferredTo(trx: Trx, personId: string): Promise<void> {
  await sql`savepoint stand_in`.execute(trx)
  try {
    await trx.deleteFrom('person').where('id', '=', personId).execute()
    await sql`release savepoint stand_in`.execute(trx)
  } catch (error) {
    if (!violatedConstraint(error)) throw error
    await sql`rollback to savepoint stand_in`.execute(trx)
  }
}
