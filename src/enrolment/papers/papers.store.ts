/** The papers of enrolments. What they show is read one at a time. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import type { PaperKind } from './uploaded-kind.ts'

export interface Paper {
  id: string
  kind: PaperKind
  size: number
  keptAt: Date
  /** Whoever attached it; null: whoever holds the link. */
  keptBy: string | null
}

export interface NewPaper extends Omit<Paper, 'keptBy'> {
  enrolmentId: string
  keptBy: string | null
  contentHash: string
  sealed: Uint8Array
}

/** In the order they came. */
export async function findPapers(db: Db | Trx, enrolmentId: string): Promise<Paper[]> {
  return db
    .selectFrom('enrolment_paper')
    .select(['id', 'kind', 'size', 'kept_at as keptAt', 'kept_by as keptBy'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('kept_at')
    .orderBy('id')
    .execute()
}

/** Null where the same has been kept before. */
export async function insertPaper(trx: Trx, paper: NewPaper): Promise<string | null> {
  const row = await trx
    .insertInto('enrolment_paper')
    .values({
      id: paper.id,
      enrolment_id: paper.enrolmentId,
      kind: paper.kind,
      size: paper.size,
      content_hash: paper.contentHash,
      sealed: paper.sealed,
      kept_at: paper.keptAt,
      kept_by: paper.keptBy,
    })
    .onConflict((conflict) => conflict.columns(['enrolment_id', 'content_hash']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findSealedPaper(
  db: Db | Trx,
  { id, enrolmentId }: { id: string; enrolmentId: string },
): Promise<{ kind: PaperKind; sealed: Uint8Array } | null> {
  const row = await db
    .selectFrom('enrolment_paper')
    .select(['kind', 'sealed'])
    .where('id', '=', id)
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  return row ?? null
}

/** Those of enrolments that came to nothing before then. Returns how many were removed: at most `limit`. */
export async function removeOldPapers(trx: Trx, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from enrolment_paper where id in (
      select enrolment_paper.id from enrolment_paper join enrolment on enrolment.id = enrolment_paper.enrolment_id
      where enrolment.state in ('rejected', 'withdrawn', 'expired') and enrolment.updated_at < ${before}
        or enrolment.state in ('draft', 'checked', 'awaiting-signature', 'returned') and enrolment.expires_at < ${before}
      limit ${limit})`.execute(trx)
  return Number(numAffectedRows ?? 0)
}
