/** "Keep the rest" of long reviews: who asked for it, and how far it has come. */
import { type Selectable, sql } from 'kysely'
import type { Actor } from '../access/admin/actor.ts'
import type { Db, Trx } from '../storage/database.ts'
import type { ReviewRestTable } from '../storage/schema.ts'

export interface Rest {
  id: string
  reviewId: string
  askedBy: string
  accountId: string
  capacity: string
  source: string | null
  /** How many waited when it was asked for. */
  wanted: number
  kept: number
  lookedTo: string
  finished: boolean
}

function restOf(row: Selectable<ReviewRestTable>): Rest {
  return {
    id: row.id,
    reviewId: row.review_id,
    askedBy: row.asked_by,
    accountId: row.account_id,
    capacity: row.capacity,
    source: row.source,
    wanted: row.wanted,
    kept: row.kept,
    lookedTo: row.looked_to,
    finished: row.finished_at !== null,
  }
}

/** The latest that this reviewer asked for; null: none. */
export async function findRest(trx: Trx, reviewId: string, { acting }: Pick<Actor, 'acting'>): Promise<Rest | null> {
  const row = await trx
    .selectFrom('review_rest')
    .selectAll()
    .where('review_id', '=', reviewId)
    .where('account_id', '=', acting.accountId)
    .where('capacity', '=', acting.key)
    // Null, under way, is first.
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? restOf(row) : null
}

/** Nothing where this reviewer has asked already and it is under way. */
export async function insertRest(
  trx: Trx,
  { acting, personId, source }: Actor,
  rest: Pick<Rest, 'id' | 'reviewId' | 'wanted' | 'kept' | 'lookedTo'>,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('review_rest')
    .values({
      id: rest.id,
      review_id: rest.reviewId,
      organisation_id: acting.organisation.id,
      asked_by: personId,
      account_id: acting.accountId,
      capacity: acting.key,
      source,
      asked_at: now,
      wanted: rest.wanted,
      kept: rest.kept,
      looked_to: rest.lookedTo,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const mostAtATime = 50

/** Under way, the oldest first. */
export async function listUnderWay(db: Db): Promise<{ id: string; organisationId: string }[]> {
  const rows = await db
    .selectFrom('review_rest')
    .select(['id', 'organisation_id'])
    .where('finished_at', 'is', null)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(mostAtATime)
    .execute()
  return rows.map((row) => ({ id: row.id, organisationId: row.organisation_id }))
}

/** For whoever works on it until the transaction ends; null where it is finished, or another does. */
export async function lockRest(trx: Trx, id: string): Promise<Rest | null> {
  const row = await trx
    .selectFrom('review_rest')
    .selectAll()
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ? restOf(row) : null
}

/** `lookedTo` null: it has come to the end. */
export async function moveRest(
  trx: Trx,
  id: string,
  { kept, lookedTo }: { kept: number; lookedTo: string | null },
  now: Date,
): Promise<void> {
  await sql`update review_rest set kept = kept + ${kept}, looked_to = coalesce(${lookedTo}::uuid, looked_to),
    finished_at = ${lookedTo === null ? now : null}::timestamptz where id = ${id}`.execute(trx)
}
