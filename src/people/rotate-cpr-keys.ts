/**
 * Seals every CPR number anew with the present pair of keys, and hashes it anew: the numbers that were sealed with the pair
 * before. In batches, while SEB runs; stopped half-way, the next call goes on, since each number says which pair sealed it.
 */
import { sql } from 'kysely'
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import { Problem } from '../base/problem.ts'
import type { Db, Trx } from '../storage/database.ts'
import { lockConfiguration } from '../storage/lock-configuration.ts'
import { type CprKeys, hashCpr, openCpr, sealCpr, sealedBy } from './cpr.ts'

const batchSize = 500

export interface Rotated {
  rotated: number
}

export async function rotateCprKeys(
  deps: { db: Db; clock: Clock; ids: Ids; cprKeys: CprKeys },
  operator: string,
): Promise<Rotated> {
  const { db, cprKeys } = deps
  if (!cprKeys.other)
    throw new Problem('configuration', 'CPR_ENCRYPTION_KEY_NEXT and CPR_HASH_KEY_NEXT must hold the keys before')
  let rotated = 0
  for (let after = firstId; ; ) {
    const batch = await db.transaction().execute(async (trx) => {
      // `seb apply` writes back numbers that it read a moment before: it waits, or this does.
      await lockConfiguration(trx)
      return rotateBatch(trx, cprKeys, after)
    })
    rotated += batch.rotated
    if (batch.last === null) break
    after = batch.last
  }
  await recordEvents(deps, db, [
    {
      action: 'cpr-keys.rotated',
      outcome: 'success',
      actor: { kind: 'operator', id: operator },
      details: { numbers: rotated },
    },
  ])
  return { rotated }
}

const firstId = '00000000-0000-0000-0000-000000000000'

/** Rows stay locked until the batch is written: whoever changes a number meanwhile waits, and is not overwritten. */
async function rotateBatch(trx: Trx, keys: CprKeys, after: string): Promise<{ rotated: number; last: string | null }> {
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'cpr_sealed'])
    .where('id', '>', after)
    .where('cpr_sealed', 'is not', null)
    .where('cpr_sealed', 'not like', `${sealedBy(keys)}%`)
    .orderBy('id')
    .limit(batchSize)
    .forUpdate()
    .execute()
  const changed = rows.flatMap(({ id, cpr_sealed: sealed }) => {
    if (sealed === null) return []
    const cpr = openCpr(keys, sealed)
    return { id, cpr_sealed: sealCpr(keys, cpr), cpr_hash: hashCpr(keys, cpr) }
  })
  if (changed.length > 0)
    await sql`update person set cpr_sealed = new.cpr_sealed, cpr_hash = new.cpr_hash
      from jsonb_populate_recordset(null::person, ${JSON.stringify(changed)}::jsonb) new where person.id = new.id`.execute(
      trx,
    )
  return { rotated: changed.length, last: rows.length < batchSize ? null : (rows.at(-1)?.id ?? null) }
}
